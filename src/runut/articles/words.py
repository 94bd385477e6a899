"""The words of a text, as texts are compared by them."""

from __future__ import annotations

import re
from typing import TypeAlias

Words: TypeAlias = tuple[str, ...]
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|[^\W_]+")
# How much of their words two titles share that say the same: publishers shorten titles for search engines.
ALIKE = 0.75


def words_of(text: str) -> Words:
    """The words of a text for comparison: lower case, no marks."""
    return tuple(WORD.findall(text.lower()))


def shared(left: Words, right: Words) -> float:
    """How much of their different words two texts share, from 0 to 1 (Dice's coefficient)."""
    return overlap(frozenset(left), frozenset(right))


def overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """The same for words that are sets already."""
    return 2 * len(left & right) / max(1, len(left) + len(right))
