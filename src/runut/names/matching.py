"""Whether two names of two articles are one person's or one body's, and why."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from runut.names.bearers import Bearer
from runut.names.company import ENOUGH, shared
from runut.names.cores import compared, core
from runut.names.ordinary import is_lead
from runut.names.parts import abbreviates, lacks, spells
from runut.names.roles import roles_agree, roles_differ
from runut.names.slips import Slip, slip
from runut.names.spelling import borne, is_common, known, name_words

Verdict: TypeAlias = Literal["same", "different", "unsure"]
Words: TypeAlias = tuple[str, ...]

# In capitals, so few letters are somebody's initials.
MOST_INITIALS = 3
# Where roles differ, or two letters are all there is of a name, by which suspects are called in articles of one kind.
ENOUGH_AGAINST = 4


class Match(Struct, frozen=True):
    """What a comparison found."""

    verdict: Verdict
    score: float
    """How sure it is that the two are one, between 0 and 1; rules are ordered by it."""
    rule: str
    """A short stable name: `name`, `given`, `public`, `spelling`, `order`, `shorter`, `initial`, `letter`, `role`,
    `company`, `called`, `ruling` where they are the same; `words`, `nothing` (not even one word in common), `single`
    and again `shorter`, `initial`, `letter` where they are not, or where it is not sure."""
    reason: str
    """One sentence for a person."""


def match(left: Bearer, right: Bearer) -> Match:
    """Compare two names as two articles use them; what is not sure is `unsure`, and must not be merged."""
    a, b = compared(left.name), compared(right.name)
    if not a or not b:
        return Match("different", 0.0, "words", "one of them has no words")
    for told in (_other_name(left, right, a, b), _whole(left, right, a, b)):
        if told:
            return told
    if not set(a) & set(b) and not abbreviates(a, b) and not (len(a) == len(b) == 1 and slip(a, b)):
        return Match("different", 0.0, "nothing", f"“{left.name}” and “{right.name}” have no word in common")
    if "organisation" in (left.kind, right.kind):
        return Match("different", 0.1, "words", "bodies with different names")
    return _part(left, right, a, b)


def _whole(left: Bearer, right: Bearer, a: Words, b: Words) -> Match | None:
    """Names that are the same, all words taken."""
    if a == b:
        return _equal(left, right, a)
    if len(a) > 1 and sorted(a) == sorted(b) and len(left.name.split()) == len(right.name.split()):
        return Match("same", 0.9, "order", f"“{left.name}” and “{right.name}” are the same words in another order")
    if (len(a) > 1 or len(b) > 1) and "".join(name_words(left.name)) == "".join(name_words(right.name)):
        return Match("same", 0.93, "spelling", f"“{left.name}” and “{right.name}” have the same letters in a row")
    return None


def _equal(left: Bearer, right: Bearer, words: Words) -> Match:
    is_exact = name_words(left.name) == name_words(right.name)
    rule, what = ("name", "the same name") if is_exact else ("spelling", "one name in two spellings")
    told = f"“{left.name}” and “{right.name}” are {what}"
    if not _tells_little(left, right, words):
        return Match("same", 0.97 if is_exact else 0.93, rule, told)
    if words in known() or (roles_agree(left, right) and not is_initials(left.name)):
        return Match("same", 0.9, rule, f"{told}, and the same person's by their role")
    return _in_company(left, right, told) or Match("unsure", 0.5, "single", f"“{left.name}” alone may be anybody's")


def _tells_little(left: Bearer, right: Bearer, words: Words) -> bool:
    """Whether a name may be anybody's: a single one of no body, or one of two words that very many people bear."""
    if len(words) > 1:
        return len(words) == 2 and all(map(is_common, words))
    is_body = "organisation" in (left.kind, right.kind) or (_is_coined(left.name) and _is_coined(right.name))
    return not is_body or is_common(words[0])


def _is_coined(name: str) -> bool:
    """Capitals where nobody's name has them: acronyms that are no initials, brands (*WhatsApp*)."""
    return name.isalpha() and len(name) > MOST_INITIALS and any(map(str.isupper, name[2:]))


def is_initials(name: str) -> bool:
    """Whether a name is but letters, by which people are called whom an article does not name."""
    return name.isupper() and len(name) <= MOST_INITIALS


def _in_company(left: Bearer, right: Bearer, told: str, score: float = 0.88, rule: str = "company") -> Match | None:
    """Two articles that name enough else in common tell of one matter."""
    others = shared(left.company, right.company, name_words(left.name) + name_words(right.name))
    speaks_against = is_initials(left.name) or roles_differ(left, right)
    if len(others) < (ENOUGH_AGAINST if speaks_against else ENOUGH):
        return None
    names = ", ".join(f"“{word}”" for word in others[:3])
    return Match("same", score, rule, f"{told}, and both articles name {names}")


