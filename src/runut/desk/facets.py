"""What an answer is made of: how many of its articles each outlet, speaker, act, agency, section, language, day has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Select, func, select

from runut.desk.among import among
from runut.desk.asking import Asked, Said
from runut.desk.dictionary import texts
from runut.desk.moments import written
from runut.desk.opening import Desk
from runut.desk.tables import AGENCY, articles, carriers, names, outlets, people, statements
from runut.find import Question

# Counting looks at every hit; so many of the latest added show the proportions on any desk.
COUNTED = 1_000
MOST_VALUES = 20
_COLUMNS = articles.c["id", "outlet", "section", "language", "day"]
_AGENCIES = (
    select(carriers.c.name, func.count().label("times"))
    .where(among(carriers.c.article, "ids"), carriers.c.place == AGENCY)
    .group_by(carriers.c.name)
)


class Count(Struct, frozen=True):
    """One value, and the number of articles that have it (of statements for `speaker` and `act`)."""

    value: str
    count: int


class Facets(Struct, frozen=True, kw_only=True):
    """The most frequent values of each field, at most 20; days in order, the latest first."""

    articles: int
    """How many were counted."""
    is_cut: bool
    """Whether there are more: only the latest thousand that were added are counted."""
    outlet: tuple[Count, ...]
    speaker: tuple[Count, ...]
    act: tuple[Count, ...]
    agency: tuple[Count, ...]
    section: tuple[Count, ...]
    language: tuple[Count, ...]
    day: tuple[Count, ...]


def facets(desk: Desk, question: Question) -> Facets:
    """Count what the articles have that a question finds."""
    with desk.reading() as connection:
        asked = Asked(desk, connection, question)
        rows = _found(connection, asked)
        counted = rows[:COUNTED]
        ids = [row.id for row in counted]
        said = _said(connection, asked, ids)
        return Facets(
            articles=len(counted),
            is_cut=len(rows) > COUNTED,
            outlet=_most(_named(connection, outlets, Counter(row.outlet for row in counted if row.outlet))),
            speaker=_most(_speakers(connection, said)),
            act=_most(_acts(said)),
            agency=_most(_agencies(connection, ids)),
            section=_most(Counter(row.section for row in counted if row.section)),
            language=_most(Counter(row.language for row in counted)),
            day=_days(row.day for row in counted if row.day),
        )


def _found(connection: Connection, asked: Asked) -> Sequence[Any]:
    if asked.said:
        return connection.execute(_found_said(asked.said), asked.given).all()
    query = select(*_COLUMNS).select_from(asked.source()).where(*asked.conditions())
    return connection.execute(query.order_by(asked.key.desc()).limit(COUNTED + 1)).all()


@cache
def _found_said(said: Said) -> Select[Any]:
    return select(*_COLUMNS).where(said.of_articles()).order_by(articles.c.id.desc()).limit(COUNTED + 1)


def _said(connection: Connection, asked: Asked, ids: Sequence[int]) -> Sequence[Any]:
    """How often each speaker does each act."""
    if asked.said:
        return connection.execute(_times_said(asked.said), asked.given | {"ids": ids}).all()
    return connection.execute(_times(asked.of_statements()), {"ids": ids}).all()


@cache
def _times_said(said: Said) -> Select[Any]:
    return _times(said.of_statements())


def _times(conditions: Sequence[ColumnElement[bool]]) -> Select[Any]:
    columns = statements.c["person", "name", "act"]
    query = select(*columns, func.count().label("times")).group_by(*columns)
    return query.where(among(statements.c.article, "ids"), *conditions)


def _speakers(connection: Connection, said: Sequence[Any]) -> Counter[str]:
    times: Counter[tuple[int | None, int]] = Counter()
    for row in said:
        if row.name:
            times[row.person, row.name] += row.times
    most = times.most_common(MOST_VALUES * 5)
    entries = texts(connection, people, {person for (person, _), _ in most if person})
    single = texts(connection, names, {name for (person, name), _ in most if not person})
    found: Counter[str] = Counter()
    for (person, name), count in most:
        found[entries[person] if person else single[name]] += count
    return found


def _acts(said: Sequence[Any]) -> Counter[str]:
    found: Counter[str] = Counter()
    for row in said:
        found[row.act] += row.times
    return found


def _agencies(connection: Connection, ids: Sequence[int]) -> Counter[str]:
    found = connection.execute(_AGENCIES, {"ids": ids})
    return _named(connection, names, Counter({row.name: row.times for row in found}))


def _named(connection: Connection, table: Any, counts: Counter[int]) -> Counter[str]:
    called = texts(connection, table, set(counts))
    return Counter({called[number]: count for number, count in counts.items()})


def _most(counts: Counter[str]) -> tuple[Count, ...]:
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Count(value, count) for value, count in order[:MOST_VALUES])


def _days(days: Iterable[int]) -> tuple[Count, ...]:
    order = sorted(Counter(days).items(), reverse=True)
    return tuple(Count(written(day) or "", n) for day, n in order)
