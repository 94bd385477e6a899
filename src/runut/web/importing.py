"""Work that takes longer than somebody wants to wait: it goes on by itself, and tells how far it is."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence

import structlog
from msgspec import Struct
from msgspec.structs import replace

from runut.desk import Brought, Desk
from runut.errors import RunutError
from runut.web.giving import Given, keep, read

log = structlog.get_logger("runut.web")
MOST = 100
"""Imports that are remembered; what they brought is on the desk in any case."""


class Import(Struct, frozen=True, kw_only=True):
    """Several things on their way to the desk."""

    total: int
    brought: tuple[Brought, ...] = ()
    """What became of each so far, in their order."""

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to be read."""
        return len(self.brought) >= self.total


class Imports:
    """The imports of one server; safe to be used by several threads. A restart ends them: give the rest again."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: OrderedDict[str, Import] = OrderedDict()

    def begin(self, desk: Desk, things: Sequence[Given]) -> str:
        """Begin to read and keep; gives the name under which it is found."""
        name = secrets.token_urlsafe(9)
        with self._lock:
            self._held[name] = Import(total=len(things))
            while len(self._held) > MOST:
                self._held.popitem(last=False)
        threading.Thread(target=self._work, args=(desk, name, things), daemon=True).start()
        return name

    def find(self, name: str) -> Import | None:
        """How far one is; None when there is none of that name."""
        with self._lock:
            return self._held.get(name)

    def going(self) -> list[str]:
        """Names of those that are not done."""
        with self._lock:
            return [name for name, one in self._held.items() if not one.is_done]

    def _work(self, desk: Desk, name: str, things: Sequence[Given]) -> None:
        for one in things:
            self._note(name, _brought(desk, one))

    def _note(self, name: str, what: Brought) -> None:
        with self._lock:
            if name in self._held:
                held = self._held[name]
                self._held[name] = replace(held, brought=(*held.brought, what))


def _brought(desk: Desk, one: Given) -> Brought:
    """What became of one thing; nothing that goes wrong with it holds up the others."""
    try:
        return keep(desk, read(one))
    except RunutError as fault:
        return Brought(file=one.name, what="unread", reason=str(fault))
    except Exception as fault:
        log.exception("unforeseen", exc_info=fault)
        return Brought(file=one.name, what="unread", reason="Something went wrong here; the server's log tells what.")
