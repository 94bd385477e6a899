"""Whether a statement gives somebody's own words."""

from __future__ import annotations

from collections.abc import Sequence

from runut.statements.ground import Ground
from runut.statements.marks import OPENING_ANY
from runut.vocabulary import Manner, Span

# A content counts as direct when at most this share of its words stands outside quotes.
UNQUOTED = 0.12


def manner(ground: Ground, content: Sequence[Span], *, nested: bool = False) -> Manner:
    """Direct when all of the content is in quote marks, mixed when part of it is.

    `nested` in another's quote the marks around both are that one's: only marks of its own count.
    """
    if not ground.quoted or (nested and not any(_has_marks(ground, span) for span in content)):
        return "indirect"
    pieces = [ground.prose.words_in(span) for span in content]
    total = sum(map(len, pieces))
    quoted = sum(len(ground.quoted.intersection(words)) for words in pieces)
    if not quoted:
        return "indirect"
    return "direct" if total - quoted <= UNQUOTED * total else "mixed"


def _has_marks(ground: Ground, span: Span) -> bool:
    """A quote opens at its beginning or within it."""
    return any(mark in OPENING_ANY for mark in ground.text[max(0, span[0] - 1) : span[1]])
