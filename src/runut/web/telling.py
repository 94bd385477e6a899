"""The story around an article, told from the articles of the desk that belong to it."""

from __future__ import annotations

from msgspec.structs import replace

from runut.copies.reading import text_of
from runut.desk import Desk, show
from runut.desk.stories import story_named, told_story
from runut.desk.tellings import Telling
from runut.errors import NotHeld
from runut.model.meaning import meaning
from runut.stories import story
from runut.stories.members import attribution_of
from runut.vocabulary import Record


def story_of(desk: Desk, name: str) -> Telling:
    """A story, by its name or that of one of its articles.

    Ids of the story are keys of articles; of earlier versions with `@` and the version's number behind. An article that
    was not placed yet is told alone. Raises NotHeld when the desk has neither.
    """
    try:
        return told_story(desk, story_named(desk, name), meaning)
    except NotHeld:
        return _alone(show(desk, name).record)


def _alone(record: Record) -> Telling:
    text = text_of(record)
    found = story([text], meaning, {text.id: attribution_of(record)})
    return Telling(text.id, found, {text.id: replace(text, text="", links=())}, is_cut=False)
