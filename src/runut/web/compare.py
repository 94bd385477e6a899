"""Two articles, or two versions of one, side by side."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Response, get
from litestar.params import QueryParameter

from runut.desk import show
from runut.serve.door import READER
from runut.serve.held import HeldDesk
from runut.web.article import Version
from runut.web.comparing import Compared, compare
from runut.web.pages import page
from runut.web.viewer import Asking

Side = Annotated[str, QueryParameter(max_length=2000)]


@get("/compare", opt=READER, include_in_schema=False, sync_to_thread=True)
def show_comparison(  # two articles, each with its version
    request: Asking,
    desk: HeldDesk,
    left: Side = "",
    right: Side = "",
    left_version: Version = None,
    right_version: Version = None,
) -> Response[str]:
    """Both sides; without two names, the form that asks for them."""
    asked: dict[str, Any] = {"left_name": left, "right_name": right, "left": None, "right": None, "found": None}
    if left.strip() and right.strip():
        one = show(desk, left.strip(), version=left_version)
        other = show(desk, right.strip(), version=right_version)
        asked |= {"left": one, "right": other, "found": compare(one.record, other.record)}
    return page(request, "compare.html", **asked)


@get("/compare.json", opt=READER, include_in_schema=False, sync_to_thread=True)
def send_comparison(
    desk: HeldDesk, left: Side, right: Side, left_version: Version = None, right_version: Version = None
) -> Compared:
    """The same for programs."""
    one, other = show(desk, left.strip(), version=left_version), show(desk, right.strip(), version=right_version)
    return compare(one.record, other.record)


ROUTES = (show_comparison, send_comparison)
