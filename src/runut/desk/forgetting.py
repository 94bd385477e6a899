"""Taking an article down: text, spans, index and captures go; a tombstone with its hash is left.

The order makes it safe to be interrupted: captures are first written anew without the article's, then the database
turns to these in the same transaction that empties it, and only then the old files go. What was interrupted before that
transaction has not happened; what comes after it is finished by the next takedown or by `runut doctor --mend`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, delete, insert, select, text, union_all, update

from runut.capture.archive import locked, remove, rewrite
from runut.desk import tables
from runut.desk.deriving import withdraw
from runut.desk.dictionary import next_number
from runut.desk.looking import find
from runut.desk.moments import now
from runut.desk.opening import Desk
from runut.desk.packing import unpack
from runut.desk.places import COLUMNS, place
from runut.desk.placing import displace, remember
from runut.desk.rulings import sealed
from runut.desk.sealing import seal
from runut.desk.weaving import drop_empty, leave
from runut.errors import StoreFault
from runut.find.stems import fold, words
from runut.vocabulary import Record

REMOVING = "removing"
"""Name of the fact that lists files of captures which are to be removed."""


class Tombstone(Struct, frozen=True):
    """What is left of an article that was taken down."""

    key: str
    sha256: str
    """Of the JSON of its newest record."""
    at: str
    why: str | None
    captures: int
    """How many captures went with it."""


def forget(desk: Desk, name: str, *, why: str | None = None) -> Tombstone:
    """Take an article down with all its versions and captures; it is not taken in again.

    `name` is as for `show`. Backups and exports made before are not touched. Raises UsageFault when the desk has no
    such article, StoreFault when the captures or the database cannot be written.
    """
    with desk.reading() as connection:
        files = _files(connection, find(connection, name).id)
    # Writers hold a file first and the database second; in the other order each would wait for the other.
    with locked(desk.address.captures, files), desk.writing() as connection:
        row = find(connection, name)
        if set(_files(connection, row.id)) - set(files):
            raise StoreFault("Another process has just added to this article; run this again.")
        newest = _newest(connection, row.version)
        count = _move(desk, connection, row.id, files)
        _empty(desk, connection, row, newest)
        stone = Tombstone(row.key, newest.sha256.hex(), now(), why, count)
        _set(connection, stone)
    finish(desk)
    _overwrite(desk)
    return stone


def finish(desk: Desk) -> None:
    """Remove files of captures that a takedown has replaced, also of one that was interrupted."""
    with desk.writing() as connection:
        for file in removing(connection):
            remove(desk.address.captures, file)
        connection.execute(delete(tables.facts).where(tables.facts.c.name == REMOVING))


def removing(connection: Connection) -> tuple[str, ...]:
    """Files of captures that a takedown has replaced and not yet removed."""
    value = connection.execute(select(tables.facts.c.value).where(tables.facts.c.name == REMOVING)).scalar()
    return tuple(json.loads(value)) if value else ()


class _Newest(Struct, frozen=True):
    record: Record | None
    """None where it is damaged: that must not keep it from going."""
    sha256: bytes


def _newest(connection: Connection, version: int) -> _Newest:
    columns = tables.versions.c["record", "sha256", "name"]
    row = connection.execute(select(*columns).where(tables.versions.c.id == version)).one()
    try:
        return _Newest(unpack(row.record, row.sha256, row.name), row.sha256)
    except StoreFault:
        return _Newest(None, row.sha256)


def _files(connection: Connection, article: int) -> list[str]:
    """The files of captures that an article has a part in."""
    query = select(tables.captures.c.file).join(tables.versions).where(tables.versions.c.article == article).distinct()
    return list(connection.execute(query).scalars())


def _move(desk: Desk, connection: Connection, article: int, files: Sequence[str]) -> int:
    """Write files of captures anew without an article's, and let the database follow; gives how many are left out."""
    query = (
        select(tables.captures.c.id, *COLUMNS, tables.versions.c.article)
        .join(tables.versions)
        .where(tables.captures.c.file.in_(files))
        .order_by(tables.captures.c.file, tables.captures.c.start)
    )
    rows = connection.execute(query).all()
    staying = {row.id: place(row) for row in rows if row.article != article}
    moved = rewrite(desk.address.captures, list(staying.values()))
    for number, old in staying.items():
        target = tables.captures.c.id == number
        values = {"file": moved[old].file, "start": moved[old].offset}
        connection.execute(update(tables.captures).where(target).values(values))
    if files:
        _note(connection, [*removing(connection), *files])
    return len(rows) - len(staying)


def _note(connection: Connection, files: Sequence[str]) -> None:
    connection.execute(delete(tables.facts).where(tables.facts.c.name == REMOVING))
    connection.execute(insert(tables.facts), {"name": REMOVING, "value": json.dumps(sorted(set(files)))})


