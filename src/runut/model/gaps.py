"""What stands between two words, and which labels go from one side of it to the other."""

from __future__ import annotations

import re

from runut.text import Prose

KINDS = ("plain", "comma", "quote", "stop", "quoted stop", "break")
PLAIN, COMMA, QUOTE, STOP, QUOTED_STOP, BREAK = range(len(KINDS))

MARKS = re.compile(r"[\"“”„«»‟‘]")
STOPS = re.compile(r"[.!?…](?!\w)")


def gaps(prose: Prose) -> list[int]:
    """The kind of each gap between two neighbouring words."""
    return [_kind(prose, at) for at in range(len(prose.words) - 1)]


def _kind(prose: Prose, at: int) -> int:
    start, end = prose.ends[at], prose.starts[at + 1]
    gap = prose.text[start:end]
    if gap in (" ", ""):
        return PLAIN
    if "\n" in gap:
        return BREAK
    if STOPS.search(gap):
        quote = prose.quote_at(start)
        return QUOTED_STOP if quote is not None and end < quote.end else STOP
    return QUOTE if MARKS.search(gap) else COMMA if gap.strip() else PLAIN
