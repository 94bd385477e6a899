"""Whether two names of two articles are one person's or one body's, and why."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, TypeAlias

from msgspec import Struct

from runut.names.bearers import Bearer
from runut.names.company import ENOUGH, shared
from runut.names.cores import core
from runut.names.offices import offices
from runut.names.slips import Slip, slip
from runut.names.spelling import borne, is_common, known, name_words, spelled

Verdict: TypeAlias = Literal["same", "different", "unsure"]
Words: TypeAlias = tuple[str, ...]

# In capitals, so few letters are somebody's initials.
MOST_INITIALS = 3
# Suspects are called by the same two letters everywhere, also in articles of one kind.
ENOUGH_BESIDE_INITIALS = 4


class Match(Struct, frozen=True):
    """What a comparison found."""

    verdict: Verdict
    score: float
    """How sure it is that the two are one, between 0 and 1; rules are ordered by it."""
    rule: str
    """A short stable name: `name`, `given`, `public`, `spelling`, `order`, `shorter`, `initial`, `letter`, `role`,
    `company`, `called`, `ruling` where they are the same; `words`, `nothing` (not even one word in common), `single` and again
    `shorter`, `initial`, `letter` where they are not, or where it is not sure."""
    reason: str
    """One sentence for a person."""


def match(left: Bearer, right: Bearer) -> Match:
    """Compare two names as two articles use them; what is not sure is `unsure`, and must not be merged."""
    a, b = core(left.name), core(right.name)
    if not a or not b:
        return Match("different", 0.0, "words", "one of them has no words")
    for told in (_other_name(left, right, a, b), _whole(left, right, a, b)):
        if told:
            return told
    if not set(a) & set(b) and not _abbreviates(a, b) and not (len(a) == len(b) == 1 and slip(a, b)):
        return Match("different", 0.0, "nothing", f"“{left.name}” and “{right.name}” have no word in common")
    if "organisation" in (left.kind, right.kind):
        return Match("different", 0.1, "words", "bodies with different names")
    return _part(left, right, a, b)


def _whole(left: Bearer, right: Bearer, a: Words, b: Words) -> Match | None:
    """Names that are the same, all words taken."""
    if a == b:
        return _equal(left, right, a)
    if len(a) > 1 and sorted(a) == sorted(b):
        return Match("same", 0.9, "order", f"“{left.name}” and “{right.name}” are the same words in another order")
    if (len(a) > 1 or len(b) > 1) and "".join(a) == "".join(b):
        return Match("same", 0.93, "spelling", f"“{left.name}” and “{right.name}” have the same letters in a row")
    return None


def _equal(left: Bearer, right: Bearer, words: Words) -> Match:
    is_exact = name_words(left.name) == name_words(right.name)
    rule, what = ("name", "the same name") if is_exact else ("spelling", "one name in two spellings")
    told = f"“{left.name}” and “{right.name}” are {what}"
    if not _tells_little(left, right, words):
        return Match("same", 0.97 if is_exact else 0.93, rule, told)
    if words in known() or (_roles_agree(left, right) and not is_initials(left.name)):
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
    if len(others) < (ENOUGH_BESIDE_INITIALS if is_initials(left.name) else ENOUGH):
        return None
    names = ", ".join(f"“{word}”" for word in others[:3])
    return Match("same", score, rule, f"{told}, and both articles name {names}")


def _other_name(left: Bearer, right: Bearer, a: Words, b: Words) -> Match | None:
    """One is called what the other is, by an article or by everybody."""
    for one, words in ((left, b), (right, a)):
        given = {spelled(name_words(name)): name for name in (*one.known_as, *one.called)}
        if words in given and (len(words) > 1 or given[words] in one.known_as):
            return Match("same", 0.95, "given", f"an article calls {one.name} “{given[words]}” too")
    for words, full, short, long in ((a, b, left, right), (b, a, right, left)):
        if known().get(words) == full:
            return Match("same", 0.95, "public", f"“{short.name}” is how the public knows {long.name}")
    return None


def _part(left: Bearer, right: Bearer, a: Words, b: Words) -> Match:
    """Names of people of which one is shorter, abbreviated or mistyped."""
    short, long = (left, right) if len(a) <= len(b) else (right, left)
    few, many = (a, b) if len(a) <= len(b) else (b, a)
    if len(few) == 1:
        return _single(short, long, few[0], many)
    if _lacks(few, many) or _lacks(borne(few), borne(many)):
        return _shorter(short, long, few)
    if few == many[: len(few)] and (found := _in_company(short, long, _without(short, long), 0.85, "shorter")):
        return found
    if _abbreviates(few, many):
        return _supported(short, long, 0.86, "initial", f"“{short.name}” abbreviates “{long.name}”")
    if found := slip(few, many):
        return _slipped(short, long, found)
    return Match("different", 0.05, "words", f"“{left.name}” and “{right.name}” have different words")


def _single(short: Bearer, long: Bearer, word: str, many: Words) -> Match:
    if len(many) == 1 and (found := slip((word,), many)):
        return _slipped(short, long, found)
    if word not in many:
        return Match("different", 0.05, "words", f"“{short.name}” is no part of “{long.name}”")
    if _roles_agree(short, long):
        return Match("same", 0.85, "role", f"“{short.name}” has the role of {long.name}")
    told = f"“{short.name}” is what {long.name} may be called"
    return _in_company(short, long, told, 0.8) or Match("unsure", 0.4, "single", f"{told}, but others as well")


def _shorter(short: Bearer, long: Bearer, few: Words) -> Match:
    told = _without(short, long)
    distinctive = sum(not is_common(word) and len(word) > 1 for word in few)
    if distinctive >= 2 or (distinctive and not _roles_differ(short, long)) or _roles_agree(short, long):
        return Match("same", 0.92, "shorter", told)
    return Match("unsure", 0.5, "shorter", f"{told}, but many people are called so")


def _slipped(short: Bearer, long: Bearer, found: Slip) -> Match:
    """Names of as many words that differ as slips of the pen do."""
    told = f"“{short.name}” and “{long.name}” {found.told}"
    if found.is_sure:
        return Match("same", 0.84, "letter", told)
    if _roles_agree(short, long):
        return Match("same", 0.84, "letter", f"{told}, and they have one role")
    return _in_company(short, long, told, 0.82, "letter") or Match("unsure", 0.4, "letter", told)


def _without(short: Bearer, long: Bearer) -> str:
    return f"“{short.name}” is “{long.name}” without some of its words"


def _supported(short: Bearer, long: Bearer, score: float, rule: str, told: str) -> Match:
    """Weak likeness of names counts where the roles do not speak against it."""
    if _roles_differ(short, long):
        return Match("unsure", 0.4, rule, f"{told}, but their roles differ")
    return Match("same", score, rule, told)


def _lacks(few: Words, many: Words) -> bool:
    """Whether a name is another without some words: in the middle, before it, or the last one.

    What has more words behind is often a body and somebody of it: *Kharisma Premium*, *Kharisma Premium Agus Irawan*.
    """
    rest = iter(many)
    if not all(word in rest for word in few):
        return False
    before = few == many[-len(few) :]
    middle = few[0] == many[0] and few[-1] == many[-1]
    return before or middle or few == many[:-1]


def _abbreviates(few: Words, many: Words) -> bool:
    """`m nuh` for `muhammad nuh`: every word or its first letter, at least one long word whole."""
    if len(few) != len(many):
        return False
    pairs = list(zip(few, many, strict=True))
    whole = [one for one, other in pairs if one == other and len(one) > 2 and not is_common(one)]
    rest = [(one, other) for one, other in pairs if one != other]
    return bool(whole) and all(_is_initial(one, other) or _is_initial(other, one) for one, other in rest)


def _is_initial(one: str, other: str) -> bool:
    return len(one) == 1 and other.startswith(one)


def _roles_agree(left: Bearer, right: Bearer) -> bool:
    """Whether a role of each has at least two words in common: a single one, such as *Public*, tells of nobody."""
    pairs = ((_role(one), _role(other)) for one in left.roles for other in right.roles)
    return any(len(a & b) >= 2 for a, b in pairs)


def _roles_differ(left: Bearer, right: Bearer) -> bool:
    """Whether both have roles, and none of one shares a word with one of the other."""
    mine, theirs = ({word for role in bearer.roles for word in _role(role)} for bearer in (left, right))
    return bool(mine and theirs) and not mine & theirs


@lru_cache(maxsize=1 << 14)
def _role(role: str) -> frozenset[str]:
    """The words of a role, short forms of offices spelt out (*Menlu*)."""
    spelt = (word for short in name_words(role) for word in name_words(offices().get(short, short)))
    return frozenset(word for word in spelt if len(word) > 2)
