"""The words of a name that are compared: those that lead up to it are no part of it."""

from __future__ import annotations

from functools import lru_cache

from runut.names.ordinary import is_lead
from runut.names.spelling import name_words, spelled


@lru_cache(maxsize=1 << 16)
def core(name: str) -> tuple[str, ...]:
    """The words of a name in one spelling, without ordinary ones before two that are none of those."""
    words = name_words(name)
    start = 0
    while start < len(words) - 2 and is_lead(words[start]):
        start += 1
    is_whole = start == 0 or any(map(is_lead, words[start:]))
    return spelled(words if is_whole else words[start:])
