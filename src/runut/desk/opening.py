"""The database behind a desk: opened, brought up to date, read by many and written by one at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import StaticPool

from runut.desk.address import Address
from runut.desk.faults import told
from runut.desk.fulltext import Fts5, FullText, TsVector
from runut.errors import StoreFault, UsageFault

HEAD = "0005"
"""The newest migration; a test compares it with what alembic says."""
# Seconds that a writer waits for another one.
PATIENCE = 30
# Seconds until somebody turned away asks again.
AGAIN = 0.02
# One number for "somebody is writing to the desk" among the server's locks.
WRITING = 0x52554E5554


class Desk:
    """A desk's database. Reading never waits; writing is one transaction at a time, whole or not at all."""

    def __init__(self, address: Address, engine: Engine) -> None:
        self.address = address
        self.engine = engine
        self.fulltext: FullText = TsVector() if address.on_server else Fts5()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the desk as it stands at its first question."""
        with told(self.address), self.engine.connect() as connection:
            # SQLite's readers see one state in any case.
            options = {"isolation_level": "REPEATABLE READ"} if self.address.on_server else {}
            yield connection.execution_options(**options)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one connection that may write; committed at the end, rolled back when anything is raised.

        Raises StoreFault when the database cannot be written, another writer's turn included.
        """
        with told(self.address), self.engine.connect() as plain:
            connection = plain.execution_options(begin="BEGIN IMMEDIATE")
            with connection.begin():
                if self.address.on_server:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITING})
                yield connection

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_desk(address: Address, *, create: bool = True) -> Desk:
    """Open the database of a desk; a new one is laid out, an older one brought up to date.

    Raises StoreFault when it cannot be opened, is no desk, or was made by a newer Runut; UsageFault when there is none
    and none is to be made.
    """
    _require_place(address, create=create)
    desk = Desk(address, _engine(address))
    with told(address):
        _bring_up_to_date(desk)
    return desk


def _require_place(address: Address, *, create: bool) -> None:
    if address.on_server or address.in_memory:
        return
    path = Path(address.database)
    try:
        if not path.exists() and create:
            path.parent.mkdir(parents=True, exist_ok=True)
        elif not path.exists():
            raise UsageFault(
                f"There is no desk at {address} yet. `runut add PAGE` makes one; RUNUT_DESK names another."
            )
    except OSError as fault:
        raise StoreFault(f"The desk {address} cannot be reached: {fault.strerror}.") from fault


def _engine(address: Address) -> Engine:
    if address.on_server:
        url = make_url(address.database).set(drivername="postgresql+psycopg")
        _require_driver()
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    if address.in_memory:
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        url = make_url("sqlite://").set(database=address.database)
        engine = create_engine(url, connect_args={"timeout": PATIENCE, "check_same_thread": False})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _require_driver() -> None:
    from importlib.util import find_spec

    if find_spec("psycopg") is None:
        raise UsageFault("A desk on a server needs the PostgreSQL driver: pip install 'runut[postgresql]'.")


def _set_up(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # transactions begin where we say so
    connection.execute("PRAGMA page_size = 8192")  # most packed records fit into one page
    _keep_log(connection)
    for pragma in (
        "synchronous = FULL",  # what was committed outlives a power cut
        "foreign_keys = ON",
        "secure_delete = ON",  # what was taken down is overwritten
        "trusted_schema = OFF",  # the file may come from somebody else
        "cache_size = -8192",
        "mmap_size = 1073741824",  # what one reader has read, all have
    ):
        connection.execute(f"PRAGMA {pragma}")


def _keep_log(connection: sqlite3.Connection) -> None:
    """Write ahead. Of two who both make the file one is turned away at once, whatever its patience: it asks again."""
    until = monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as fault:
            if "locked" not in str(fault) or monotonic() > until:
                raise
            sleep(AGAIN)
        else:
            return


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _bring_up_to_date(desk: Desk) -> None:
    with desk.engine.connect() as connection:
        held = _held(connection)
    if held == HEAD:
        return
    if held is not None and held > HEAD:
        raise StoreFault(f"The desk {desk.address} was made by a newer Runut (layout {held}); update Runut.")
    # alembic takes a fifth of a second to import, and is needed once in a desk's life.
    from runut.desk.migrations.run import migrate

    with desk.writing() as connection:
        if _held(connection) != HEAD:  # another process may have been first
            migrate(connection)


def _held(connection: Connection) -> str | None:
    """The migration that the database stands at; None for an empty one.

    Raises StoreFault for a database of something else.
    """
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if tables:
        raise StoreFault("The database holds tables of something else; give a desk a database of its own.")
    return None
