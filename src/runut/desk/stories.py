"""The stories of a desk: which there are, and one of them in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, func, or_, select

from runut.copies.reading import text_of
from runut.copies.texts import Text
from runut.desk.among import among
from runut.desk.looking import find
from runut.desk.opening import Desk
from runut.desk.packing import unpack
from runut.desk.tables import articles, merged, outlets, stories, told, versions
from runut.errors import NotHeld
from runut.stories.meaning import Meaning
from runut.stories.members import attribution_of
from runut.stories.story import Story, story
from runut.vocabulary import Record

# Of a story with more articles the newest are compared: who needs all of them exports them.
MOST_ARTICLES = 300


class StoryHeld(Struct, frozen=True, kw_only=True):
    """A story in short."""

    story: str
    """Its name; it stays when the story grows."""
    headline: str | None
    """That of its earliest article."""
    articles: int
    outlets: int
    first: str | None
    """When its earliest article was published, as the outlet states it."""
    last: str | None
    languages: tuple[str, ...]


def stories_held(desk: Desk, *, least: int = 2, limit: int = 20) -> tuple[StoryHeld, ...]:
    """The stories with so many articles at least, those that changed last first."""
    with desk.reading() as connection:
        count = func.count()
        query = (
            select(told.c.story)
            .join(articles, articles.c.id == told.c.article)
            .group_by(told.c.story)
            .having(count >= least)
            .order_by(func.max(articles.c.change).desc())
            .limit(limit)
        )
        order = list(connection.execute(query).scalars())
        rows = _rows(connection, order)
        return tuple(_held([row for row in rows if row.story == number]) for number in order)


def _rows(connection: Connection, numbers: Sequence[int]) -> Sequence[Any]:
    columns = (*articles.c["headline", "published", "moment", "language"], told.c.story, stories.c.name, outlets.c.id)
    query = (
        select(*columns)
        .join(told, told.c.article == articles.c.id)
        .join(stories, stories.c.id == told.c.story)
        .outerjoin(outlets, outlets.c.id == articles.c.outlet)
        .where(among(told.c.story, numbers))
        .order_by(articles.c.moment.is_(None), articles.c.moment, articles.c.id)
    )
    return connection.execute(query).all()


def _held(rows: Sequence[Any]) -> StoryHeld:
    timed = [row for row in rows if row.moment is not None]
    return StoryHeld(
        story=rows[0].name,
        headline=next((row.headline for row in rows if row.headline), None),
        articles=len(rows),
        outlets=len({row.id for row in rows if row.id is not None}),
        first=timed[0].published if timed else None,
        last=timed[-1].published if timed else None,
        languages=tuple(sorted({row.language for row in rows})),
    )


def story_named(desk: Desk, name: str) -> str:
    """The name of the story that a name, an older name, or the address of one of its articles means.

    Raises NotHeld when there is none, UsageFault when several articles have that name.
    """
    with desk.reading() as connection:
        older = select(merged.c.story).where(merged.c.name == name)
        query = select(stories.c.name).where(or_(stories.c.name == name, stories.c.id.in_(older)))
        held = connection.execute(query).scalar()
        if held is None:
            article = find(connection, name)
            of_article = select(told.c.story).where(told.c.article == article.id)
            held = connection.execute(select(stories.c.name).where(stories.c.id.in_(of_article))).scalar()
    if held is None:
        raise NotHeld("This article was not placed into a story yet; `runut story` does so.")
    return str(held)


def story_held(desk: Desk, name: str, meaning: Meaning | None = None) -> Story:
    """A story in full, by a name that `story_named` understands.

    Earlier versions of a page are articles of their own, named `ARTICLE@1` and so on.
    """
    states = _states(desk, name)
    return story([text for text, _ in states], meaning, {text.id: attribution_of(record) for text, record in states})


def texts_held(desk: Desk, name: str) -> dict[str, Text]:
    """The articles of a story with their earlier versions, by the names that `story_held` gives them."""
    return {text.id: text for text, _ in _states(desk, name)}


def _states(desk: Desk, name: str) -> list[tuple[Text, Record]]:
    held = story_named(desk, name)
    with desk.reading() as connection:
        return _texts(_records(connection, held))


def _records(connection: Connection, name: str) -> Mapping[str, Sequence[Record]]:
    """The versions of each article of a story, the oldest first."""
    newest = (
        select(told.c.article)
        .join(stories, stories.c.id == told.c.story)
        .where(stories.c.name == name)
        .order_by(told.c.article.desc())
        .limit(MOST_ARTICLES)
    )
    query = (
        select(articles.c.key, *versions.c["record", "sha256", "name"])
        .join(versions, versions.c.article == articles.c.id)
        .where(articles.c.id.in_(newest))
        .order_by(articles.c.id, versions.c.number)
    )
    found: dict[str, list[Record]] = {}
    for row in connection.execute(query):
        found.setdefault(row.key, []).append(unpack(row.record, row.sha256, row.name))
    return found


def _texts(records: Mapping[str, Sequence[Record]]) -> list[tuple[Text, Record]]:
    """Each version as a text; the newest has the article's name."""
    found = []
    for key, states in records.items():
        names = [f"{key}@{number}" for number in range(1, len(states))] + [key]
        for name, record in zip(names, states, strict=True):
            earlier = names[0] if name != names[0] else None
            found.append((replace(text_of(record), id=name, version_of=earlier, published=_time(record)), record))
    return found


def _time(record: Record) -> str | None:
    """When this version was made public, as far as the page tells."""
    return record.modified or record.published
