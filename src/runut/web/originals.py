"""A page as it was captured, as text that cannot do anything, with the words of an article marked in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import select

from runut.capture import unpack
from runut.capture.archive import Place, read
from runut.desk import Desk, Shown
from runut.desk.places import COLUMNS, place
from runut.desk.showing import CaptureHeld
from runut.desk.tables import captures
from runut.errors import BrokenEvidence, InputFault, NotHeld
from runut.pages import parse
from runut.vocabulary import Paragraph, Record, Span

LONGEST = 300_000
"""Code points that are shown."""
# All but white space and signs without a shape: what is the same in the page and in the article read from it.
_SHOWN = re.compile("[^\\s\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]+")


class Seen(Struct, frozen=True, kw_only=True):
    """A captured page as text."""

    capture: CaptureHeld | None = None
    """None where none is held, or none can be read."""
    text: str = ""
    here: Span | None = None
    """Where the words that were asked for stand; None when they were not found, or none were asked for."""
    fault: str | None = None
    """Why a capture cannot be shown."""


def seen(desk: Desk, article: Shown, at: Span | None) -> Seen:
    """The first capture of a version that has the words; when none has, the last one that can be read."""
    found = Seen()
    for capture in (one for one in article.captures if one.version == article.version):
        try:
            text = original(desk, capture.record)
        except (BrokenEvidence, InputFault) as reason:
            found = replace(found, fault=str(reason))
            continue
        found = Seen(capture=capture, text=text, here=located(text, article.record, at))
        if found.here or at is None:
            break
    return found


def original(desk: Desk, capture: str) -> str:
    """The text of a capture, by its WARC-Record-ID: block by block, with all that is no part of the article.

    Raises NotHeld when there is none, BrokenEvidence when it is damaged, InputFault when it cannot be read.
    """
    blocks = parse(unpack(read(desk.address.captures, _place(desk, capture)))).blocks
    return "\n".join(block.text for block in blocks if block.text)


def _place(desk: Desk, capture: str) -> Place:
    with desk.reading() as connection:
        row = connection.execute(select(*COLUMNS).where(captures.c.record == capture)).first()
    if row is None:
        raise NotHeld("This desk holds no such capture.")
    return place(row)


def located(text: str, record: Record, at: Span | None) -> Span | None:
    """Where words of an article stand in the text of its page: by the paragraph that they stand in, else by themselves.

    What only white space and signs without a shape tell apart is the same.
    """
    if at is None:
        return None
    page = _Shown(text)
    paragraph = next((p for p in record.paragraphs if p.span[0] <= at[0] < p.span[1]), Paragraph("paragraph", at))
    for start in dict.fromkeys((paragraph.span[0], at[0])):
        end = min(paragraph.span[1], at[1]) if start == paragraph.span[0] else at[1]
        lead = len(_Shown(record.text[start : at[0]]).text)
        whole = _Shown(record.text[start:end]).text
        found = page.text.find(whole)
        if found >= 0 and lead < len(whole):
            return page.span(found + lead, found + len(whole))
    return None


class _Shown:
    """What of a text is shown, and where each sign of it stands."""

    def __init__(self, text: str) -> None:
        runs = list(_SHOWN.finditer(text))
        self.text = "".join(run[0] for run in runs)
        self._starts = [run.start() for run in runs]
        self._before = [0, *accumulate(len(run[0]) for run in runs)]

    def span(self, start: int, end: int) -> Span:
        """The span in the whole text of some of what is shown."""
        return self._at(start), self._at(end - 1) + 1

    def _at(self, index: int) -> int:
        run = bisect_right(self._before, index) - 1
        return self._starts[run] + index - self._before[run]
