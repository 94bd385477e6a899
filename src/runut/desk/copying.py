"""Copying a desk into another, empty one, of either kind: how backups are made and put back."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select

from runut.desk.opening import Desk
from runut.desk.packing import unpack
from runut.desk.rows import entry
from runut.desk.tables import articles, metadata, versions
from runut.errors import UsageFault

AT_ONCE = 500


def copy(source: Desk, target: Desk) -> None:
    """Copy all rows as they stand at one moment, and index the words anew.

    Raises UsageFault when the target holds articles already.
    """
    with source.reading() as connection, target.writing() as writer:
        if writer.execute(select(func.count()).select_from(articles)).scalar():
            raise UsageFault(f"The desk {target.address} holds articles already; name an empty one.")
        reader = connection.execution_options(yield_per=AT_ONCE)  # never a whole table in memory
        for table in metadata.sorted_tables:
            for rows in reader.execute(select(table)).mappings().partitions():
                writer.execute(insert(table), [dict(row) for row in rows])
        _index(target, reader, writer)


def _index(target: Desk, reader: Connection, writer: Connection) -> None:
    query = select(articles.c.id, *versions.c["record", "sha256", "name"]).join(
        versions, versions.c.id == articles.c.version
    )
    for rows in reader.execute(query).partitions():
        entries = [entry(row.id, unpack(row.record, row.sha256, row.name)) for row in rows]
        target.fulltext.add(writer, entries)
