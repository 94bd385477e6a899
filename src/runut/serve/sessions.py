"""Sessions of browsers: who has shown a token once is known by a cookie until it runs out or is given back.

They are kept in memory alone: whoever restarts the server signs everybody out, and no copy of a desk holds any.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections import OrderedDict

from msgspec import Struct

from runut.serve.accounts import Role

COOKIE = "runut-session"
FIELD = "csrf"
"""Of a form; HEADER does the same for a script."""
HEADER = "x-csrf"
LASTS = 12 * 3600
"""Seconds: a working day."""
MOST = 1_000
"""So many at once; the oldest is ended first."""


class Session(Struct, frozen=True, kw_only=True):
    """One browser that somebody has signed in with."""

    name: str
    role: Role
    hash: str
    """Of the account's token then: with a new token, or without the account, the session ends."""
    secret: bytes
    until: float
    """On the clock of `time.monotonic`."""

    def token(self) -> str:
        """What forms of this session carry; another one each time, so that compressed answers give nothing away."""
        nonce = secrets.token_urlsafe(12)
        return f"{nonce}.{self._sign(nonce)}"

    def is_own(self, token: str) -> bool:
        """Whether a form's token was made for this session."""
        nonce, _, signature = token.partition(".")
        return hmac.compare_digest(self._sign(nonce).encode(), signature.encode())

    def _sign(self, nonce: str) -> str:
        return hmac.new(self.secret, nonce.encode(), "sha256").hexdigest()


class Sessions:
    """All sessions of one server; safe to be used by several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: OrderedDict[bytes, Session] = OrderedDict()

    def begin(self, name: str, role: Role, hashed: str) -> str:
        """Begin a session; gives the cookie's value, of which only a digest is kept."""
        key = secrets.token_urlsafe(32)
        until = time.monotonic() + LASTS
        session = Session(name=name, role=role, hash=hashed, secret=secrets.token_bytes(32), until=until)
        with self._lock:
            self._held[_digest(key)] = session
            while len(self._held) > MOST:
                self._held.popitem(last=False)
        return key

    def find(self, key: str) -> Session | None:
        """The session of a cookie; None when there is none, or no longer."""
        with self._lock:
            found = self._held.get(_digest(key))
            if found and found.until < time.monotonic():
                del self._held[_digest(key)]
                return None
            return found

    def end(self, key: str) -> None:
        """End a session."""
        with self._lock:
            self._held.pop(_digest(key), None)


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()
