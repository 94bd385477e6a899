"""What watches have found, for those who read it."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import select

from runut.desk.opening import Desk
from runut.desk.searching import Hit
from runut.desk.tables import alerts as table
from runut.watch.watches import number_of


class Alert(Struct, frozen=True, kw_only=True):
    """One thing found."""

    id: int
    """Counts up."""
    at: str
    """When it was found, RFC 3339 in UTC."""
    hit: Hit
    """As it stood then; with one statement where statements were asked for."""


def alerts_of(desk: Desk, watch: str, *, after: int = 0, limit: int = 100) -> tuple[Alert, ...]:
    """The newest alerts of a watch, the latest first; with `after`, those behind an alert's id, oldest first.

    Raises UsageFault when there is no watch of that name.
    """
    with desk.reading() as connection:
        query = select(table).where(table.c.watch == number_of(connection, watch)).limit(limit)
        ordered = query.where(table.c.id > after).order_by(table.c.id) if after else query.order_by(table.c.id.desc())
        return tuple(alert(row) for row in connection.execute(ordered))


def alert(row: Any) -> Alert:
    """An alert as its row has it."""
    return Alert(id=row.id, at=row.at, hit=msgspec.json.decode(row.hit, type=Hit))
