"""Slips of the pen: names of as many words of which one word differs a little."""

from __future__ import annotations

from typing import NamedTuple

from runut.names.ordinary import plurals

Words = tuple[str, ...]

# A word that is shorter has too many others within one letter.
SHORTEST = 5
# Beside two more words that are the same a shorter one will do.
SHORTEST_BESIDE = 4
# So long must a word be to have two slips.
SHORTEST_TWICE = 8
# What is cut off or glued to the end has at most so many letters.
MOST_CUT = 4
# With so many other words the same, the whole is surely one name.
FEWEST_SURE = 2


class Slip(NamedTuple):
    """How two names differ."""

    told: str
    is_sure: bool
    """So much else is the same that nothing else need speak for it."""


def slip(few: Words, many: Words) -> Slip | None:
    """The slip of the pen by which two names differ; None where it is none."""
    if len(few) != len(many):
        return None
    rest = [(one, other) for one, other in zip(few, many, strict=True) if one != other]
    if len(rest) != 1:
        return None
    return _slip(*rest[0], len(few) - 1)


def _slip(one: str, other: str, beside: int) -> Slip | None:
    """Of two words beside so many that are the same."""
    shortest = min(len(one), len(other))
    # The first letter is seldom mistyped, and tells people and groups apart.
    is_sure = beside >= FEWEST_SURE and one[0] == other[0]
    if one_letter(one, other) and shortest >= (SHORTEST_BESIDE if is_sure else SHORTEST):
        return Slip("differ by one letter", is_sure)
    if _is_plural(one, other) and beside:
        return Slip("differ by the ending of the plural", is_sure=True)
    if shortest >= SHORTEST and _is_cut(one, other):
        return Slip("differ by an ending", is_sure=False)
    if shortest >= SHORTEST_TWICE - 1 and one[0] == other[0] and two_letters(one, other):
        return Slip("differ by two letters", is_sure)
    return None


def _is_plural(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) > 2 and long.removeprefix(short) in plurals()


def _is_cut(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and len(long) - len(short) <= MOST_CUT


def one_letter(one: str, other: str) -> bool:
    """Whether one letter was changed, added or left out, or two neighbours were exchanged."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = _parting(one, other)
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def two_letters(one: str, other: str) -> bool:
    """Whether two words differ by one such slip and another, in a word that is long enough for both."""
    start = _parting(one, other)
    a, b = one[start:], other[start:]
    return any(one_letter(x, y) for x, y in ((a[1:], b[1:]), (a[1:], b), (a, b[1:]), (a[2:], b), (a, b[2:])))


def _parting(one: str, other: str) -> int:
    """The place of the first letter that differs."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (x, y) in pairs if x != y), min(len(one), len(other)))
