"""Examining a desk: whether everything on it is as it was kept, and making anew what can be made anew."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select, text

from runut.capture.archive import read
from runut.desk.checking import AT_ONCE, Fault, check_articles, check_dictionary, check_seals
from runut.desk.deriving import DERIVED, derive, described
from runut.desk.dictionary import enter_outlets
from runut.desk.forgetting import finish, removing
from runut.desk.opening import Desk
from runut.desk.packing import unpack
from runut.desk.places import place
from runut.desk.rows import Laid, rows
from runut.desk.tables import articles, captures, tellings, versions
from runut.desk.tellings import check_tellings
from runut.errors import RunutError


def examine(desk: Desk, *, quick: bool = False) -> Iterator[Fault | None]:
    """Look for faults: in the database itself, in records, tables, index, rulings and captures.

    Yields each fault, and None after each article and capture that was looked at, so that progress can be shown. With
    `quick` only the database's own checks are run. A clean desk gives no fault.
    """
    with desk.reading() as connection:
        yield from _database(desk, connection)
        for file in removing(connection):
            yield Fault("capture", f"{file} holds what was taken down; --mend removes it.", mendable=True)
        if not quick:
            yield from check_articles(desk, connection)
            yield from check_seals(connection)
            yield from check_dictionary(connection)
            yield from check_tellings(connection)
            yield from _captures(desk, connection)


def mend(desk: Desk) -> int:
    """Make the tables and the index anew from the records that are intact; gives the number of articles.

    Records, captures and rulings are never touched: where one of these is damaged, a backup must help.
    """
    finish(desk)
    with desk.writing() as connection:
        for table in (*DERIVED, tellings):
            connection.execute(table.delete())
        desk.fulltext.clear(connection)
        count = 0
        for some in _records(connection):
            outlets = enter_outlets(connection, [laid.rows.outlet for laid in some if laid.rows.outlet])
            for laid in some:
                values = described(laid.rows, outlets)
                connection.execute(articles.update().where(articles.c.id == laid.article).values(values))
            derive(desk, connection, some)
            count += len(some)
    return count


def _records(connection: Connection) -> Iterator[list[Laid]]:
    query = (
        select(articles.c.id, *versions.c["name", "record", "sha256"])
        .join(versions, versions.c.id == articles.c.version)
        .order_by(articles.c.id)
    )
    for some in connection.execute(query, execution_options={"yield_per": AT_ONCE}).partitions():
        laid = []
        for row in some:
            record = unpack(row.record, row.sha256, row.name)
            laid.append(Laid(row.id, record, rows(record)))
        yield laid


def _database(desk: Desk, connection: Connection) -> Iterator[Fault]:
    if not desk.address.on_server:
        for (told,) in connection.execute(text("PRAGMA integrity_check(20)")):
            if told != "ok":
                yield Fault("database", f"The file is damaged: {told}. Restore a backup.")
        for row in connection.execute(text("PRAGMA foreign_key_check")).fetchmany(20):
            yield Fault("database", f"A row of {row[0]} refers to a row of {row[2]} that is not there.")
    yield from (Fault("index", told, mendable=True) for told in desk.fulltext.faults(connection))


def _captures(desk: Desk, connection: Connection) -> Iterator[Fault | None]:
    for row in connection.execute(select(captures).order_by(captures.c.id)):
        try:
            kept = read(desk.address.captures, place(row))
            if (kept.url, kept.fetched) != (row.url, row.fetched):
                yield Fault("capture", f"Capture {row.id} has another address or time than its file tells.")
        except RunutError as fault:
            yield Fault("capture", str(fault))
        yield None
