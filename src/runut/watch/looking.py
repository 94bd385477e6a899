"""Asking all watches what is new on the desk; each thing found is noted once, and nothing is passed over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, insert, select, update

from runut.articles.identity import version_id
from runut.desk.changes import changes
from runut.desk.dictionary import next_number
from runut.desk.moments import now
from runut.desk.opening import Desk
from runut.desk.searching import Hit, Utterance
from runut.desk.tables import alerts
from runut.desk.tables import watches as table
from runut.find import parse

AT_ONCE = 200


def look(desk: Desk) -> int:
    """Look at all that has changed since the last time; gives the number of new alerts.

    What is found and how far was looked is written together, so whoever is interrupted finds the same again, once.
    """
    with desk.reading() as connection:
        numbers = connection.execute(select(table.c.id).order_by(table.c.id)).scalars().all()
    found = 0
    for number in numbers:
        more = True
        while more:
            count, more = _step(desk, number)
            found += count
    return found


def _step(desk: Desk, number: int) -> tuple[int, bool]:
    with desk.writing() as connection:
        watch = connection.execute(select(table).where(table.c.id == number)).first()
        if watch is None:
            return 0, False
        found = changes(desk, connection, parse(watch.question), after=watch.seen, limit=AT_ONCE)
        rows = _new(connection, watch, found.hits)
        if rows:
            connection.execute(insert(alerts), rows)
        if found.upto != watch.seen:
            connection.execute(update(table).where(table.c.id == number).values(seen=found.upto))
        return len(rows), not found.is_whole


def _new(connection: Connection, watch: Any, hits: tuple[Hit, ...]) -> list[dict[str, Any]]:
    told = _Told(connection, watch)
    first, time = next_number(connection, alerts), now()
    parts = [(statement, part) for hit in hits for statement, part in _parts(hit) if told.is_new(statement, part)]
    return [
        {
            "id": first + place,
            "watch": watch.id,
            "article": part.article,
            "statement": statement,
            "at": time,
            "hit": msgspec.json.encode(part),
        }
        for place, (statement, part) in enumerate(parts)
    ]


def _parts(hit: Hit) -> Iterator[tuple[str, Hit]]:
    """A hit of statements tells each of them by itself: an article may be changed, and say one thing more."""
    if not hit.statements:
        yield "", hit
    for statement in hit.statements:
        yield _named(statement), replace(hit, statements=(statement,))


def _named(said: Utterance) -> str:
    """A name that a statement keeps when the text around it changes, and loses when it says something else."""
    return version_id(said.speaker, said.act, " ".join(said.words.lower().split()))


class _Told:
    """What a watch has told of."""

    def __init__(self, connection: Connection, watch: Any) -> None:
        of_watch = alerts.c.watch == watch.id
        query = select(alerts.c.article, alerts.c.statement).where(of_watch)
        self._every = watch.every
        self._known = {(row.article, row.statement) for row in connection.execute(query)}
        hits = select(alerts.c.hit).where(of_watch) if watch.every == "outlet" else None
        found = connection.execute(hits).scalars() if hits is not None else ()
        self._outlets = {_outlet(msgspec.json.decode(hit, type=Hit)) for hit in found}

    def is_new(self, statement: str, hit: Hit) -> bool:
        """Whether it is to be told; it is noted as told then."""
        if (hit.article, statement) in self._known:
            return False
        if self._every == "once" and self._known:
            return False
        if self._every == "outlet" and _outlet(hit) in self._outlets:
            return False
        self._known.add((hit.article, statement))
        self._outlets.add(_outlet(hit))
        return True


def _outlet(hit: Hit) -> str:
    return hit.outlet or ""
