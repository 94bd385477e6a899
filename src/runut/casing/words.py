"""The words of a text as the network sees them: by what they look like, and what stands before them."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import lru_cache

from runut.text.prose import WORD

# Rows of the table; the first is of nothing.
ROWS = 32768
# Letters of the beginnings and of the ends of a word, its marks ^ and $ included, that are looked up.
ENDS = (3, 4, 5)
# Words of more letters count as equally long.
LONGEST = 8

GAPS = ("plain", "mark", "quote", "stop", "quoted stop", "break", "bracket", "edge")
PLAIN, MARK, QUOTE, STOP, QUOTED_STOP, BREAK, BRACKET, EDGE = range(len(GAPS))
QUOTES = re.compile(r"[\"“”„«»‟‘]")
STOPS = re.compile(r"[.!?…]")
BRACKETS = re.compile(r"[()]")


@dataclass(frozen=True, slots=True)
class Written:
    """A word, where it stands, and the kind of the gap before it."""

    text: str
    start: int
    end: int
    gap: int


def written(text: str) -> list[Written]:
    """The words of a text in order."""
    found, at = [], 0
    for match in WORD.finditer(text):
        start, end = match.span()
        found.append(Written(match.group(), start, end, _kind(text[at:start]) if at else BREAK))
        at = end
    return found


def _kind(gap: str) -> int:
    if gap in (" ", ""):
        return PLAIN
    if "\n" in gap:
        return BREAK
    if STOPS.search(gap):
        return QUOTED_STOP if QUOTES.search(gap) else STOP
    if QUOTES.search(gap):
        return QUOTE
    return BRACKET if BRACKETS.search(gap) else MARK


@lru_cache(maxsize=65536)
def rows(word: str) -> tuple[int, ...]:
    """The rows of the table that are summed for a word in lower case: its own first."""
    whole = f"^{word}$"
    looks = [f"w{word}"]
    looks += [f"p{whole[:size]}" for size in ENDS]
    looks += [f"s{whole[-size:]}" for size in ENDS]
    looks.append(f"l{min(len(word), LONGEST)}{'d' if word[0].isdigit() else ''}")
    return tuple([1 + zlib.crc32(look.encode()) % (ROWS - 1) for look in looks])
