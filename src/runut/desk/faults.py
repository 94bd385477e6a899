"""What a database reports, told so that a person knows what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from runut.desk.address import Address
from runut.errors import StoreFault

# What a database's own message holds, and what it means; the first that fits is told.
_MEANINGS = (
    (("database or disk is full", "no space left", "disk full"), "its disk is full; make room and run this again"),
    (("readonly database", "read-only", "permission denied"), "it may not be written; change its permissions"),
    (("database is locked", "lock timeout"), "another process has been writing to it for too long; run this again"),
    (("not a database",), "the file is no desk of Runut, or its first bytes are damaged; restore a backup"),
    (("malformed", "disk i/o error", "invalid page"), "it is damaged; see `runut doctor`, and restore a backup"),
    (("unable to open",), "it cannot be opened; check that its folder exists and is yours"),
    (("password authentication", "no password supplied"), "the server does not accept the name or the password"),
    (("does not exist",), "the server has no database of that name; make it with `createdb`"),
    (
        ("server closed", "connection failed", "connection refused", "terminating connection", "could not connect"),
        "the connection to the server was lost; check that it runs, and run this again",
    ),
    (("immutable",), "rulings are never changed or taken back; add another one"),
)


@contextmanager
def told(address: Address) -> Iterator[None]:
    """Turn what the database raises into a `StoreFault`: what was not committed is not there, all else is."""
    try:
        yield
    except SQLAlchemyError as fault:
        raise StoreFault(f"The desk {address}: {_meaning(fault)}.") from fault


def _meaning(fault: SQLAlchemyError) -> str:
    said = str(fault.orig if isinstance(fault, DBAPIError) else fault).strip()
    for marks, meaning in _MEANINGS:
        if any(mark in said.lower() for mark in marks):
            return meaning
    return f"the database reports “{said.splitlines()[0] if said else type(fault).__name__}”"
