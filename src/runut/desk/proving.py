"""Proving records: each is read again from its captures and compared with what the desk holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, select

from runut import flow
from runut.capture import unpack
from runut.capture.archive import read
from runut.desk.looking import find
from runut.desk.opening import Desk
from runut.desk.packing import unpack as unpacked
from runut.desk.places import place
from runut.desk.tables import articles, captures, versions
from runut.errors import RunutError
from runut.evidence import differences
from runut.vocabulary import Record


class Proof(Struct, frozen=True, kw_only=True):
    """Whether one version still comes from its captures."""

    article: str
    version: int
    captures: int
    """How many captures it was read from; 0 for a record from elsewhere, of which nothing can be proved."""
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """What differs because another version of Runut read it."""


def prove(desk: Desk, name: str | None = None) -> Iterator[Proof]:
    """Read every version again from its captures, of one article or of all.

    Raises UsageFault when the desk has no article of that name.
    """
    with desk.reading() as connection:
        query = (
            select(articles.c.key, *versions.c["id", "number", "name", "record", "sha256"])
            .join(versions, versions.c.article == articles.c.id)
            .order_by(articles.c.id, versions.c.number)
        )
        if name is not None:
            query = query.where(articles.c.id == find(connection, name).id)
        for row in connection.execute(query, execution_options={"yield_per": 50}):
            yield _proof(desk, row, _captured(connection, row.id))


def _captured(connection: Connection, version: int) -> Sequence[Any]:
    query = select(captures).where(captures.c.version == version).order_by(captures.c.id)
    return connection.execute(query).all()


def _proof(desk: Desk, row: Any, held: Sequence[Any]) -> Proof:
    try:
        record = unpacked(row.record, row.sha256, row.name)
        fresh = tuple(_again(desk, held)) if held else ()
    except RunutError as fault:
        return Proof(article=row.key, version=row.number, captures=len(held), faults=(str(fault),))
    found = [differences(record, one) for one in fresh]
    return Proof(
        article=row.key,
        version=row.number,
        captures=len(held),
        faults=tuple(dict.fromkeys(fault for one in found for fault in one.faults)),
        notes=tuple(dict.fromkeys(note for one in found for note in one.notes)),
    )


def _again(desk: Desk, held: Sequence[Any]) -> Iterator[Record]:
    """What is read now from captures: parts of one article are joined, captures of one page are read one by one."""
    taken = (unpack(read(desk.address.captures, place(row))) for row in held)
    for record, _ in flow.read_joined(taken):
        yield replace(record, seconds=None)
