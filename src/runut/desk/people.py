"""The people of a desk: who is quoted, how often, by whom, and why names were taken for one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from msgspec import Struct
from sqlalchemy import Connection, func, select

from runut.desk.among import among
from runut.desk.dictionary import words_of
from runut.desk.opening import Desk
from runut.desk.tables import articles, bearers, name_words, names, outlets, people, statements

MOST_OUTLETS = 5
RANKED = 2_000
# Behind every character that a word may have.
END = "\U0010ffff"


class _Row(NamedTuple):
    id: int
    name: str
    kind: str
    articles: int
    times: int


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
    """Those who are quoted most, or those with a name that has some words, or words that begin so.

    Ranked are the thousands that most articles name: who is named in few is seldom quoted much.
    """
    with desk.reading() as connection:
        rows = _quoted(connection, named or "", limit)
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


def _quoted(connection: Connection, named: str, limit: int) -> list[_Row]:
    """Rows of people with the number of their statements, those with most first."""
    found = select(people.c.id).order_by(people.c.articles.desc(), people.c.id).limit(RANKED)
    for word in words_of(named):
        matching = select(bearers.c.person).join(name_words, name_words.c.name == bearers.c.name)
        begins = matching.where(name_words.c.word >= word, name_words.c.word < word + END)
        found = found.where(people.c.id.in_(begins))
    ids = connection.execute(found).scalars().all()
    counted = select(statements.c.person, func.count()).where(among(statements.c.person, ids))
    times = {row[0]: row[1] for row in connection.execute(counted.group_by(statements.c.person))}
    best = sorted(ids, key=lambda number: -times.get(number, 0))[:limit]
    rows = {row.id: row for row in connection.execute(select(people).where(among(people.c.id, best)))}
    return [_row(rows[number], times.get(number, 0)) for number in best]


def _row(row: Any, times: int) -> _Row:
    return _Row(row.id, row.name, row.kind, row.articles, times)


def _names(connection: Connection, ids: Sequence[int]) -> defaultdict[int, list[Named]]:
    times = func.count().label("times")
    query = (
        select(bearers.c.person, names.c.name, times, func.max(bearers.c.rule))
        .join(names, names.c.id == bearers.c.name)
        .where(among(bearers.c.person, ids))
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
        .where(among(statements.c.person, ids))
        .group_by(statements.c.person, outlets.c.name)
        .order_by(times.desc(), outlets.c.name)
    )
    found: defaultdict[int, list[Quoting]] = defaultdict(list)
    for person, outlet, count in connection.execute(query):
        found[person].append(Quoting(outlet, count))
    return found
