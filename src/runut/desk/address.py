"""Where a desk is: one file on this machine, or a PostgreSQL server."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from runut.errors import UsageFault

SERVER = ("postgresql://", "postgres://")
MEMORY = ":memory:"


@dataclass(frozen=True, slots=True)
class Address:
    """Where the articles are kept, and where the captures."""

    database: str
    """A path, `:memory:`, or `postgresql://…`."""
    captures: Path
    """The folder of WARC files."""

    @classmethod
    def of(cls, given: str | None = None, captures: str | None = None) -> Self:
        """The desk that is named, else that of the environment (RUNUT_DESK, RUNUT_CAPTURES), else the user's own.

        Raises UsageFault for an address of another kind of server.
        """
        database = given or os.environ.get("RUNUT_DESK") or str(_home() / "desk.db")
        folder = captures or os.environ.get("RUNUT_CAPTURES")
        if "://" in database and not database.startswith(SERVER):
            raise UsageFault("A desk is a file or postgresql://user@host/name; other servers are not known.")
        if database.startswith(SERVER) or database == MEMORY:
            return cls(database, Path(folder) if folder else _home() / "captures")
        return cls(database, Path(folder) if folder else Path(database + ".captures"))

    @property
    def on_server(self) -> bool:
        """Whether it is a PostgreSQL server's."""
        return self.database.startswith(SERVER)

    @property
    def in_memory(self) -> bool:
        """Whether it is gone when it is closed."""
        return self.database == MEMORY

    def __str__(self) -> str:
        """The address as it may be shown: without a password."""
        if not self.on_server:
            return self.database
        from sqlalchemy.engine import make_url

        return make_url(self.database).render_as_string(hide_password=True)


def _home() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "runut"
