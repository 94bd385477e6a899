"""Which stands are claims of a story: most of what is said in it is in dispute nowhere, and told by few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from runut.stories.hearing import Heard
from runut.stories.lines import stemmed
from runut.stories.members import Member
from runut.stories.nearness import Matrix
from runut.stories.sources import Derived
from runut.vocabulary import Act

# Acts by which somebody takes a stand on a claim, and those by which somebody calls for something or announces it.
STANDS: tuple[Act, ...] = ("denies", "confirms", "declines", "alleges", "believes")
CALLS: tuple[Act, ...] = ("asks", "warns", "commits")
# Stands so near are of one matter.
NEAR = 0.5
# What so large a part of the articles carries, and more than one besides its own, is a claim of the story.
SPREAD, FEWEST = 0.4, 2
# What an outlet says itself is a claim where it stands among its first sentences and has so much of a headline.
FIRST, HEADED, SHORTEST = 2, 0.5, 3
# So many sentences on, somebody still speaks of the same.
SHORTLY = 2


class _Story(Struct, frozen=True):
    """What of a story tells whether something is a claim of it."""

    least: float
    """In how many other articles it stands at least."""
    headlines: dict[str, list[frozenset[str]]]
    """The stems of the headlines, by language."""
    second: frozenset[str]
    """Articles that have it from others: who was there tells what happened, who was not claims it."""


def chosen(found: Sequence[Heard], near: Matrix, articles: Sequence[Member], derived: Sequence[Derived]) -> list[int]:
    """The places of what somebody takes a stand on, what many carry, and what outlets make their own of reports."""
    story = _Story(_least(articles), _headlines(articles), _second_hand(articles, derived))
    spread = _spread(found, near)
    kept = [place for place, one in enumerate(found) if _is_claimed(one, spread[place], story)]
    return [place for place in kept if not any(_is_named(found[place], found[other]) for other in kept)]


def goes_on(one: Heard, other: Heard) -> bool:
    """Whether one stand is taken in the same act as another, in its sentence or shortly behind it."""
    is_same = one.stand.article == other.stand.article and one.stand.act == other.stand.act
    return is_same and one.stand.act in STANDS and 0 <= one.place - other.place <= SHORTLY


def _is_claimed(one: Heard, spread: int, story: _Story) -> bool:
    if one.voice in ("own", "passed"):
        is_second_hand = one.stand.article in story.second and one.place < FIRST
        return is_second_hand and _is_headed(one, story.headlines.get(one.language, ()))
    if one.stand.act in STANDS or spread >= story.least:
        return True
    return one.stand.act in CALLS and not one.is_quote


def _is_headed(one: Heard, headlines: Sequence[frozenset[str]]) -> bool:
    """Whether a sentence says what a headline of the story does."""
    return any(len(one.line.words & head) >= HEADED * max(SHORTEST, len(head)) for head in headlines)


def _is_named(one: Heard, other: Heard) -> bool:
    """Whether somebody named says in the next sentences what a body is said to deny, confirm or be silent about."""
    return one.is_body and not other.is_body and other.voice == "said" and goes_on(other, one)


def _least(articles: Sequence[Member]) -> float:
    return max(FEWEST, SPREAD * sum(not one.text.version_of for one in articles))


def _headlines(articles: Sequence[Member]) -> dict[str, list[frozenset[str]]]:
    found: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for one in articles:
        if one.text.headline:
            found[one.language].append(stemmed(one.text.headline, one.language))
    return dict(found)


def _second_hand(articles: Sequence[Member], derived: Sequence[Derived]) -> frozenset[str]:
    versions = {one.id for one in articles if one.text.version_of}
    credited = {one.id for one in articles if any(relay.scope == "article" for relay in one.said.relays)}
    return frozenset({link.copy for link in derived} | credited) - versions


def _spread(found: Sequence[Heard], near: Matrix) -> list[int]:
    """For each stand in how many other articles something is near to it."""
    names = np.array([one.stand.article for one in found])
    return [len({*names[near[place] >= NEAR]} - {one.stand.article}) for place, one in enumerate(found)]
