"""How the server and the desk do: for a person, and for monitoring (OpenMetrics)."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from typing import Any

from litestar import get
from litestar.datastructures import State
from litestar.response import Response
from msgspec import Struct
from sqlalchemy import func, select

from runut.desk import Desk
from runut.desk.tables import alerts, articles, deliveries, finds, follows, statements
from runut.serve.door import ANYONE, READER
from runut.serve.held import HeldDesk
from runut.version import __version__

OPENMETRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8"
_FAILING = follows.c.failures > 0


class Health(Struct, frozen=True):
    """The server answers, and so does its desk."""

    status: str
    runut: str


class Requests:
    """How many requests there were, and how long they took; safe to be used by several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._count: Counter[tuple[str, str, int]] = Counter()
        self._seconds: Counter[tuple[str, str, int]] = Counter()

    def note(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request under its route, so that addresses make no new series."""
        with self._lock:
            self._count[method, route, status] += 1
            self._seconds[method, route, status] += seconds  # type: ignore[assignment]  # counters count anything

    def lines(self) -> Iterator[str]:
        """As OpenMetrics."""
        with self._lock:
            count, seconds = dict(self._count), dict(self._seconds)
        yield "# TYPE runut_requests counter"
        yield from (f"runut_requests_total{_labels(*key)} {value}" for key, value in count.items())
        yield "# TYPE runut_request_seconds counter"
        yield from (f"runut_request_seconds_total{_labels(*key)} {value:.6f}" for key, value in seconds.items())


@get("/health", opt=ANYONE, sync_to_thread=True)
def health(desk: HeldDesk) -> Health:
    """200 when the desk can be read, 503 when not."""
    with desk.reading() as connection:
        connection.execute(select(articles.c.id).limit(1)).first()
    return Health("ok", __version__)


@get("/metrics", opt=READER, sync_to_thread=True)
def metrics(desk: HeldDesk, state: State) -> Response[str]:
    """Figures for monitoring."""
    lines = [*_desk_lines(desk), *state.requests.lines(), "# EOF"]
    return Response("\n".join(lines) + "\n", media_type=OPENMETRICS)


def _desk_lines(desk: Desk) -> Iterator[str]:
    queries: dict[str, Any] = {
        "articles": select(func.count()).select_from(articles),
        "statements": select(func.count()).select_from(statements),
        "follows": select(func.count()).select_from(follows),
        "follows_failing": select(func.count()).select_from(follows).where(_FAILING),
        "pages_waiting": select(func.count()).select_from(finds).where(finds.c.state == "waiting"),
        "alerts": select(func.count()).select_from(alerts),
        "deliveries_waiting": select(func.count()).select_from(deliveries).where(deliveries.c.state == "waiting"),
        "deliveries_failed": select(func.count()).select_from(deliveries).where(deliveries.c.state == "failed"),
    }
    with desk.reading() as connection:
        for name, query in queries.items():
            yield f"# TYPE runut_{name} gauge"
            yield f"runut_{name} {connection.execute(query).scalar_one()}"


def _labels(method: str, route: str, status: int) -> str:
    safe = route.replace("\\", "").replace('"', "")
    return f'{{method="{method}",route="{safe}",status="{status}"}}'


ROUTES = (health, metrics)
