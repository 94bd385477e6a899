"""The stories of a desk: which there are, and one of them in full."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from threading import Lock
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
from runut.desk.tellings import Telling, origins, read, states, write, wrong
from runut.errors import NotHeld
from runut.stories.meaning import Meaning
from runut.stories.members import attribution_of
from runut.stories.story import Story, story
from runut.vocabulary import Attribution, Record

# Of a story with more articles the newest are compared: who needs all of them exports them.
MOST_ARTICLES = 300
# Articles that are looked through at a time for the stories that changed last.
AT_ONCE = 1_000
# Telling takes seconds: two threads that are asked for one story tell it once.
_TURNS = tuple(Lock() for _ in range(64))


class StoryHeld(Struct, frozen=True, kw_only=True):
    """A story in short."""

    story: str
    """Its name; it stays when the story grows."""
    headline: str | None
    """That of its earliest article."""
    articles: int
    outlets: int
    origins: int | None
    """On how many independent origins they rest; None where the story was not told since it changed."""
    first: str | None
    """When its earliest article was published, as the outlet states it."""
    last: str | None
    languages: tuple[str, ...]


def stories_held(desk: Desk, *, least: int = 2, limit: int = 20) -> tuple[StoryHeld, ...]:
    """The stories with so many articles at least, those that changed last first."""
    with desk.reading() as connection:
        order = latest(connection, least=least, limit=limit)
        rows, counted = _rows(connection, order), origins(connection, order)
    found: dict[int, list[Any]] = {number: [] for number in order}
    for row in rows:
        found[row.story].append(row)
    return tuple(_held(found[number], counted.get(number)) for number in order)


def latest(connection: Connection, *, least: int, limit: int) -> list[int]:
    """The numbers of the stories with so many articles at least, those that changed last first.

    Looked for from the newest article back: to order all stories of a large desk takes longer than to show some.
    """
    found: dict[int, bool] = {}
    before: int | None = None
    while sum(found.values()) < limit:
        query = select(articles.c.change, told.c.story).join(told, told.c.article == articles.c.id)
        older = query if before is None else query.where(articles.c.change < before)
        rows = connection.execute(older.order_by(articles.c.change.desc()).limit(AT_ONCE)).all()
        if not rows:
            break
        new = [number for number in dict.fromkeys(row.story for row in rows) if number not in found]
        large = _large(connection, new, least)
        found |= {number: number in large for number in new}
        before = rows[-1].change
    return [number for number, enough in found.items() if enough][:limit]


def _large(connection: Connection, numbers: Sequence[int], least: int) -> frozenset[int]:
    query = select(told.c.story).where(among(told.c.story, numbers)).group_by(told.c.story)
    return frozenset(connection.execute(query.having(func.count() >= least)).scalars())


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


def _held(rows: Sequence[Any], counted: int | None) -> StoryHeld:
    timed = [row for row in rows if row.moment is not None]
    return StoryHeld(
        story=rows[0].name,
        headline=next((row.headline for row in rows if row.headline), None),
        articles=len(rows),
        outlets=len({row.id for row in rows if row.id is not None}),
        origins=counted,
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

    Earlier versions of a page are articles of their own, named `ARTICLE@1` and so on. What was told before is given
    again as long as nothing has changed that it was told from; without `meaning` it is always told anew.
    """
    return told_story(desk, story_named(desk, name), meaning).story


def told_story(desk: Desk, name: str, meaning: Meaning | None = None) -> Telling:
    """A story with its articles, by its own name: as it was told before, or told now and kept for the next who asks.

    Statements that were ruled wrong have no part in it. Raises NotHeld when there is no such story.
    """
    kept = _kept(desk, name) if meaning else None
    if kept:
        return kept
    with _TURNS[hash(name) % len(_TURNS)]:  # who comes meanwhile waits for the same telling
        return (_kept(desk, name) if meaning else None) or _told_now(desk, name, meaning)


def _kept(desk: Desk, name: str) -> Telling | None:
    with desk.reading() as connection:
        number, state = _stands(connection, name)
        return read(connection, number, state)


def _told_now(desk: Desk, name: str, meaning: Meaning | None) -> Telling:
    with desk.reading() as connection:
        number, state = _stands(connection, name)
        held = _texts(_records(connection, name))
        ruled = wrong(connection, [number])[number]
    texts = [text for text, _ in held]
    found = _telling(name, story(texts, meaning, {text.id: _attribution(one, ruled) for text, one in held}), texts)
    if meaning:
        with desk.writing() as connection:
            write(connection, number, state, found)
    return found


def _stands(connection: Connection, name: str) -> tuple[int, bytes]:
    """The number of a story, and the state in which it stands."""
    number = connection.execute(select(stories.c.id).where(stories.c.name == name)).scalar()
    state = states(connection, [number]).get(number) if number is not None else None
    if number is None or state is None:
        raise NotHeld(f"There is no story “{name}” any more.")
    return number, state


def _telling(name: str, found: Story, texts: Sequence[Text]) -> Telling:
    pages = {text.id.partition("@")[0] for text in texts}
    named = {text.id: replace(text, text="", links=()) for text in texts}
    return Telling(name, found, named, len(pages) >= MOST_ARTICLES)


def _attribution(record: Record, ruled: Collection[tuple[str, str]]) -> Attribution:
    """What a record attributes, without what was ruled wrong."""
    said = attribution_of(record)
    right = tuple(one for one in said.statements if (record.article, one.id) not in ruled)
    return replace(said, statements=right) if len(right) < len(said.statements) else said


def untold(desk: Desk, *, limit: int) -> list[str]:
    """Names of stories of several articles that are to be told anew, among those that changed last."""
    with desk.reading() as connection:
        numbers = latest(connection, least=2, limit=limit)
        counted = origins(connection, numbers)
        rows = connection.execute(select(stories.c.id, stories.c.name).where(among(stories.c.id, numbers))).all()
    names = {row.id: row.name for row in rows}
    return [names[number] for number in numbers if number not in counted]


def texts_held(desk: Desk, name: str) -> dict[str, Text]:
    """The articles of a story with their earlier versions, by the names that `story_held` gives them."""
    held = story_named(desk, name)
    with desk.reading() as connection:
        return {text.id: text for text, _ in _texts(_records(connection, held))}


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
    for key, held in records.items():
        names = [f"{key}@{number}" for number in range(1, len(held))] + [key]
        for name, record in zip(names, held, strict=True):
            earlier = names[0] if name != names[0] else None
            found.append((replace(text_of(record), id=name, version_of=earlier, published=_time(record)), record))
    return found


def _time(record: Record) -> str | None:
    """When this version was made public, as far as the page tells."""
    return record.modified or record.published
