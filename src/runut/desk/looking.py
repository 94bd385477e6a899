"""Looking up what a desk holds: the article that a name means, and the record of a version."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select

from runut.articles.identity import article_id
from runut.desk.packing import unpack
from runut.desk.tables import articles, versions
from runut.errors import NotHeld, UsageFault
from runut.vocabulary import Record

# Fewer signs of a name than that could mean anything.
SHORTEST = 4


def find(connection: Connection, name: str) -> Any:
    """The row of the article that a name means; see `show`."""
    columns = articles.c["id", "key", "version", "headline"]
    for condition in _meanings(name):
        rows = connection.execute(select(*columns).where(condition).limit(3)).all()
        if len(rows) == 1:
            return rows[0]
        if rows:
            told = "; ".join(f"{row.key} ({row.headline or 'no headline'})" for row in rows)
            raise UsageFault(f"“{name}” means several articles of this desk: {told}. Give more of the name.")
    raise NotHeld(f"This desk has no article “{name}”. Give its address, or a name that `runut search` prints.")


def record_of(connection: Connection, version: int) -> Record:
    """The record of a version, by its number in the database.

    Raises StoreFault when it is not as it was kept.
    """
    query = select(*versions.c["record", "sha256", "name"]).where(versions.c.id == version)
    row = connection.execute(query).one()
    return unpack(row.record, row.sha256, row.name)


def _meanings(name: str) -> Sequence[ColumnElement[bool]]:
    of_version = select(versions.c.article).where(versions.c.name == name)
    exact = or_(articles.c.key.in_((name, article_id(name))), articles.c.url == name)
    if len(name) < SHORTEST or not name.isalnum():
        return (exact, articles.c.id.in_(of_version))
    return (exact, articles.c.id.in_(of_version), articles.c.key.startswith(name, autoescape=True))
