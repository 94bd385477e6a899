"""Names of which one has fewer words or only letters for some."""

from __future__ import annotations

from runut.names.spelling import is_common

Words = tuple[str, ...]


def lacks(few: Words, many: Words) -> bool:
    """Whether a name is another without some words: in the middle, before it, or the last one.

    What has more than one word behind is often a body and somebody of it: *Kharisma Premium Agus Irawan*.
    """
    rest = iter(many)
    if not all(word in rest for word in few):
        return False
    before = few == many[-len(few) :]
    middle = few[0] == many[0] and few[-1] == many[-1]
    return before or middle or few == many[:-1]


def abbreviates(few: Words, many: Words) -> bool:
    """`m nuh` for `muhammad nuh`: every word or its first letter, at least one long word whole."""
    if len(few) != len(many):
        return False
    pairs = list(zip(few, many, strict=True))
    whole = [one for one, other in pairs if one == other and len(one) > 2 and not is_common(one)]
    rest = [(one, other) for one, other in pairs if one != other]
    return bool(whole) and all(_is_initial(one, other) or _is_initial(other, one) for one, other in rest)


def _is_initial(one: str, other: str) -> bool:
    return len(one) == 1 and other.startswith(one)


def spells(acronym: str, words: Words) -> bool:
    """Whether an acronym has the first letters of words, some of which may be left out (*BMKG*)."""
    letters = iter(word[0] for word in words)
    return len(words) >= len(acronym) and all(letter in letters for letter in acronym.lower())
