"""Who may ask the server: names with a role, and tokens of which only the argon2 hash is kept."""

from __future__ import annotations

import re
import secrets
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from msgspec import Struct
from sqlalchemy import delete, insert, select

from runut.desk.moments import now
from runut.desk.opening import Desk
from runut.desk.tables import accounts as table
from runut.errors import NotHeld, UsageFault

if TYPE_CHECKING:
    from argon2 import PasswordHasher

Role: TypeAlias = Literal["reader", "editor"]

NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}")


class Account(Struct, frozen=True, kw_only=True):
    """Somebody, or some program, that may ask."""

    name: str
    role: Role
    """An `editor` may do all that a `reader` may, and write."""
    added: str = ""


@cache
def hasher() -> PasswordHasher:
    """What makes and checks hashes; slow on purpose, a tenth of a second each."""
    from argon2 import PasswordHasher

    return PasswordHasher()


def add_account(desk: Desk, name: str, role: Role) -> str:
    """Let somebody in; gives the token, which is shown this once. A name that is there gets a new token.

    Raises UsageFault for what is no name or no role.
    """
    if not NAME.fullmatch(name):
        raise UsageFault(f"“{name}” is no name; use small letters, digits and hyphens.")
    if role not in get_args(Role):
        raise UsageFault(f"“{role}” is no role; there are: {', '.join(get_args(Role))}.")
    secret = secrets.token_urlsafe(24)
    with desk.writing() as connection:
        connection.execute(delete(table).where(table.c.name == name))
        values = {"name": name, "role": role, "hash": hasher().hash(secret), "added": now()}
        connection.execute(insert(table), values)
    return f"{name}.{secret}"


def remove_account(desk: Desk, name: str) -> None:
    """Let somebody in no longer.

    Raises NotHeld when there is no such name.
    """
    with desk.writing() as connection:
        if not connection.execute(delete(table).where(table.c.name == name)).rowcount:
            raise NotHeld(f"There is nobody called “{name}”; `runut access list` shows who there is.")


def accounts(desk: Desk) -> tuple[Account, ...]:
    """Everybody who may ask, by name."""
    with desk.reading() as connection:
        rows = connection.execute(select(table).order_by(table.c.name)).all()
    return tuple(Account(name=row.name, role=row.role, added=row.added) for row in rows)
