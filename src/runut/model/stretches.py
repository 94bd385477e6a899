"""Where a text is cut into the stretches that are read at once: between paragraphs, between sentences, or anywhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from runut.model.pieces import Tokens
from runut.text import Prose

# Tokens of the longest stretch: as many as the network has places for. Shorter ones are quicker, but find less.
LONGEST = 256
# A stretch is at least this long where something longer follows.
SHORTEST = 64


def stretches(prose: Prose, tokens: Tokens, longest: int = LONGEST) -> list[range]:
    """The stretches of a text in order; together they are all of its tokens, each once."""
    paragraphs = _starts(prose, tokens, [span[0] for span in prose.paragraphs])
    sentences = _starts(prose, tokens, [sentence.start for sentence in prose.sentences])
    found, start, size = [], 0, len(tokens.ids)
    while size - start > longest:
        low, high = start + min(SHORTEST, longest), start + longest
        count = -(-(size - start) // longest)
        aim = start + -(-(size - start) // count)
        end = _nearest(paragraphs, low, high, aim) or _nearest(sentences, low, high, aim) or high
        found.append(range(start, end))
        start = end
    return [*found, range(start, size)]


def _starts(prose: Prose, tokens: Tokens, offsets: Sequence[int]) -> list[int]:
    """The first token of what begins at each offset, an opening mark before its first word included."""
    found = []
    for offset in offsets:
        word = bisect_left(prose.starts, offset)
        if word < len(tokens.firsts):
            marked = prose.starts[word] > offset and tokens.firsts[word] > 0
            found.append(tokens.firsts[word] - marked)
    return found


def _nearest(places: Sequence[int], low: int, high: int, aim: int) -> int | None:
    """Of the places from `low` to `high` the one nearest to `aim`."""
    inside = places[bisect_left(places, low) : bisect_right(places, high)]
    return min(inside, key=lambda place: abs(place - aim), default=None)
