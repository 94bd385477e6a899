"""What has changed on a desk since somebody looked: new articles and new versions, in the order in which they came."""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import Connection, func, select

from runut.desk.asking import Asked
from runut.desk.opening import Desk
from runut.desk.searching import Hit, hits_of
from runut.desk.tables import articles
from runut.find import Question


class Changes(Struct, frozen=True):
    """Articles that answer a question and have changed."""

    hits: tuple[Hit, ...]
    upto: int
    """The last change that was looked at; go on from there."""
    is_whole: bool = True
    """Whether there are no further ones now."""


def changes(desk: Desk, connection: Connection, question: Question, *, after: int = 0, limit: int = 100) -> Changes:
    """The articles that answer a question among those that came or changed after a change; the oldest change first."""
    asked = Asked(desk, connection, question)
    query = select(articles.c.id, articles.c.change).select_from(asked.source()).where(*asked.conditions())
    newer = query.where(articles.c.change > after).order_by(articles.c.change).limit(limit + 1)
    rows = connection.execute(newer).all()
    if len(rows) > limit:
        hits = hits_of(connection, asked, {row.id: None for row in rows[:limit]})
        return Changes(hits, rows[limit - 1].change, is_whole=False)
    # Those that do not answer have been looked at too.
    upto = max(after, last_change(connection))
    return Changes(hits_of(connection, asked, {row.id: None for row in rows}), upto)


def last_change(connection: Connection) -> int:
    """The number of the newest change; 0 on an empty desk."""
    return connection.execute(select(func.max(articles.c.change))).scalar() or 0
