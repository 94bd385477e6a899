"""What changed between two versions of an article: only that, with some words around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from litestar import Response, get
from msgspec import Struct

from runut.desk import Difference, difference, show
from runut.desk.differences import Change
from runut.serve.door import READER
from runut.serve.held import HeldDesk
from runut.vocabulary import Record
from runut.web.article import Name, Version
from runut.web.pages import page
from runut.web.viewer import Asking

AROUND = 90
"""Code points shown on either side of a change."""
MOST = 200
LONGEST = 4_000
"""Code points of one change."""


class Shift(Struct, frozen=True, kw_only=True):
    """One change with what stands around it."""

    lead: str
    before: str
    after: str
    trail: str
    at: int
    """Where it stands in the newer text."""


@get("/articles/{article:str}/changes", opt=READER, include_in_schema=False, sync_to_thread=True)
def show_changes(
    request: Asking, desk: HeldDesk, article: Name, older: Version = None, newer: Version = None
) -> Response[str]:
    """The difference between two versions; the newest and the one before it when none are given."""
    last = show(desk, article, version=newer)
    before = show(desk, article, version=older or max(1, last.version - 1))
    found = difference(before.record, last.record) if before.version != last.version else Difference((), ())
    return page(
        request,
        "changes.html",
        article=last,
        record=last.record,
        older=before.version,
        newer=last.version,
        parts=[(one.part, _said(one.before), _said(one.after)) for one in found.parts],
        shifts=list(shifts(last.record, found)),
    )


def shifts(newer: Record, found: Difference) -> Iterator[Shift]:
    """The changes of the text, in its order."""
    return (_shift(newer.text, change) for change in found.text[:MOST])


def _shift(text: str, change: Change) -> Shift:
    start, end = change.new
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    if first:  # cut between words
        first = text.find(" ", first, start) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", end, last), end)
    return Shift(
        lead=text[first:start],
        before=change.before[:LONGEST],
        after=change.after[:LONGEST],
        trail=text[end:last],
        at=start,
    )


def _said(value: Any) -> str:
    """A part of the anatomy on one line."""
    if isinstance(value, dict):
        return " · ".join(str(one) for one in value.values() if one)
    if isinstance(value, list | tuple):
        return "; ".join(_said(one) for one in value)
    return "" if value is None else str(value)


ROUTES = (show_changes,)
