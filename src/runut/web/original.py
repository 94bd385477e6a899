"""The original as it was captured: shown as text, at the same words."""

from __future__ import annotations

from litestar import Response, get

from runut.desk import show
from runut.serve.door import READER
from runut.serve.held import HeldDesk
from runut.web.article import At, Name, Version
from runut.web.originals import LONGEST, Seen, seen
from runut.web.pages import page
from runut.web.spots import place
from runut.web.viewer import Asking


@get("/articles/{article:str}/original", opt=READER, include_in_schema=False, sync_to_thread=True)
def show_original(
    request: Asking, desk: HeldDesk, article: Name, version: Version = None, at: At = None
) -> Response[str]:
    """The first capture of a version that has the words; never as HTML."""
    found = show(desk, article, version=version)
    spot = place(at, len(found.record.text))
    told = seen(desk, found, spot)
    return page(
        request,
        "original.html",
        article=found,
        record=found.record,
        capture=told.capture,
        text=told.text[:LONGEST],
        left_out=max(0, len(told.text) - LONGEST),
        here=told.here if told.here and told.here[1] <= LONGEST else None,
        at=spot,
        fault=told.fault,
    )


@get("/articles/{article:str}/original.json", opt=READER, include_in_schema=False, sync_to_thread=True)
def send_original(desk: HeldDesk, article: Name, version: Version = None, at: At = None) -> Seen:
    """The same for programs, whole."""
    found = show(desk, article, version=version)
    return seen(desk, found, place(at, len(found.record.text)))


ROUTES = (show_original, send_original)
