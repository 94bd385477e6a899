"""Hosts that are to be left alone for a while; this outlasts the process."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from runut.desk.tables import hosts


def resting(connection: Connection, now: int) -> frozenset[str]:
    """The hosts that may not be asked yet."""
    return frozenset(connection.execute(select(hosts.c.name).where(hosts.c.due > now)).scalars())


def failures(connection: Connection) -> dict[str, int]:
    """How often each host failed in a row."""
    return {row.name: row.failures for row in connection.execute(select(hosts.c.name, hosts.c.failures))}


def rest(connection: Connection, host: str, times: int, until: int) -> None:
    """Leave a host alone until then; it has failed so many times in a row."""
    connection.execute(delete(hosts).where(hosts.c.name == host))
    connection.execute(insert(hosts), {"name": host, "failures": times, "due": until})


def recover(connection: Connection, host: str, now: int) -> None:
    """A host has answered: its failures are forgotten, but a rest that it asked for since then stays."""
    connection.execute(delete(hosts).where(hosts.c.name == host, hosts.c.due <= now))
