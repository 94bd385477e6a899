"""The first page: give a page and see where it comes from; what came last; what waits for a human eye."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Response, get, post
from litestar.datastructures import State, UploadFile
from litestar.exceptions import NotAuthorizedException
from litestar.params import PathParameter, QueryParameter
from litestar.response import Redirect

from runut.desk import Desk, search
from runut.desk.stories import stories_held
from runut.errors import NotHeld
from runut.find import Question
from runut.serve.door import EDITOR, READER
from runut.serve.held import HeldDesk
from runut.web.article import shown
from runut.web.giving import Given, given, keep, read, unkept
from runut.web.pages import headers, is_part, page
from runut.web.saying import UNSURE
from runut.web.spots import article_address
from runut.web.viewer import Asking, viewer
from runut.web.waiting import Waits, waiting

LATEST = 12
STORIES = 8
LARGEST = 50_000_000
"""Bytes of all pages that are given at once; of one the reader takes ten million."""
AT_ONCE = 200
"""Files and links of one import."""
Shared = Annotated[str, QueryParameter(max_length=100_000)]
Imported = Annotated[str, PathParameter(max_length=40)]


@get("/", opt=READER, include_in_schema=False, sync_to_thread=True)
def home(request: Asking, desk: HeldDesk, state: State, url: Shared = "", text: Shared = "") -> Response[str]:
    """The desk; `url` and `text` fill the form, as a bookmark or another program that shares does."""
    return page(request, "home.html", **_home(desk, state), link=url, text=text, fault=None)


@get("/waiting.json", opt=READER, include_in_schema=False, sync_to_thread=True)
def send_waiting(desk: HeldDesk) -> Waits:
    """What waits for a human eye, for programs."""
    return waiting(desk)


@post("/read", opt=READER, include_in_schema=False, request_max_body_size=LARGEST, status_code=200)
async def take_in(request: Asking, desk: HeldDesk, state: State) -> Response[Any]:
    """Read what is given. An editor's is kept, and shown where it is kept; anybody else's is only shown."""
    from anyio import to_thread

    form = await request.form()
    sent = [one for one in form.getall("file", []) if isinstance(one, UploadFile)]
    files = [(one.filename, await one.read()) for one in sent[:AT_ONCE]]
    link, text = (str(form.get(name, "")) for name in ("link", "text"))
    return await to_thread.run_sync(_taken, request, desk, state, (link, text, given(link, text, files)[:AT_ONCE]))


def _taken(request: Asking, desk: Desk, state: State, sent: tuple[str, str, list[Given]]) -> Response[Any]:
    found = viewer(request)
    link, text, things = sent
    if not things:
        return _again(request, desk, (link, text), found.texts.say("home.given_nothing"))
    if not found.may_write and (len(things) > 1 or things[0].is_link):
        raise NotAuthorizedException(found.texts.say("home.needs_editor"))
    if len(things) > 1:
        name = state.imports.begin(desk, things)
        return Redirect(f"/imports/{name}", status_code=303, headers=headers())
    one = read(things[0])
    if one.record is None or one.record.kind == "error":
        return _again(request, desk, (link, text), found.texts.say("read.failed", reason=one.reason or ""))
    if not found.may_write:
        return page(request, "article.html", kept=False, **shown(unkept(one.record), found.texts))
    kept = keep(desk, one)
    if kept.article is None:
        return _again(request, desk, (link, text), found.texts.say("read.failed", reason=kept.reason or kept.what))
    return Redirect(article_address(kept.article), status_code=303, headers=headers())


def _again(request: Asking, desk: Desk, sent: tuple[str, str], fault: str) -> Response[str]:
    """The first page once more, with what was sent and why it was not enough."""
    return page(request, "home.html", 422, **_home(desk, request.app.state), link=sent[0], text=sent[1], fault=fault)


def _home(desk: Desk, state: State) -> dict[str, Any]:
    return {
        "latest": search(desk, Question(), by="time", limit=LATEST).hits,
        "stories": stories_held(desk, limit=STORIES),
        "waits": waiting(desk),
        "unsure": UNSURE,
        "going": state.imports.going(),
    }


@get("/imports/{name:str}", opt=EDITOR, include_in_schema=False, sync_to_thread=True)
def show_import(request: Asking, state: State, name: Imported) -> Response[str]:
    """How far an import is; it goes on whether or not somebody looks."""
    found = state.imports.find(name)
    if found is None:
        raise NotHeld("There is no such import, or no longer; what it brought is on the desk.")
    template = "import.html" if is_part(request) else "import_page.html"
    return page(request, template, name=name, work=found)


ROUTES = (home, send_waiting, take_in, show_import)
