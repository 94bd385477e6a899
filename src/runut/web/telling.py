"""The story around an article, told from the articles of the desk that belong to it."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from sqlalchemy import func, select

from runut.copies.reading import text_of
from runut.copies.texts import Text
from runut.desk import Desk, show
from runut.desk.stories import MOST_ARTICLES, story_held, story_named, texts_held
from runut.desk.tables import articles
from runut.errors import NotHeld
from runut.model.meaning import meaning
from runut.stories import Story, story
from runut.stories.members import attribution_of
from runut.vocabulary import Record


class Told(Struct, frozen=True):
    """A story, and the articles that it is told from."""

    name: str
    story: Story
    texts: dict[str, Text]
    """By the ids that the story has."""
    is_cut: bool
    """Whether there may be more articles than it was told from."""


def story_of(desk: Desk, name: str) -> Told:
    """A story, by its name or that of one of its articles.

    Ids of the story are keys of articles; of earlier versions with `@` and the version's number behind. An article that
    was not placed yet is told alone. Raises NotHeld when the desk has neither.
    """
    with desk.reading() as connection:
        change = connection.execute(select(func.max(articles.c.change))).scalar() or 0
    try:
        return _story_of(desk, story_named(desk, name), change)
    except NotHeld:
        return _alone(show(desk, name).record)


def _alone(record: Record) -> Told:
    text = text_of(record)
    return Told(text.id, story([text], meaning, {text.id: attribution_of(record)}), {text.id: text}, is_cut=False)


@lru_cache(maxsize=32)
def _story_of(desk: Desk, name: str, _change: int) -> Told:
    """`_change` says of which state of the desk it is told."""
    found = story_held(desk, name, meaning)
    pages = {one.partition("@")[0] for one in found.articles}
    return Told(name, found, texts_held(desk, name), len(pages) >= MOST_ARTICLES)
