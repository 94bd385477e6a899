"""The outlets of a desk: how much of each there is, from when to when, and through whom they have it."""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import Connection, func, select

from runut.desk.moments import written
from runut.desk.opening import Desk
from runut.desk.tables import articles, carriers, names, outlets

MOST_CARRIERS = 5


class Taken(Struct, frozen=True):
    """A carrier that an outlet credits, and in how many articles."""

    name: str
    articles: int


class OutletHeld(Struct, frozen=True, kw_only=True):
    """One outlet of the desk."""

    name: str
    domain: str | None
    articles: int
    first: str | None
    """The earliest day stated by its articles, such as 2025-06-01; None when none states any."""
    last: str | None
    carriers: tuple[Taken, ...]
    """Those that it credits most often: agencies, other outlets, documents."""


def outlets_held(desk: Desk) -> tuple[OutletHeld, ...]:
    """All outlets, those with the most articles first."""
    with desk.reading() as connection:
        times = func.count().label("times")
        known = func.nullif(articles.c.day, 0)
        query = (
            select(outlets.c.id, outlets.c.name, outlets.c.domain, times, func.min(known), func.max(known))
            .join(articles, articles.c.outlet == outlets.c.id)
            .group_by(outlets.c.id, outlets.c.name, outlets.c.domain)
            .order_by(times.desc(), outlets.c.name)
        )
        credited = _carriers(connection)
        return tuple(
            OutletHeld(
                name=name,
                domain=domain,
                articles=count,
                first=written(first),
                last=written(last),
                carriers=tuple(credited.get(number, ())[:MOST_CARRIERS]),
            )
            for number, name, domain, count, first, last in connection.execute(query)
        )


def _carriers(connection: Connection) -> dict[int, list[Taken]]:
    """For each outlet the carriers that it credits, the most frequent first."""
    times = func.count(carriers.c.article.distinct()).label("times")
    query = (
        select(articles.c.outlet, names.c.name, times)
        .join(carriers, carriers.c.article == articles.c.id)
        .join(names, names.c.id == carriers.c.name)
        .where(articles.c.outlet.is_not(None))
        .group_by(articles.c.outlet, names.c.name)
        .order_by(times.desc(), names.c.name)
    )
    found: dict[int, list[Taken]] = {}
    for outlet, name, count in connection.execute(query):
        found.setdefault(outlet, []).append(Taken(name, count))
    return found