def _empty(desk: Desk, connection: Connection, row: Any, newest: _Newest) -> None:
    query = select(tables.bearers.c.person).where(tables.bearers.c.article == row.id).distinct()
    named = list(connection.execute(query).scalars())
    if newest.record:
        withdraw(desk, connection, [(row.id, newest.record)])
    else:  # its words stay in the index until `runut doctor --mend` makes that anew
        for table in (tables.statements, tables.carriers):
            connection.execute(delete(table).where(table.c.article == row.id))
        displace(connection, [row.id])
    ruled = tables.rulings
    for ruling in connection.execute(select(ruled).where(ruled.c.article == row.key)).mappings().all():
        values = dict(ruling) | {"snapshot": None, "note": None}
        emptied = {"snapshot": None, "note": None, "seal": sealed(values)}
        connection.execute(update(ruled).where(ruled.c.id == ruling["id"]).values(emptied))
    leave(connection, [row.id])
    drop_empty(connection)
    states = select(tables.versions.c.id).where(tables.versions.c.article == row.id)
    _pass_over(connection, row, states)
    connection.execute(delete(tables.captures).where(tables.captures.c.version.in_(states)))
    connection.execute(delete(tables.versions).where(tables.versions.c.article == row.id))
    connection.execute(delete(tables.articles).where(tables.articles.c.id == row.id))
    kept = connection.execute(select(tables.people.c.id).where(tables.people.c.id.in_(named))).scalars()
    remember(connection, list(kept))
    _sweep(connection)
    if newest.record:
        _unlearn(desk, connection, newest.record)


def _pass_over(connection: Connection, row: Any, states: Any) -> None:
    """Take out what watches told of an article, and the addresses under which listings told of it."""
    captured = select(tables.captures.c.url).where(tables.captures.c.version.in_(states))
    named = select(tables.sources.c.name).join(tables.captures).where(tables.captures.c.version.in_(states))
    own = select(tables.articles.c.url).where(tables.articles.c.id == row.id)
    connection.execute(delete(tables.alerts).where(tables.alerts.c.article == row.key))
    for addresses in (captured, named, own):
        connection.execute(delete(tables.finds).where(tables.finds.c.url.in_(addresses)))


def _sweep(connection: Connection) -> None:
    """Take out names, outlets and sources that no article has any more."""
    names = tables.names
    used = union_all(
        select(tables.statements.c.name).where(tables.statements.c.name.is_not(None)),
        select(tables.carriers.c.name),
        select(tables.bearers.c.name),
        select(tables.bearers.c.beside).where(tables.bearers.c.beside.is_not(None)),
    )
    gone = list(connection.execute(select(names.c.id).where(names.c.id.not_in(used))).scalars())
    for table, column in ((tables.name_words, tables.name_words.c.name), (names, names.c.id)):
        connection.execute(delete(table).where(column.in_(gone)))
    outlets, sources = tables.outlets, tables.sources
    held = select(tables.articles.c.outlet).where(tables.articles.c.outlet.is_not(None))
    connection.execute(delete(outlets).where(outlets.c.id.not_in(held)))
    connection.execute(delete(sources).where(sources.c.id.not_in(select(tables.captures.c.source))))


def _unlearn(desk: Desk, connection: Connection, record: Record) -> None:
    """Take out the words that only this article had."""
    from runut.desk.fulltext import Phrase
    from runut.find.stems import stem

    for word in {fold(found[0]) for found in words(record.text)}:
        phrase = Phrase(((stem(word, record.language),),))
        query = desk.fulltext.query((phrase,))
        found = select(text("1")).select_from(text(desk.fulltext.table)).where(desk.fulltext.matches(query)).limit(1)
        if connection.execute(found).first() is None:
            connection.execute(delete(tables.vocabulary).where(tables.vocabulary.c.word == word))


def _set(connection: Connection, stone: Tombstone) -> None:
    values = {"key": stone.key, "sha256": stone.sha256, "at": stone.at, "why": stone.why}
    number = next_number(connection, tables.tombstones)
    connection.execute(insert(tables.tombstones), {"id": number, **values, "seal": seal(*values.values())})


def _overwrite(desk: Desk) -> None:
    """See that nothing of what was deleted is left in the database's files."""
    with desk.writing() as connection:
        desk.fulltext.compact(connection)
    if desk.address.on_server:
        with desk.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for table in ("found", *(table.name for table in tables.metadata.sorted_tables)):
                connection.execute(text(f"VACUUM {table}"))
    elif not desk.address.in_memory:
        with desk.engine.connect() as connection:
            connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
