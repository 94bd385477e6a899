"""The stretch of a sentence that one cue may draw on."""

from __future__ import annotations

from msgspec import Struct

from runut.text import Prose
from runut.vocabulary import Span


class Clause(Struct, frozen=True):
    """Words [first, last) and characters [start, end) in which a cue has its source and its content."""

    first: int
    last: int
    start: int
    end: int

    @classmethod
    def of(cls, prose: Prose, span: Span) -> Clause:
        """The clause of the words that lie within a span."""
        words = prose.words_in(span)
        first, last = (words.start, words.stop) if words else (0, 0)
        return cls(first, last, *span)
