"""Articles are placed into stories while the server runs, beside the requests: a desk may have many that wait."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from runut.desk import Desk
from runut.desk.weaving import weave
from runut.errors import RunutError

PAUSE = 5.0
"""Seconds between two looks at what came."""


@contextmanager
def placing(desk: Desk, pause: float = PAUSE) -> Iterator[None]:
    """Place what comes until the end of the block; a fault is told, and tried again."""
    ended = threading.Event()
    worker = threading.Thread(target=_place, args=(desk, ended, pause), name="runut-placing", daemon=True)
    worker.start()
    try:
        yield
    finally:
        ended.set()
        worker.join(timeout=10 * pause)


def _place(desk: Desk, ended: threading.Event, pause: float) -> None:
    while not ended.is_set():
        try:
            for _ in weave(desk):
                if ended.is_set():
                    return
        except RunutError as fault:  # another may be writing; what was not placed is met again
            structlog.get_logger().warning("placing", fault=str(fault))
        ended.wait(pause)
