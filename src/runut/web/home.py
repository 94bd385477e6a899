"""The first page: give a page and see where it comes from; what came last; what waits for a human eye."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.exceptions import NotAuthorizedException
from litestar.params import MultipartBody, QueryParameter
from litestar.response import Redirect
from msgspec import Meta, Struct

from runut.desk import search
from runut.find import Question
from runut.serve.door import READER
from runut.serve.held import HeldDesk
from runut.web.article import shown
from runut.web.giving import Given, keep, read_fetched, read_given, unkept
from runut.web.pages import headers, page
from runut.web.saying import UNSURE
from runut.web.spots import article_address
from runut.web.viewer import Asking, viewer
from runut.web.waiting import Waits, waiting

LATEST = 12
LARGEST = 10_000_000
"""Bytes of a page that is given by hand."""
Shared = Annotated[str, QueryParameter(max_length=100_000)]


class Form(Struct, frozen=True):
    """What the form sends; one of the three is filled."""

    link: Annotated[str, Meta(max_length=4000)] = ""
    text: str = ""
    file: UploadFile | None = None
    csrf: str = ""


@get("/", opt=READER, include_in_schema=False, sync_to_thread=True)
def home(request: Asking, desk: HeldDesk, url: Shared = "", text: Shared = "") -> Response[str]:
    """The desk; `url` and `text` fill the form, as a bookmark or another program that shares does."""
    return page(
        request,
        "home.html",
        latest=search(desk, Question(), by="time", limit=LATEST).hits,
        waits=waiting(desk),
        unsure=UNSURE,
        link=url,
        text=text,
        fault=None,
    )


@get("/waiting.json", opt=READER, include_in_schema=False, sync_to_thread=True)
def send_waiting(desk: HeldDesk) -> Waits:
    """What waits for a human eye, for programs."""
    return waiting(desk)


@post("/read", opt=READER, include_in_schema=False, request_max_body_size=LARGEST, status_code=200)
async def read(request: Asking, desk: HeldDesk, data: MultipartBody[Form]) -> Response[Any]:
    """Read what is given. An editor's is kept, and shown where it is kept; anybody else's is only shown."""
    from anyio import to_thread

    content = await data.file.read() if data.file and data.file.filename else b""
    given = Given(link=data.link.strip(), text=data.text, name=data.file.filename if content and data.file else "")
    return await to_thread.run_sync(_read, request, desk, given, content)


def _read(request: Asking, desk: HeldDesk, given: Given, content: bytes) -> Response[Any]:
    found = viewer(request)
    if not (given.link or given.text.strip() or content):
        return _again(request, desk, given, found.texts.say("home.given_nothing"))
    if given.link and not found.may_write:
        raise NotAuthorizedException(found.texts.say("home.needs_editor"))
    one = read_fetched(given.link) if given.link else read_given(given, content)
    if one.record is None or one.record.kind == "error":
        return _again(request, desk, given, found.texts.say("read.failed", reason=one.reason or ""))
    if not found.may_write:
        return page(request, "article.html", kept=False, **shown(unkept(one.record), found.texts))
    kept = keep(desk, one)
    if kept.article is None:
        return _again(request, desk, given, found.texts.say("read.failed", reason=kept.reason or kept.what))
    return Redirect(article_address(kept.article), status_code=303, headers=headers())


def _again(request: Asking, desk: HeldDesk, given: Given, fault: str) -> Response[str]:
    latest = search(desk, Question(), by="time", limit=LATEST).hits
    return page(
        request,
        "home.html",
        422,
        latest=latest,
        waits=waiting(desk),
        unsure=UNSURE,
        link=given.link,
        text=given.text[:100_000],
        fault=fault,
    )


ROUTES = (home, send_waiting, read)
