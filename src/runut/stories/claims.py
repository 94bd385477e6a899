"""A claim through time: who says it, alleges, denies or confirms it, or will not speak of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

import numpy as np
from msgspec import Struct

from runut.stories.agreeing import agreed
from runut.stories.hearing import Heard, all_heard
from runut.stories.lines import stemmed
from runut.stories.meaning import Meaning
from runut.stories.members import Member
from runut.stories.nearness import Matrix, nearness
from runut.stories.saying import Stand, in_order
from runut.stories.sources import Derived

# Acts by which somebody takes a stand on a claim, and those by which somebody calls for something or announces it.
STANDS = ("denies", "confirms", "declines", "alleges", "believes")
CALLS = ("asks", "warns", "commits")
# Stands so near are of one matter; those that are kept are told together when they are a little less near.
NEAR, TOGETHER = 0.5, 0.4
# What so large a part of the articles carries, and more than one besides its own, is a claim of the story.
SPREAD, FEWEST = 0.4, 2
# What an outlet says itself is a claim where it stands among its first sentences and has so much of a headline.
FIRST, HEADED, SHORTEST = 2, 0.5, 3
# So many sentences on, somebody still speaks of the same.
SHORTLY = 2
# Of a story of very many statements the earliest are told.
MOST = 1000


class Claim(Struct, frozen=True):
    """Something that people take a stand on."""

    claim: str
    """In the words of the first statement."""
    statements: tuple[Stand, ...]
    """In the order of publication, as far as it is told."""


def claims(articles: Sequence[Member], derived: Sequence[Derived], meaning: Meaning | None = None) -> list[Claim]:
    """What somebody takes a stand on, what many articles carry, and what outlets make their own of others' reports."""
    by_id = {one.id: one for one in in_order(articles)}
    found = [*islice(all_heard(by_id), MOST)]
    near = nearness(found, meaning)
    found = agreed(found, near, by_id)
    spread = _spread(found, near)
    least = max(FEWEST, SPREAD * len({one.id for one in articles if not one.text.version_of}))
    headlines, second = _headlines(articles), _second_hand(articles, derived)
    kept = [
        place
        for place, one in enumerate(found)
        if _is_claimed(one, spread[place] >= least, headlines.get(one.language, ()), second)
    ]
    kept = [place for place in kept if not _is_told_by_name(place, kept, found)]
    return [_claim([found[place] for place in group]) for group in _together(kept, near, found)]


def _is_claimed(one: Heard, is_spread: bool, headlines: Sequence[frozenset[str]], second: Collection[str]) -> bool:
    act = one.stand.act
    if one.voice in ("own", "passed"):
        return one.stand.article in second and one.place < FIRST and _is_headed(one, headlines)
    if act in STANDS:
        return True
    return is_spread or (act in CALLS and not one.is_quote)


def _is_headed(one: Heard, headlines: Sequence[frozenset[str]]) -> bool:
    """Whether a sentence says what a headline of the story does."""
    return any(len(one.line.words & head) >= HEADED * max(SHORTEST, len(head)) for head in headlines)


def _second_hand(articles: Sequence[Member], derived: Sequence[Derived]) -> frozenset[str]:
    """The articles that have it from others: who was there tells what happened, who was not claims it."""
    versions = {one.id for one in articles if one.text.version_of}
    credited = {one.id for one in articles if any(relay.scope == "article" for relay in one.said.relays)}
    return frozenset({link.copy for link in derived} | credited) - versions


def _headlines(articles: Sequence[Member]) -> dict[str, list[frozenset[str]]]:
    found: dict[str, list[frozenset[str]]] = {}
    for one in articles:
        if one.text.headline:
            found.setdefault(one.language, []).append(stemmed(one.text.headline, one.language))
    return found


def _spread(found: Sequence[Heard], near: Matrix) -> list[int]:
    """For each stand in how many other articles something is near to it."""
    names = np.array([one.stand.article for one in found])
    return [len({*names[near[place] >= NEAR]} - {one.stand.article}) for place, one in enumerate(found)]


def _is_told_by_name(place: int, kept: Sequence[int], found: Sequence[Heard]) -> bool:
    """Whether somebody named says in the next sentences what a body is said to deny, confirm or be silent about."""
    one = found[place]
    if not one.is_body or one.stand.act not in STANDS:
        return False
    return any(
        found[other].stand.article == one.stand.article
        and found[other].stand.act == one.stand.act
        and not found[other].is_body
        and found[other].voice == "said"
        and 0 <= found[other].place - one.place <= SHORTLY
        for other in kept
    )


def _goes_on(one: Heard, other: Heard) -> bool:
    """Whether somebody is quoted on what he denied, confirmed or was silent about in a sentence shortly before."""
    return (
        one.stand.act in STANDS
        and one.is_quote
        and not other.is_quote
        and (one.stand.article, one.stand.speaker, one.stand.act)
        == (other.stand.article, other.stand.speaker, other.stand.act)
        and 0 <= one.place - other.place <= SHORTLY
    )


def _together(kept: Sequence[int], near: Matrix, found: Sequence[Heard]) -> Iterator[list[int]]:
    """Each stand with the one before it that it goes on with, or is nearest to."""
    groups: list[list[int]] = []
    group_of: dict[int, list[int]] = {}
    for at, place in enumerate(kept):
        before = kept[:at]
        on = next((other for other in before if _goes_on(found[place], found[other])), None)
        best = max(before, key=lambda other: near[place, other], default=None) if on is None else on
        if best is None or (on is None and near[place, best] < TOGETHER):
            groups.append([])
            group_of[place] = groups[-1]
        else:
            group_of[place] = group_of[best]
        group_of[place].append(place)
    yield from groups


def _claim(group: Sequence[Heard]) -> Claim:
    """Each speaker's act is told once for each article."""
    first: dict[tuple[str, str | None, str], Stand] = {}
    for one in group:
        first.setdefault((one.stand.article, one.stand.speaker, one.stand.act), one.stand)
    return Claim(group[0].stand.words, tuple(first.values()))
