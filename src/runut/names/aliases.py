"""Other names of one: nicknames and acronyms that an article gives, or that everybody knows."""

from __future__ import annotations

from runut.names.bearers import Bearer
from runut.names.cores import compared
from runut.names.judged import Match, Words
from runut.names.matters import MOST_INITIALS, in_company, is_initials, know_others
from runut.names.parts import spells
from runut.names.roles import roles_agree
from runut.names.spelling import known


def other_name(left: Bearer, right: Bearer, a: Words, b: Words) -> Match | None:
    """One is called what the other is, by an article or by everybody."""
    for one, other, words in ((left, right, b), (right, left, a)):
        given = {compared(name): name for name in one.known_as}
        if words in given and (told := _given(one, other, given[words])):
            return told
    for words, full, short, long in ((a, b, left, right), (b, a, right, left)):
        if known().get(words) == full:
            return Match("same", 0.95, "public", f"“{short.name}” is how the public knows {long.name}")
    return None


def _given(one: Bearer, other: Bearer, name: str) -> Match | None:
    """Another name that an article gives; a short one (*Mus*, *PPP*) may be somebody else's in another matter."""
    told = f"an article calls {one.name} “{name}” too"
    if len(name) <= MOST_INITIALS and name.isupper() != other.name.isupper():
        return None
    is_acronym = name.isupper() and len(name) >= MOST_INITIALS
    is_fit = one.kind == other.kind == "organisation" or spells(name, compared(one.name))
    if is_acronym and is_fit and not (is_initials(name) and one.kind == other.kind == "person"):
        return Match("same", 0.95, "given", told)
    if roles_agree(one, other):
        return Match("same", 0.95, "given", f"{told}, and they have one role")
    found = in_company(one, other, told, 0.95, "given")
    return found if found or know_others(one, other) else Match("same", 0.9, "given", told)
