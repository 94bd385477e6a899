"""Where captures lie, as the database has it and as the archive does."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, select

from runut.capture.archive import Place
from runut.desk.tables import captures

COLUMNS = captures.c["file", "start", "length", "record", "sha256", "whole"]


def place(row: Any) -> Place:
    """The place that a row of `captures` tells."""
    return Place(row.file, row.start, row.length, row.record, row.sha256.hex(), row.whole.hex())


def ends(connection: Connection) -> dict[str, int]:
    """Up to where each file is known to the desk, in bytes."""
    query = select(captures.c.file, func.max(captures.c.start + captures.c.length)).group_by(captures.c.file)
    return {row[0]: row[1] for row in connection.execute(query)}


def end_of(connection: Connection, file: str) -> int:
    """Up to where a file is known to the desk, in bytes; 0 when it is not known at all."""
    query = select(func.max(captures.c.start + captures.c.length)).where(captures.c.file == file)
    end: int | None = connection.execute(query).scalar()
    return end or 0
