"""Articles on their way out of the desk: all records that answer a question, and their captures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import select

from runut.capture.archive import records
from runut.desk.among import among
from runut.desk.asking import Asked
from runut.desk.opening import Desk
from runut.desk.packing import unpack
from runut.desk.places import COLUMNS, place
from runut.desk.tables import articles, captures, versions
from runut.find import Question
from runut.vocabulary import Record

AT_ONCE = 200


class Leaving(NamedTuple):
    """An article as it leaves."""

    id: int
    """Its number in the database."""
    record: Record
    """Its newest version."""
    added: str
    """When that came to the desk, RFC 3339 in UTC."""
    change: int
    """The number of its last change."""


def leaving(desk: Desk, question: Question | None = None, *, changed_after: int = 0) -> Iterator[Leaving]:
    """The newest versions of all articles that answer a question, in the order in which they last changed.

    They are loaded a few at a time, each few as the desk stands then: who takes long holds up nobody.
    """
    last = changed_after
    while some := _some(desk, question or Question(), last):
        yield from some
        last = some[-1].change


def captured(desk: Desk, some: Leaving) -> Iterator[bytes]:
    """The WARC records of the captures behind the newest version of an article.

    Raises BrokenEvidence for a capture that is damaged or missing.
    """
    with desk.reading() as connection:
        newest = select(articles.c.version).where(articles.c.id == some.id).scalar_subquery()
        rows = connection.execute(select(*COLUMNS).where(captures.c.version == newest).order_by(captures.c.id)).all()
    for row in rows:
        yield records(desk.address.captures, place(row))


def _some(desk: Desk, question: Question, last: int) -> list[Leaving]:
    with desk.reading() as connection:
        asked = Asked(desk, connection, question)
        found = select(articles.c.id).select_from(asked.source()).where(*asked.conditions(), articles.c.change > last)
        ids = connection.execute(found.order_by(articles.c.change).limit(AT_ONCE)).scalars().all()
        query = (
            select(*articles.c["id", "change"], *versions.c["record", "sha256", "name", "added"])
            .join(versions, versions.c.id == articles.c.version)
            .where(among(articles.c.id, ids))
            .order_by(articles.c.change)
        )
        rows = connection.execute(query).all()
    return [Leaving(row.id, unpack(row.record, row.sha256, row.name), row.added, row.change) for row in rows]
