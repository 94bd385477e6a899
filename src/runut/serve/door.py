"""The door: who a request comes from, and whether that is enough for what it asks."""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from typing import Any
from urllib.parse import urlsplit

from anyio import to_thread
from litestar.connection import ASGIConnection, Request
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
from runut.serve.sessions import COOKIE, FIELD, HEADER, Session, Sessions

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
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class Door:
    """Checks every request; what a route does not say is for editors alone."""

    def __init__(self, desk: Desk, *, names: frozenset[str], open_to_readers: bool) -> None:
        """`names` are the hosts by which the server may be called; none for any.

        With `open_to_readers`, whoever reaches the server may read: only for one that listens on loopback.
        """
        self._names = names
        self._desk = desk
        self.sessions = Sessions()
        self._open = open_to_readers
        self._right: OrderedDict[bytes, str] = OrderedDict()
        self._wrong: OrderedDict[str, tuple[float, int]] = OrderedDict()

    async def guard(self, connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
        """Let a request pass or raise: 401 without a token that is right, 403 when its role is too small."""
        self._require_name(connection.headers.get("host", ""))
        asked = handler.opt.get("role") or ("reader" if connection.url.path.startswith(SCHEMA) else "editor")
        given = connection.headers.get("authorization", "")
        session = None if given else await self._session(connection)
        connection.state.session = session
        if asked == "anyone" or (asked == "reader" and self._open and not given):
            connection.state.account = session.name if session else None
            return
        name, role = (session.name, session.role) if session else await self._known(connection, given)
        if role != "editor" and asked == "editor":
            raise PermissionDeniedException(f"“{name}” may read, not write; an editor's token is needed.")
        connection.state.account = name

    async def sign_in(self, connection: ASGIConnection[Any, Any, Any, Any], token: str) -> str:
        """Begin a session for whoever shows a token; gives the cookie's value.

        Raises as `guard` does for a token that is wrong, and after too many of them.
        """
        name, role = await self._known(connection, f"Bearer {token.strip()}")
        kept = self._right[_digest(token.strip())]
        return self.sessions.begin(name, role, kept)

    async def _session(self, connection: ASGIConnection[Any, Any, Any, Any]) -> Session | None:
        """The session that a browser's cookie tells, if its account stands as it did; what it writes must be its own.

        A browser sends its cookie whichever page makes it ask: so a form that writes must carry the session's token.
        """
        writes = connection.scope["method"] not in SAFE  # type: ignore[typeddict-item]  # there is one for HTTP
        if writes:
            _require_same_site(connection)
        key = connection.cookies.get(COOKIE)
        found = self.sessions.find(key) if key else None
        if found is None or not await to_thread.run_sync(self._stands, found):
            return None
        if writes and not found.is_own(await _form_token(connection)):
            raise PermissionDeniedException("This form is no longer good; load the page again and send it once more.")
        return found

    def _stands(self, session: Session) -> bool:
        query = select(table.c.role, table.c.hash).where(table.c.name == session.name)
        with self._desk.reading() as connection:
            row = connection.execute(query).first()
        return row is not None and (row.role, row.hash) == (session.role, session.hash)

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


def _require_same_site(connection: ASGIConnection[Any, Any, Any, Any]) -> None:
    """What a page elsewhere makes a browser send is turned away; programs that are no browsers say nothing of it."""
    site = connection.headers.get("sec-fetch-site")
    origin = connection.headers.get("origin", "null")
    # A page that sends no referrer has the origin “null” too.
    elsewhere = origin != "null" and urlsplit(origin).netloc != connection.headers.get("host", "")
    if site not in (None, "same-origin", "none") or (site is None and elsewhere):
        raise PermissionDeniedException("A page elsewhere asked for this; open the desk itself, and do it there.")


async def _form_token(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    told = connection.headers.get(HEADER, "")
    if told or not isinstance(connection, Request):
        return told
    if not connection.headers.get("content-type", "").startswith(FORMS):
        return ""
    return str((await connection.form()).get(FIELD, ""))


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
