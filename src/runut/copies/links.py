"""Links: who copied whom, where, how surely and why."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from runut.copies.direction import Reason
from runut.copies.sharing import Kind
from runut.vocabulary import Span


class Passage(NamedTuple):
    """The same words in two articles."""

    copy: Span
    source: Span


class Link(Struct, frozen=True, kw_only=True):
    """One article has wording of another."""

    copy: str
    """Id of the article that has it from the other, or that more likely has."""
    source: str
    kind: Kind
    share: float
    """The part of the copy's words that stands in the source; of a translation, of its names and numbers."""
    passages: tuple[Passage, ...]
    """In the order of the copy; none for translations."""
    confidence: float
    """Between 0.5 and 1: how likely the copy is the copy; near 0.5 the way is open."""
    evidence: tuple[Reason, ...]
