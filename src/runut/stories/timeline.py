"""What was said when: each article in its time, with the statements that none before it has."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from runut.stories.members import Member
from runut.stories.saying import Stand, in_order


class Event(Struct, frozen=True, kw_only=True):
    """An article of a story at its time."""

    at: str | None
    """When it was published, as its outlet states it."""
    article: str
    outlet: str | None
    headline: str | None
    first: tuple[Stand, ...]
    """What it is the earliest to tell, among the articles held."""


def timeline(articles: Sequence[Member], groups: Sequence[Sequence[Stand]]) -> list[Event]:
    """The articles in the order of publication."""
    first: dict[str, list[Stand]] = {}
    for group in groups:
        first.setdefault(group[0].article, []).append(group[0])
    return [
        Event(
            at=one.text.published,
            article=one.id,
            outlet=one.text.outlet,
            headline=one.text.headline,
            first=tuple(first.get(one.id, ())),
        )
        for one in in_order(articles)
    ]
