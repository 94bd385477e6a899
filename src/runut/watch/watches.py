"""The watches of a desk: saved questions, what of their answers is told, and where to."""

from __future__ import annotations

import re
import secrets
from typing import Any, Literal, TypeAlias, get_args

from msgspec import Struct
from sqlalchemy import Connection, delete, func, insert, select

from runut.capture.gate import Gate
from runut.desk.changes import last_change
from runut.desk.dictionary import next_number
from runut.desk.moments import now
from runut.desk.opening import Desk
from runut.desk.tables import alerts, deliveries
from runut.desk.tables import watches as table
from runut.errors import NotHeld, UsageFault
from runut.find import Question, parse
from runut.watch.hours import parse_hours

Every: TypeAlias = Literal["match", "outlet", "once"]

NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}")


class Watch(Struct, frozen=True, kw_only=True):
    """A question that is asked whenever the desk changes."""

    name: str
    """Small letters, digits and hyphens; it stands in the address of its feed."""
    question: str
    """As for `runut search`."""
    every: Every = "match"
    """What is told: each article or statement that matches; the first of each `outlet`; or the first alone, `once`."""
    webhook: str | None = None
    """Where alerts are sent."""
    quiet: str | None = None
    """Hours in which nothing is sent."""
    digest: int = 0
    """Seconds between two deliveries; 0 for at once."""
    added: str = ""
    alerts: int = 0
    """How many there are."""
    waiting: int = 0
    """How many deliveries are on their way."""
    failed: int = 0
    """How many could not be delivered."""


def add_watch(desk: Desk, watch: Watch, *, gate: Gate, past: bool = False) -> str | None:
    """Save a watch; gives the secret with which its deliveries are signed, None without a webhook.

    With `past`, what the desk holds already is told too. Raises UsageFault for a name that is taken or is none, and for
    a question or hours that cannot be read; Refused for a webhook that may not be called.
    """
    _require(watch, gate)
    secret = f"whsec_{secrets.token_urlsafe(24)}" if watch.webhook else None
    with desk.writing() as connection:
        if _number(connection, watch.name):
            raise UsageFault(f"There is a watch “{watch.name}”; remove it first, or choose another name.")
        values = {name: getattr(watch, name) for name in ("name", "question", "every", "webhook", "quiet", "digest")}
        seen = 0 if past else last_change(connection)
        row = {"id": next_number(connection, table), "added": now(), "seen": seen, "secret": secret}
        connection.execute(insert(table), values | row)
    return secret


def remove_watch(desk: Desk, name: str) -> None:
    """Remove a watch with its alerts.

    Raises UsageFault when there is none of that name.
    """
    with desk.writing() as connection:
        number = number_of(connection, name)
        for part in (alerts, deliveries):
            connection.execute(delete(part).where(part.c.watch == number))
        connection.execute(delete(table).where(table.c.id == number))


def watches(desk: Desk) -> tuple[Watch, ...]:
    """All watches, in the order in which they were added."""
    with desk.reading() as connection:
        found = connection.execute(select(alerts.c.watch, func.count()).group_by(alerts.c.watch)).all()
        times: dict[int, int] = dict(found)
        states = select(deliveries.c.watch, deliveries.c.state, func.count())
        counted = connection.execute(states.group_by(deliveries.c.watch, deliveries.c.state)).all()
        on_way = {(watch, state): count for watch, state, count in counted}
        rows = connection.execute(select(table).order_by(table.c.id)).all()
    return tuple(_watch(row, times.get(row.id, 0), on_way) for row in rows)


def watch_named(desk: Desk, name: str) -> Watch:
    """The watch of a name.

    Raises UsageFault when there is none.
    """
    found = next((watch for watch in watches(desk) if watch.name == name), None)
    if found is None:
        raise _unknown(name)
    return found


def number_of(connection: Connection, name: str) -> int:
    """The number of a watch in the database.

    Raises UsageFault when there is none of that name.
    """
    number = _number(connection, name)
    if number is None:
        raise _unknown(name)
    return number


def _number(connection: Connection, name: str) -> int | None:
    return connection.execute(select(table.c.id).where(table.c.name == name)).scalar()


def _unknown(name: str) -> NotHeld:
    return NotHeld(f"There is no watch “{name}”; `runut watch list` shows those that there are.")


def _require(watch: Watch, gate: Gate) -> None:
    if not NAME.fullmatch(watch.name):
        raise UsageFault(f"“{watch.name}” is no name for a watch; use small letters, digits and hyphens.")
    if watch.every not in get_args(Every):
        raise UsageFault(f"“{watch.every}” is not known; there are: {', '.join(get_args(Every))}.")
    if parse(watch.question) == Question():
        raise UsageFault("The question asks for nothing; give words or fields, as for `runut search`.")
    if watch.quiet:
        parse_hours(watch.quiet)
    if watch.webhook:
        gate.admit(watch.webhook)


def _watch(row: Any, times: int, on_way: dict[tuple[int, str], int]) -> Watch:
    return Watch(
        name=row.name,
        question=row.question,
        every=row.every,
        webhook=row.webhook,
        quiet=row.quiet,
        digest=row.digest,
        added=row.added,
        alerts=times,
        waiting=on_way.get((row.id, "waiting"), 0),
        failed=on_way.get((row.id, "failed"), 0),
    )
