"""Routes that write: pages are added, statements ruled on, articles taken down. All of them are for editors."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Request, delete, post
from litestar.params import JSONBody, QueryParameter
from msgspec import Meta, Struct

from runut.capture import Options
from runut.capture.naming import require_web
from runut.desk import Brought, Ruling, Tombstone, bring, forget, rule
from runut.desk.rulings import Verdict
from runut.serve.door import EDITOR
from runut.serve.held import HeldDesk
from runut.serve.reading import Name

Note = Annotated[str, Meta(max_length=2000)]
Why = Annotated[str | None, QueryParameter(max_length=2000, description="The reason")]
MOST_LINKS = 20


class Pages(Struct, frozen=True, forbid_unknown_fields=True):
    """Pages that are to be fetched and kept."""

    urls: Annotated[tuple[Annotated[str, Meta(max_length=4000)], ...], Meta(min_length=1, max_length=MOST_LINKS)]
    """Web addresses; files of the server cannot be named."""


class Kept(Struct, frozen=True):
    """What became of each."""

    brought: tuple[Brought, ...]


class NewRuling(Struct, frozen=True, forbid_unknown_fields=True):
    """A decision on a statement."""

    statement: Annotated[str, Meta(max_length=100)]
    """Its id, or its number in the newest version."""
    verdict: Verdict
    note: Note | None = None


@post("/api/articles", opt=EDITOR, sync_to_thread=True, status_code=200)
def add_articles(desk: HeldDesk, data: JSONBody[Pages]) -> Kept:
    """Fetch pages, politely and through the gate, and keep them."""
    return Kept(tuple(bring(desk, [require_web(url) for url in data.urls], options=Options())))


@post("/api/articles/{article:str}/rulings", opt=EDITOR, sync_to_thread=True)
def add_ruling(request: Request[Any, Any, Any], desk: HeldDesk, article: Name, data: JSONBody[NewRuling]) -> Ruling:
    """Decide whether a statement is marked rightly; decisions are only ever added."""
    by = request.state.account or "unknown"
    return rule(desk, article, data.statement, data.verdict, by=by, note=data.note)


@delete("/api/articles/{article:str}", opt=EDITOR, sync_to_thread=True, status_code=200)
def take_down(
    desk: HeldDesk,
    article: Name,
    why: Why = None,
) -> Tombstone:
    """Take an article down: nothing of it is left but its hash."""
    return forget(desk, article, why=why)


ROUTES = (add_articles, add_ruling, take_down)
