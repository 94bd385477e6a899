"""Names that are the same, all words taken."""

from __future__ import annotations

from runut.names.bearers import Bearer
from runut.names.judged import Match, Words
from runut.names.matters import MOST_INITIALS, in_company, is_initials
from runut.names.roles import roles_agree
from runut.names.spelling import is_common, known, name_words


def whole(left: Bearer, right: Bearer, a: Words, b: Words) -> Match | None:
    """What two names are found to be whose words `a` and `b` are the same, or the same letters; None for others."""
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
    return in_company(left, right, told) or Match("unsure", 0.5, "single", f"“{left.name}” alone may be anybody's")


def _tells_little(left: Bearer, right: Bearer, words: Words) -> bool:
    """Whether a name may be anybody's: a single one of no body, or one of two words that very many people bear."""
    if len(words) > 1:
        return len(words) == 2 and all(map(is_common, words))
    is_body = "organisation" in (left.kind, right.kind) or (_is_coined(left.name) and _is_coined(right.name))
    return not is_body or is_common(words[0])


def _is_coined(name: str) -> bool:
    """Capitals where nobody's name has them: acronyms that are no initials, brands (*WhatsApp*)."""
    return name.isalpha() and len(name) > MOST_INITIALS and any(map(str.isupper, name[2:]))
