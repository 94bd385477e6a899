"""Watches: questions of the desk made, seen, silenced and ended."""

from __future__ import annotations

from typing import Annotated

from litestar import Response, get, post
from litestar.params import PathParameter, QueryParameter, URLEncodedBody
from litestar.response import Redirect
from msgspec import Meta, Struct
from msgspec.structs import replace
from sqlalchemy import update

from runut.capture.gate import Gate
from runut.desk import Desk
from runut.desk.tables import watches as table
from runut.serve.door import EDITOR, READER
from runut.serve.held import HeldDesk
from runut.watch import Every, Watch, add_watch, alerts_of, remove_watch, watch_named, watches
from runut.watch.hours import parse_hours
from runut.web.pages import headers, page
from runut.web.viewer import Asking

Name = Annotated[str, PathParameter(max_length=100)]
Asked = Annotated[str, QueryParameter(max_length=1000)]
Short = Annotated[str, Meta(max_length=1000)]


class NewWatch(Struct, frozen=True):
    """What the form of a new watch sends."""

    name: Annotated[str, Meta(max_length=61)]
    question: Short
    every: Every = "match"
    quiet: Short = ""
    past: str = ""
    csrf: str = ""


class Silence(Struct, frozen=True):
    """What the form for silent hours sends."""

    quiet: Short = ""
    csrf: str = ""


@get("/watch", opt=READER, include_in_schema=False, sync_to_thread=True)
def show_watches(request: Asking, desk: HeldDesk, q: Asked = "") -> Response[str]:
    """All watches; `q` is put into the form for a new one."""
    return page(request, "watches.html", watches=watches(desk), question=q)


@get("/watch/{name:str}", opt=READER, include_in_schema=False, sync_to_thread=True)
def show_watch(request: Asking, desk: HeldDesk, name: Name) -> Response[str]:
    """One watch, and what it has found."""
    return page(request, "watch.html", watch=watch_named(desk, name), alerts=alerts_of(desk, name, limit=100))


@post("/watch", opt=EDITOR, include_in_schema=False, sync_to_thread=True, status_code=200)
def save(desk: HeldDesk, data: URLEncodedBody[NewWatch]) -> Redirect:
    """Save a question."""
    watch = Watch(name=data.name, question=data.question, every=data.every, quiet=data.quiet.strip() or None)
    add_watch(desk, watch, gate=Gate(), past=bool(data.past))
    return Redirect(f"/watch/{watch.name}", status_code=303, headers=headers())


@post("/watch/{name:str}/silence", opt=EDITOR, include_in_schema=False, sync_to_thread=True, status_code=200)
def silence(desk: HeldDesk, name: Name, data: URLEncodedBody[Silence]) -> Redirect:
    """Set the hours in which nothing is sent."""
    set_quiet(desk, name, data.quiet.strip() or None)
    return Redirect(f"/watch/{name}", status_code=303, headers=headers())


@post("/watch/{name:str}/end", opt=EDITOR, include_in_schema=False, sync_to_thread=True, status_code=200)
def end(desk: HeldDesk, name: Name) -> Redirect:
    """Remove a watch, with what it found."""
    remove_watch(desk, name)
    return Redirect("/watch", status_code=303, headers=headers())


def set_quiet(desk: Desk, name: str, quiet: str | None) -> Watch:
    """Change the silent hours of a watch, and nothing else of it.

    Raises UsageFault for hours that cannot be read, NotHeld when there is no such watch.
    """
    found = watch_named(desk, name)
    if quiet:
        parse_hours(quiet)
    with desk.writing() as connection:
        connection.execute(update(table).where(table.c.name == name).values(quiet=quiet))
    return replace(found, quiet=quiet)


ROUTES = (show_watches, show_watch, save, silence, end)
