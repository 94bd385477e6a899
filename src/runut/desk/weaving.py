"""Placing articles into stories as they arrive: those that share their rarest signs are compared, the best story wins.

A story keeps its name while it grows; the younger of two that turn out to be one is joined to the older, and its name
leads there. What was placed is written with how far was looked, so whoever is interrupted goes on where it stopped.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, delete, func, insert, select, update

from runut.articles.identity import version_id
from runut.copies.reading import text_of
from runut.copies.texts import Text
from runut.copies.times import DAY
from runut.desk.among import among
from runut.desk.dictionary import next_number
from runut.desk.opening import Desk
from runut.desk.packing import unpack
from runut.desk.tables import articles, merged, signs, stories, tallies, told, versions
from runut.desk.tellings import drop
from runut.stories.growing import LONGEST, NEWEST, Signs, Tally, is_one, joined, number

AT_ONCE = 100
# Signs of more articles than that are met too often to tell anything.
MOST_ARTICLES = 200
# Those that share most signs are compared.
MOST_CANDIDATES = 40
# Articles whose signs are kept in memory from one step to the next.
REMEMBERED = 4_000
NAME = "signs"


class Placed(Struct, frozen=True):
    """An article that was placed."""

    article: str
    """Its name."""
    story: str
    """The name of the story that it tells."""


def weave(desk: Desk) -> Iterator[Placed]:
    """Place all articles that came or changed since the last time, the oldest change first.

    Raises StoreFault when the desk cannot be written.
    """
    remembered: OrderedDict[int, Signs] = OrderedDict()
    while True:
        with desk.writing() as connection:
            placed = _Step(connection, remembered).run()
        if not placed:
            return
        yield from placed


class _Step:
    """Some articles, placed in one transaction."""

    def __init__(self, connection: Connection, remembered: OrderedDict[int, Signs]) -> None:
        self._connection = connection
        self._remembered = remembered
        row = connection.execute(select(tallies).where(tallies.c.name == NAME)).first()
        self._upto = row.upto if row else 0
        self._tally = Tally(row.counts if row else None)

    def run(self) -> list[Placed]:
        rows = _changed(self._connection, self._upto)
        if not rows:
            return []
        texts = {row.id: _text(row) for row in rows}
        for text in texts.values():
            self._tally.add(text)
        placed = [Placed(row.key, self._place(row, texts[row.id])) for row in rows]
        drop_empty(self._connection)
        _forget_old(self._connection)
        values = {"upto": rows[-1].change, "counts": self._tally.pack()}
        self._connection.execute(delete(tallies).where(tallies.c.name == NAME))
        self._connection.execute(insert(tallies), {"name": NAME, **values})
        return placed

    def _place(self, row: Any, text: Text) -> str:
        """Put an article where it belongs, also one that was placed before and has changed."""
        own = self._remembered[row.id] = self._tally.weigh(text)
        near = self._near(row.id, own)
        here = leave(self._connection, [row.id])
        belongs = joined(own, {story: self._members(story) for story in self._stories(near)}, self._tally.count)
        if belongs:
            story = self._merge(belongs)
        else:
            story = _begin(self._connection, here[0] if here else version_id("story", row.key))
        self._connection.execute(insert(told), {"article": row.id, "story": story})
        rows = [{"sign": number(sign), "article": row.id} for sign in own.telling]
        if rows:
            self._connection.execute(insert(signs), rows)
        return str(self._connection.execute(select(stories.c.name).where(stories.c.id == story)).scalar_one())

    def _near(self, article: int, own: Signs) -> list[int]:
        """The articles that share most of an article's rarest signs; of a few, all: none is rare among them."""
        if self._tally.count <= MOST_ARTICLES:
            few = select(told.c.article).where(told.c.article != article).limit(MOST_ARTICLES)
            return list(self._connection.execute(few).scalars())
        wanted = [number(sign) for sign in own.telling]
        often = select(signs.c.sign).where(signs.c.sign.in_(wanted)).group_by(signs.c.sign)
        telling = often.having(func.count() <= MOST_ARTICLES)
        shared = func.count().label("shared")
        query = (
            select(signs.c.article)
            .where(signs.c.sign.in_(telling), signs.c.article != article)
            .group_by(signs.c.article)
            .order_by(shared.desc(), signs.c.article.desc())
            .limit(MOST_CANDIDATES)
        )
        return list(self._connection.execute(query).scalars())

    def _stories(self, near: Collection[int]) -> list[int]:
        query = select(told.c.story).where(among(told.c.article, near)).distinct()
        return list(self._connection.execute(query).scalars())

    def _members(self, story: int) -> list[Signs]:
        """The signs of a story's newest articles, the oldest first."""
        query = select(told.c.article).where(told.c.story == story).order_by(told.c.article.desc()).limit(NEWEST)
        numbers = sorted(self._connection.execute(query).scalars())
        missing = [one for one in numbers if one not in self._remembered]
        for row in _rows(self._connection, among(articles.c.id, missing)) if missing else ():
            self._remembered[row.id] = self._tally.weigh(_text(row))
        for one in numbers:
            self._remembered.move_to_end(one)
        found = [self._remembered[one] for one in numbers]
        while len(self._remembered) > REMEMBERED:
            self._remembered.popitem(last=False)
        return found

    def _merge(self, belongs: Sequence[int]) -> int:
        """The story, with those that turn out to be the same joined to the oldest of them."""
        story = belongs[0]
        for other in belongs[1:]:
            if is_one(self._members(story), self._members(other), self._tally.count):
                story = _join(self._connection, *sorted((story, other)))
        return story


