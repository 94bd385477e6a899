"""The original as it was captured: shown as text, at the same words."""

from __future__ import annotations

from litestar import Response, get

from runut.desk import show
from runut.errors import BrokenEvidence, InputFault
from runut.serve.door import READER
from runut.serve.held import HeldDesk
from runut.web.article import At, Name, Version
from runut.web.originals import LONGEST, located, original
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
    shown, text, here, fault = None, "", None, None
    for capture in (one for one in found.captures if one.version == found.version):
        try:
            text = original(desk, capture.record)
        except (BrokenEvidence, InputFault) as reason:
            fault = fault or str(reason)
            continue
        shown, here = capture, located(text, found.record, spot)
        if here or spot is None:
            break
    return page(
        request,
        "original.html",
        article=found,
        record=found.record,
        capture=shown,
        text=text[:LONGEST],
        left_out=max(0, len(text) - LONGEST),
        here=here if here and here[1] <= LONGEST else None,
        at=spot,
        fault=fault,
    )


ROUTES = (show_original,)
