"""Articles are placed into stories, and these told, while the server runs, beside the requests."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain

import structlog

from runut.desk import Desk
from runut.desk.stories import told_story, untold
from runut.desk.weaving import weave
from runut.errors import RunutError
from runut.model.meaning import meaning

PAUSE = 5.0
"""Seconds between two looks at what came."""
RECENT = 100
"""Stories that are told before anybody asks for them."""


@contextmanager
def placing(desk: Desk, pause: float = PAUSE) -> Iterator[None]:
    """Place what comes, and tell its stories, until the end of the block; a fault is told, and tried again."""
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
            for _ in chain(weave(desk), _told(desk)):
                if ended.is_set():
                    return
        except RunutError as fault:  # another may be writing; what was not placed is met again
            structlog.get_logger().warning("placing", fault=str(fault))
        ended.wait(pause)


def _told(desk: Desk) -> Iterator[str]:
    """Tell the stories that changed last, so that whoever opens one need not wait; older ones when they are opened."""
    for name in untold(desk, limit=RECENT):
        told_story(desk, name, meaning)
        yield name
