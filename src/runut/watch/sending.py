"""Sending alerts to webhooks: signed, through the gate, again after a fault, and never the same under two names.

A delivery is written before it is sent, and noted as sent afterwards. Who is killed in between sends it once more under
the same `webhook-id`, by which a receiver knows it.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, func, insert, select, update

from runut.capture.gate import Gate
from runut.capture.wire import Limits, Line, Reply
from runut.desk.dictionary import next_number
from runut.desk.moments import now
from runut.desk.opening import Desk
from runut.desk.tables import alerts, deliveries
from runut.desk.tables import watches as table
from runut.errors import Denied, InputFault
from runut.watch.alerts import Alert, alert
from runut.watch.hours import parse_hours
from runut.watch.signing import signed

# A receiver gets so many alerts at once; the others follow in the next delivery.
AT_ONCE = 100
MOST_TRIES = 12
"""With pauses that double from a minute to six hours, that is more than a day."""
FIRST, LONGEST = 60, 6 * 3600
LIMITS = Limits(total=20.0, size=100_000)


class Message(Struct, frozen=True, kw_only=True):
    """What a webhook receives, as JSON."""

    type: str = "alerts"
    watch: str
    question: str
    alerts: tuple[Alert, ...]


class Sent(Struct, frozen=True, kw_only=True):
    """What became of one delivery."""

    watch: str
    delivery: str
    """Its `webhook-id`."""
    alerts: int
    state: str
    """`sent`; `waiting`: it will be tried again; `failed`: it was tried often enough."""
    reason: str | None = None


def deliver(desk: Desk, gate: Gate, *, moment: datetime | None = None) -> Iterator[Sent]:
    """Send what is due; yields what became of each delivery, once that is on the disk.

    Nothing is sent in a watch's quiet hours, and not before its digest is due.
    """
    moment = moment or datetime.now(UTC)
    for watch in _with_webhooks(desk):
        if watch.quiet and parse_hours(watch.quiet).hold(moment):
            continue
        _gather(desk, watch, int(moment.timestamp()))
        for row in _due(desk, watch, int(moment.timestamp())):
            yield _send(desk, gate, watch, row)


def _with_webhooks(desk: Desk) -> Sequence[Any]:
    with desk.reading() as connection:
        return connection.execute(select(table).where(table.c.webhook.is_not(None)).order_by(table.c.id)).all()


def _gather(desk: Desk, watch: Any, moment: int) -> None:
    """Put alerts that wait into deliveries, unless the digest is not due yet."""
    with desk.writing() as connection:
        if watch.digest and _latest(connection, watch) + watch.digest > moment:
            return
        waiting = select(alerts.c.id).where(alerts.c.watch == watch.id, alerts.c.delivery.is_(None))
        while numbers := connection.execute(waiting.order_by(alerts.c.id).limit(AT_ONCE)).scalars().all():
            number = next_number(connection, deliveries)
            row = {"id": number, "watch": watch.id, "name": f"msg_{uuid.uuid4().hex}", "state": "waiting"}
            connection.execute(insert(deliveries), row | {"at": now(), "tries": 0, "due": moment})
            connection.execute(update(alerts).where(alerts.c.id.in_(numbers)).values(delivery=number))


def _latest(connection: Connection, watch: Any) -> float:
    """When the newest delivery of a watch was made, in seconds since 1970; 0 when there is none."""
    made = connection.execute(select(func.max(deliveries.c.at)).where(deliveries.c.watch == watch.id)).scalar()
    return datetime.fromisoformat(made).timestamp() if made else 0.0


def _due(desk: Desk, watch: Any, moment: int) -> Sequence[Any]:
    query = select(deliveries).where(
        deliveries.c.watch == watch.id, deliveries.c.state == "waiting", deliveries.c.due <= moment
    )
    with desk.reading() as connection:
        return connection.execute(query.order_by(deliveries.c.id)).all()


def _send(desk: Desk, gate: Gate, watch: Any, row: Any) -> Sent:
    with desk.reading() as connection:
        query = select(alerts).where(alerts.c.delivery == row.id).order_by(alerts.c.id)
        found = tuple(alert(one) for one in connection.execute(query))
    fault: InputFault | None = None
    try:
        if found:  # their articles may have been taken down since
            _post(gate, watch, row.name, found)
    except InputFault as raised:
        fault = raised
    state = _settle(desk, row, fault)
    return Sent(
        watch=watch.name, delivery=row.name, alerts=len(found), state=state, reason=str(fault) if fault else None
    )


def _post(gate: Gate, watch: Any, name: str, found: tuple[Alert, ...]) -> None:
    body = msgspec.json.encode(Message(watch=watch.name, question=watch.question, alerts=found))
    line = Line(gate, LIMITS)
    headers = {"Content-Type": "application/json", **signed(watch.secret, name, int(time.time()), body)}
    line.post(gate.admit(watch.webhook), body, _require_taken, headers)


def _require_taken(reply: Reply) -> None:
    """Only 2xx says that a delivery was taken; redirects are not followed, as the secret's owner named this address."""
    if not 200 <= reply.status < 300:
        raise Denied(f"The webhook answered with HTTP {reply.status}.", reply.status, reply.wait())


def _settle(desk: Desk, row: Any, fault: InputFault | None) -> str:
    tries = row.tries + 1
    state = "sent" if fault is None else "waiting" if tries < MOST_TRIES else "failed"
    pause = min(FIRST * 2.0**row.tries, LONGEST)
    if isinstance(fault, Denied) and fault.wait:
        pause = max(pause, min(fault.wait, LONGEST))
    values = {"state": state, "tries": tries, "due": int(time.time() + pause), "fault": str(fault) if fault else None}
    with desk.writing() as connection:
        connection.execute(update(deliveries).where(deliveries.c.id == row.id).values(**values))
    return state
