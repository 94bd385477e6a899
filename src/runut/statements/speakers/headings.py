"""Quotes that head a passage: they stand alone in their line, and whoever speaks next said them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from runut.statements.drafts import Draft
from runut.statements.ground import Ground
from runut.statements.marks import past_marks
from runut.statements.speakers.speaker import UNCLEAR, Speaker

# Marks that may stand beside the quote in its line.
BESIDE = "“”‘’\"'« »"


def is_heading(ground: Ground, item: Draft) -> bool:
    """A quote that is all of its line and ends without a mark."""
    if item.frame != "quote":
        return False
    text, start, end = ground.text, item.content[0][0], item.content[-1][1]
    while start > 0 and text[start - 1] in BESIDE:
        start -= 1
    opens = start == 0 or text[start - 1] == "\n"
    behind = past_marks(text, end, len(text), BESIDE)
    closes = behind == len(text) or text[behind] == "\n"
    return opens and closes and text[end - 1].isalnum()


def is_left_open(ground: Ground, item: Draft, following: Draft) -> bool:
    """A quote without its closing mark: the next paragraph goes on with it and tells who speaks."""
    quote = ground.prose.quote_at(item.content[0][0]) if item.frame == "quote" and item.source is None else None
    if quote is None or quote.closed or following.cue is None or not following.content:
        return False
    gap = ground.text[quote.end : following.start]
    return not gap.strip(BESIDE + "\n") and ground.prose.quote_at(following.content[0][0]) is not None


def headed(headings: Iterable[Draft], found: Mapping[Draft, Speaker]) -> dict[Draft, Speaker]:
    """The speakers of headings: of each the next one who speaks, by the speakers of all other drafts in order."""
    spoken = [(item.start, speaker) for item, speaker in found.items() if item.parent is None]
    starts = [start for start, _ in spoken]
    speakers: dict[Draft, Speaker] = {}
    for item in headings:
        following = bisect_right(starts, item.start)
        speakers[item] = spoken[following][1].again("continued") if following < len(spoken) else UNCLEAR
    return speakers