def _know_others(left: Bearer, right: Bearer) -> bool:
    """Whether each article names enough else that it would tell if they were of one matter."""
    apart = name_words(left.name) + name_words(right.name)
    return all(len(shared(one.company, one.company, apart)) >= ENOUGH for one in (left, right))


def _other_name(left: Bearer, right: Bearer, a: Words, b: Words) -> Match | None:
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
    return _in_company(one, other, told, 0.95, "given") or (
        None if _know_others(one, other) else Match("same", 0.9, "given", told)
    )


def _part(left: Bearer, right: Bearer, a: Words, b: Words) -> Match:
    """Names of people of which one is shorter, abbreviated or mistyped."""
    short, long = (left, right) if len(a) <= len(b) else (right, left)
    few, many = (a, b) if len(a) <= len(b) else (b, a)
    if len(few) == 1:
        return _single(short, long, few[0], many)
    if lacks(few, many) or lacks(borne(few), borne(many)):
        return _shorter(short, long, few)
    if few == many[: len(few)]:
        return _begins(short, long) or Match("different", 0.05, "words", f"{_without(short, long)} behind it")
    if abbreviates(few, many):
        return _supported(short, long, 0.86, "initial", f"“{short.name}” abbreviates “{long.name}”")
    if found := slip(few, many):
        return _slipped(short, long, found)
    if core(few) == core(many) or slip(core(few), core(many)):
        return Match("unsure", 0.3, "words", f"“{left.name}” and “{right.name}” differ by what leads up to the name")
    return Match("different", 0.05, "words", f"“{left.name}” and “{right.name}” have different words")


def _single(short: Bearer, long: Bearer, word: str, many: Words) -> Match:
    if len(many) == 1 and (found := slip((word,), many)):
        return _slipped(short, long, found)
    if word not in many:
        return Match("different", 0.05, "words", f"“{short.name}” is no part of “{long.name}”")
    if roles_agree(short, long):
        return Match("same", 0.85, "role", f"“{short.name}” has the role of {long.name}")
    told = f"“{short.name}” is what {long.name} may be called"
    return _in_company(short, long, told, 0.8) or Match("unsure", 0.4, "single", f"{told}, but others as well")


def _shorter(short: Bearer, long: Bearer, few: Words) -> Match:
    told, many = _without(short, long), compared(long.name)
    begins, ends = few == many[: len(few)], few == many[1:]
    if (begins or (ends and len(few) == 2 and not is_lead(many[0]))) and _know_others(short, long):
        found = _begins(short, long) if begins else _of_one_matter(short, long)
        return found or Match("unsure", 0.5, "shorter", f"{told}, and may be another's")
    distinctive = sum(not is_common(word) and len(word) > 1 for word in few)
    if distinctive >= 2 or (distinctive and not roles_differ(short, long)) or roles_agree(short, long):
        return Match("same", 0.92, "shorter", told)
    return Match("unsure", 0.5, "shorter", f"{told}, but many people are called so")


def _slipped(short: Bearer, long: Bearer, found: Slip) -> Match:
    """Names of as many words that differ as slips of the pen do."""
    told = f"“{short.name}” and “{long.name}” {found.told}"
    if found.is_sure:
        return Match("same", 0.84, "letter", told)
    if roles_agree(short, long):
        return Match("same", 0.84, "letter", f"{told}, and they have one role")
    return _in_company(short, long, told, 0.82, "letter") or Match("unsure", 0.4, "letter", told)


def _begins(short: Bearer, long: Bearer) -> Match | None:
    """What has more words behind is often another body or place, or a body and somebody of it."""
    told = _without(short, long)
    few, called = compared(short.name), {compared(name) for name in long.called}
    behind = set(compared(long.name)) - set(few)
    if any(behind & set(words) for words in called):
        return None  # somebody of that body: called by what stands behind it
    if few[:1] in called:
        return Match("same", 0.9, "shorter", f"{told}, and an article calls {long.name} by the first name")
    return _of_one_matter(short, long)


def _of_one_matter(short: Bearer, long: Bearer) -> Match | None:
    told = _without(short, long)
    if roles_agree(short, long):
        return Match("same", 0.92, "shorter", f"{told}, and they have one role")
    return _in_company(short, long, told, 0.91, "shorter")


def _without(short: Bearer, long: Bearer) -> str:
    return f"“{short.name}” is “{long.name}” without some of its words"


def _supported(short: Bearer, long: Bearer, score: float, rule: str, told: str) -> Match:
    """Weak likeness of names counts where the roles do not speak against it."""
    if roles_differ(short, long):
        return Match("unsure", 0.4, rule, f"{told}, but their roles differ")
    return Match("same", score, rule, told)