def leave(connection: Connection, gone: Sequence[int]) -> list[str]:
    """Take articles out of their stories, which stay for the others; gives the names of those that are left empty."""
    connection.execute(delete(signs).where(among(signs.c.article, gone)))
    query = select(stories.c.id, stories.c.name).join(told, told.c.story == stories.c.id)
    left = {row.id: row.name for row in connection.execute(query.where(among(told.c.article, gone)))}
    connection.execute(delete(told).where(among(told.c.article, gone)))
    drop(connection, left)
    still = set(connection.execute(select(told.c.story).where(among(told.c.story, left)).distinct()).scalars())
    return [name for story, name in left.items() if story not in still]


def drop_empty(connection: Connection) -> None:
    """Remove stories that nobody tells any more."""
    empty = select(stories.c.id).where(stories.c.id.not_in(select(told.c.story)))
    connection.execute(delete(merged).where(merged.c.story.in_(empty)))
    connection.execute(delete(stories).where(stories.c.id.not_in(select(told.c.story))))


def _begin(connection: Connection, name: str) -> int:
    """A story of that name, the one that was left empty where there is one."""
    held = connection.execute(select(stories.c.id).where(stories.c.name == name)).scalar()
    if held is not None:
        return int(held)
    connection.execute(delete(merged).where(merged.c.name == name))
    new = next_number(connection, stories)
    connection.execute(insert(stories), {"id": new, "name": name})
    return new


def _join(connection: Connection, older: int, younger: int) -> int:
    name = connection.execute(select(stories.c.name).where(stories.c.id == younger)).scalar_one()
    connection.execute(update(told).where(told.c.story == younger).values(story=older))
    connection.execute(update(merged).where(merged.c.story == younger).values(story=older))
    connection.execute(insert(merged), {"name": name, "story": older})
    connection.execute(delete(stories).where(stories.c.id == younger))
    return older


def _forget_old(connection: Connection) -> None:
    """Articles that are too old to be met by new ones need no signs."""
    newest = connection.execute(select(func.max(articles.c.moment))).scalar()
    if newest is not None:
        old = select(articles.c.id).where(articles.c.moment < newest - 2 * LONGEST * DAY)
        connection.execute(delete(signs).where(signs.c.article.in_(old)))


def _changed(connection: Connection, upto: int) -> Sequence[Any]:
    return _rows(connection, articles.c.change > upto, limit=AT_ONCE)


def _rows(connection: Connection, condition: Any, limit: int | None = None) -> Sequence[Any]:
    columns = (*articles.c["id", "key", "change"], *versions.c["record", "sha256", "name"])
    query = select(*columns).join(versions, versions.c.id == articles.c.version).where(condition)
    return connection.execute(query.order_by(articles.c.change).limit(limit)).all()


def _text(row: Any) -> Text:
    return text_of(unpack(row.record, row.sha256, row.name))
