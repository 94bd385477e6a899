"""Articles as they stand on the desk: one of them, with its versions, captures and rulings."""

from __future__ import annotations

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, select

from runut.desk.looking import find, record_of
from runut.desk.opening import Desk
from runut.desk.rulings import Ruling, rulings_of
from runut.desk.tables import captures, runs, sources, versions
from runut.errors import NotHeld
from runut.vocabulary import Reading, Record


class Version(Struct, frozen=True, kw_only=True):
    """One state of a page."""

    number: int
    """1 for the first that the desk got."""
    id: str
    """`id` of the record."""
    added: str
    """When it came to the desk, RFC 3339 in UTC."""
    reading: Reading
    """What made the record."""


class CaptureHeld(Struct, frozen=True, kw_only=True):
    """The bytes that a version was read from, and where they lie."""

    version: int
    source: str
    """The input as it was named."""
    url: str | None
    fetched: str | None
    sha256: str
    file: str
    """WARC file in the desk's folder of captures."""
    start: int
    length: int
    record: str
    """WARC-Record-ID."""


class Shown(Struct, frozen=True, kw_only=True):
    """An article of the desk."""

    article: str
    record: Record
    """The version asked for; the newest when none was."""
    version: int
    versions: tuple[Version, ...]
    captures: tuple[CaptureHeld, ...]
    rulings: tuple[Ruling, ...]
    """On its statements, oldest first."""


def show(desk: Desk, name: str, *, version: int | None = None) -> Shown:
    """An article by its address, its name, a version's name, or the beginning of either.

    Raises UsageFault when the desk has none or several of that name, or not that version of it.
    """
    with desk.reading() as connection:
        row = find(connection, name)
        states = _versions(connection, row.id)
        wanted = next((s for s in states if version in (None, s.number) and (version or s.row == row.version)), None)
        if wanted is None:
            raise NotHeld(f"There is no version {version} of it; there are 1 to {len(states)}.")
        return Shown(
            article=row.key,
            record=record_of(connection, wanted.row),
            version=wanted.number,
            versions=tuple(state.version for state in states),
            captures=_captures(connection, row.id),
            rulings=rulings_of(connection, row.key),
        )


class _State(Struct, frozen=True):
    row: int
    number: int
    version: Version


def _versions(connection: Connection, article: int) -> list[_State]:
    query = (
        select(*versions.c["id", "number", "name", "added"], runs.c.made)
        .join(runs, runs.c.id == versions.c.run)
        .where(versions.c.article == article)
        .order_by(versions.c.number)
    )
    return [
        _State(
            row.id,
            row.number,
            Version(
                number=row.number,
                id=row.name,
                added=row.added,
                reading=msgspec.json.decode(row.made, type=Reading),
            ),
        )
        for row in connection.execute(query)
    ]


def _captures(connection: Connection, article: int) -> tuple[CaptureHeld, ...]:
    query = (
        select(
            *captures.c["url", "fetched", "sha256", "file", "start", "length", "record"],
            versions.c.number.label("version"),
            sources.c.name.label("source"),
        )
        .join(versions, versions.c.id == captures.c.version)
        .join(sources, sources.c.id == captures.c.source)
        .where(versions.c.article == article)
        .order_by(captures.c.id)
    )
    rows = connection.execute(query).mappings()
    return tuple(CaptureHeld(**{**row, "sha256": row["sha256"].hex()}) for row in rows)
