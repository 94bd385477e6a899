"""Whether a statement gives somebody's own words."""

from __future__ import annotations

from collections.abc import Iterable

from runut.statements.ground import Ground
from runut.vocabulary import Manner, Span

# A content counts as direct when at most this share of its words stands outside quotes.
UNQUOTED = 0.12


def manner(ground: Ground, content: Iterable[Span]) -> Manner:
    """Direct when all of the content is in quote marks, mixed when part of it is."""
    if not ground.quoted:
        return "indirect"
    pieces = [ground.prose.words_in(span) for span in content]
    total = sum(map(len, pieces))
    quoted = sum(len(ground.quoted.intersection(words)) for words in pieces)
    if not quoted:
        return "indirect"
    return "direct" if total - quoted <= UNQUOTED * total else "mixed"
