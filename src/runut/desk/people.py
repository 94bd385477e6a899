"""The people of a desk: who is quoted, how often, by whom, and why names were taken for one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import Connection, func, select

from runut.desk.opening import Desk
from runut.desk.tables import articles, bearers, names, outlets, people, statements

MOST_OUTLETS = 5


class Quoting(Struct, frozen=True):
    """An outlet, and how many statements of somebody it has."""

    outlet: str
    statements: int


class Named(Struct, frozen=True):
    """One name of an entry, and why it is the entry's."""

    name: str
    articles: int
    rule: str
    """As `runut.names.Match.rule`; `first` for the name that the entry was made for."""


class PersonHeld(Struct, frozen=True, kw_only=True):
    """Somebody who is quoted."""

    id: int
    name: str
    kind: str
    articles: int
    """How many name them."""
    statements: int
    """How many are theirs."""
    names: tuple[Named, ...]
    outlets: tuple[Quoting, ...]
    """Those that quote them most."""


def people_held(desk: Desk, *, named: str | None = None, limit: int = 50) -> tuple[PersonHeld, ...]:
    """Those who are quoted most, or those whose name holds some words."""
    with desk.reading() as connection:
        times = func.count(statements.c.number).label("times")
        query = (
            select(people.c.id, people.c.name, people.c.kind, people.c.articles, times)
            .outerjoin(statements, statements.c.person == people.c.id)
            .group_by(people.c.id, people.c.name, people.c.kind, people.c.articles)
            .order_by(times.desc(), people.c.articles.desc(), people.c.id)
            .limit(limit)
        )
        for word in (named or "").lower().split():
            matching = select(bearers.c.person).join(names, names.c.id == bearers.c.name)
            query = query.where(
                people.c.id.in_(matching.where(func.lower(names.c.name).contains(word, autoescape=True)))
            )
        rows = connection.execute(query).all()
        ids = [row.id for row in rows]
        called, quoted = _names(connection, ids), _outlets(connection, ids)
        return tuple(
            PersonHeld(
                id=row.id,
                name=row.name,
                kind=row.kind,
                articles=row.articles,
                statements=row.times,
                names=tuple(called[row.id]),
                outlets=tuple(quoted[row.id][:MOST_OUTLETS]),
            )
            for row in rows
        )


def _names(connection: Connection, ids: Sequence[int]) -> defaultdict[int, list[Named]]:
    times = func.count().label("times")
    query = (
        select(bearers.c.person, names.c.name, times, func.max(bearers.c.rule))
        .join(names, names.c.id == bearers.c.name)
        .where(bearers.c.person.in_(ids))
        .group_by(bearers.c.person, names.c.name)
        .order_by(times.desc(), names.c.name)
    )
    found: defaultdict[int, list[Named]] = defaultdict(list)
    for person, name, count, rule in connection.execute(query):
        found[person].append(Named(name, count, rule))
    return found


def _outlets(connection: Connection, ids: Sequence[int]) -> defaultdict[int, list[Quoting]]:
    times = func.count().label("times")
    query = (
        select(statements.c.person, outlets.c.name, times)
        .join(articles, articles.c.id == statements.c.article)
        .join(outlets, outlets.c.id == articles.c.outlet)
        .where(statements.c.person.in_(ids))
        .group_by(statements.c.person, outlets.c.name)
        .order_by(times.desc(), outlets.c.name)
    )
    found: defaultdict[int, list[Quoting]] = defaultdict(list)
    for person, outlet, count in connection.execute(query):
        found[person].append(Quoting(outlet, count))
    return found
