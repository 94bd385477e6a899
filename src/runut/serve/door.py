"""The door: who a request comes from, and whether that is enough for what it asks."""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from typing import Any

from anyio import to_thread
from litestar.connection import ASGIConnection
from litestar.exceptions import (
    ClientException,
    NotAuthorizedException,
    PermissionDeniedException,
    TooManyRequestsException,
)
from litestar.handlers import BaseRouteHandler
from sqlalchemy import select

from runut.desk.opening import Desk
from runut.desk.tables import accounts as table
from runut.serve.accounts import Role, hasher

ANYONE = {"role": "anyone"}
READER = {"role": "reader"}
EDITOR = {"role": "editor"}
# The description of the interface is no route of ours; whoever may read may read it.
SCHEMA = "/schema"
# Tokens are long and random; this many wrong ones a minute from one address are a program that guesses.
MOST_WRONG = 20
WINDOW = 60.0
# Hashing is slow on purpose: tokens that were right are remembered for as long as their hash stands on the desk.
REMEMBERED = 1_000


class Door:
    """Checks every request; what a route does not say is for editors alone."""

    def __init__(self, desk: Desk, *, names: frozenset[str], open_to_readers: bool) -> None:
        """`names` are the hosts by which the server may be called; none for any.

        With `open_to_readers`, whoever reaches the server may read: only for one that listens on loopback.
        """
        self._names = names
        self._desk = desk
        self._open = open_to_readers
        self._right: OrderedDict[bytes, str] = OrderedDict()
        self._wrong: OrderedDict[str, tuple[float, int]] = OrderedDict()

    async def guard(self, connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
        """Let a request pass or raise: 401 without a token that is right, 403 when its role is too small."""
        self._require_name(connection.headers.get("host", ""))
        asked = handler.opt.get("role") or ("reader" if connection.url.path.startswith(SCHEMA) else "editor")
        given = connection.headers.get("authorization", "")
        if asked == "anyone" or (asked == "reader" and self._open and not given):
            connection.state.account = None
            return
        name, role = await self._known(connection, given)
        if role != "editor" and asked == "editor":
            raise PermissionDeniedException(f"“{name}” may read, not write; an editor's token is needed.")
        connection.state.account = name

    def _require_name(self, host: str) -> None:
        """A page of somebody else that gave its own name this machine's address is not let in by that name."""
        name = host.lower() if host.endswith("]") else host.lower().rpartition(":")[0] or host.lower()
        if self._names and name not in self._names:
            raise ClientException("This server is not called by that name; start it with --name NAME.")

    async def _known(self, connection: ASGIConnection[Any, Any, Any, Any], given: str) -> tuple[str, Role]:
        address = connection.client.host if connection.client else ""
        scheme, _, token = given.partition(" ")
        if _digest(token) not in self._right:  # who was let in before does not pay for those who guess
            self._require_patience(address)
        found = await to_thread.run_sync(self._account, token) if scheme.lower() == "bearer" else None
        if found is None:
            if given:
                self._note_wrong(address)
            raise NotAuthorizedException(
                "Give a token: Authorization: Bearer …; `runut access add NAME` makes one.",
                headers={"WWW-Authenticate": "Bearer"},
            )
        return found

    def _account(self, token: str) -> tuple[str, Role] | None:
        from argon2.exceptions import Argon2Error, InvalidHashError

        name, _, secret = token.partition(".")
        with self._desk.reading() as connection:
            row = connection.execute(select(table).where(table.c.name == name)).first()
        if row is None:
            return None
        digest = _digest(token)
        if self._right.get(digest) != row.hash:
            try:
                hasher().verify(row.hash, secret)
            except (Argon2Error, InvalidHashError):
                return None
            self._right[digest] = row.hash
            while len(self._right) > REMEMBERED:
                self._right.popitem(last=False)
        return row.name, row.role

    def _require_patience(self, address: str) -> None:
        since, count = self._wrong.get(address, (0.0, 0))
        if count >= MOST_WRONG and time.monotonic() - since < WINDOW:
            raise TooManyRequestsException("Too many wrong tokens; wait a minute.", headers={"Retry-After": "60"})

    def _note_wrong(self, address: str) -> None:
        since, count = self._wrong.pop(address, (0.0, 0))
        now = time.monotonic()
        self._wrong[address] = (since, count + 1) if now - since < WINDOW else (now, 1)
        while len(self._wrong) > REMEMBERED:
            self._wrong.popitem(last=False)


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
