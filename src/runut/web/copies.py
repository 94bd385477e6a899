"""Copies and sources of an article on this desk, with what is shared and why one is taken for the copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from litestar import Response, get
from msgspec import Struct
from sqlalchemy import select

from runut.copies.links import Link
from runut.desk import Desk, show, trace_article
from runut.desk.tables import articles, outlets
from runut.serve.door import READER
from runut.serve.held import HeldDesk
from runut.web.article import Name
from runut.web.pages import is_part, page
from runut.web.viewer import Asking

MOST = 60
MOST_REASONS = 6


class Named(Struct, frozen=True, kw_only=True):
    """An article as lists name it."""

    article: str
    headline: str | None
    outlet: str | None
    published: str | None
    language: str


class Tie(Struct, frozen=True):
    """A link as it looks from one of its ends."""

    other: Named
    is_source: bool
    """Whether the other is the source, and not the copy."""
    link: Link


@get("/articles/{article:str}/copies", opt=READER, include_in_schema=False, sync_to_thread=True)
def show_copies(request: Asking, desk: HeldDesk, article: Name) -> Response[Any]:
    """Who has wording from whom; as a page, or as the part of one."""
    found = show(desk, article)
    links = trace_article(desk, found.article)[:MOST]
    named = names(desk, [link.source if link.copy == found.article else link.copy for link in links])
    ties = [_tie(link, found.article, named) for link in links]
    template = "copies.html" if is_part(request) else "copies_page.html"
    shown = [tie for tie in ties if tie]
    heading = "h3" if is_part(request) else "h2"
    return page(request, template, article=found, record=found.record, ties=shown, heading=heading)


def _tie(link: Link, own: str, named: dict[str, Named]) -> Tie | None:
    other = named.get(link.source if link.copy == own else link.copy)
    return Tie(other, link.copy == own, link) if other else None


def names(desk: Desk, keys: Sequence[str]) -> dict[str, Named]:
    """Articles by their keys, as lists name them."""
    columns = articles.c["key", "headline", "published", "language"]
    query = select(*columns, outlets.c.name).outerjoin(outlets, outlets.c.id == articles.c.outlet)
    with desk.reading() as connection:
        rows = connection.execute(query.where(articles.c.key.in_(keys))).all()
    return {
        row.key: Named(
            article=row.key, headline=row.headline, outlet=row.name, published=row.published, language=row.language
        )
        for row in rows
    }


ROUTES = (show_copies,)
