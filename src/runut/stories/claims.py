"""A claim through time: who says it, alleges, denies or confirms it, or will not speak of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from runut.stories.agreeing import agreed
from runut.stories.calling import Callings
from runut.stories.choosing import chosen, goes_on
from runut.stories.hearing import Heard, all_heard
from runut.stories.meaning import Meaning
from runut.stories.members import Member
from runut.stories.nearness import Matrix, nearness
from runut.stories.saying import Stand, in_order
from runut.stories.sources import Derived

# Stands so near are told together.
TOGETHER = 0.4
# Of a story of very many statements the earliest are told.
MOST = 1000


class Claim(Struct, frozen=True):
    """Something that people take a stand on."""

    claim: str
    """In the words of the first statement."""
    statements: tuple[Stand, ...]
    """In the order of publication, as far as it is told."""


def claims(articles: Sequence[Member], derived: Sequence[Derived], meaning: Meaning | None = None) -> list[Claim]:
    """Who says what of that which is in dispute, or which many articles carry; each matter by itself."""
    by_id = {one.id: one for one in in_order(articles)}
    found = [*islice(all_heard(by_id), MOST)]
    near = nearness(found, meaning)
    found = agreed(found, near, by_id)
    kept = chosen(found, near, articles, derived)
    groups = [[found[place] for place in group] for group in _together(kept, near, found)]
    callings = Callings(articles)
    return [_claim([_called(one, callings) for one in group]) for group in groups]


def _called(one: Heard, callings: Callings) -> Heard:
    """Nobody is called otherwise who has a name."""
    speaker = one.stand.speaker
    if one.type in ("person", "outlet") or speaker is None:
        return one
    return replace(one, stand=replace(one.stand, speaker=callings(speaker, one.language)))


def _together(kept: Sequence[int], near: Matrix, found: Sequence[Heard]) -> list[list[int]]:
    """Each stand with the one before it that it goes on with, or is nearest to."""
    groups: dict[int, list[int]] = {}
    for at, place in enumerate(kept):
        before = _before(place, kept[:at], near, found)
        groups[place] = groups[before] if before is not None else []
        groups[place].append(place)
    return [group for place, group in groups.items() if group[0] == place]


def _before(place: int, kept: Sequence[int], near: Matrix, found: Sequence[Heard]) -> int | None:
    """Which of the stands before is of the same matter: a quote goes on with what its speaker was said to deny."""
    on = next((other for other in kept if _is_quote_of(found[place], found[other])), None)
    if on is not None:
        return on
    best = max(kept, key=lambda other: near[place, other], default=None)
    return best if best is not None and near[place, best] >= TOGETHER else None


def _is_quote_of(one: Heard, other: Heard) -> bool:
    return one.is_quote and not other.is_quote and one.stand.speaker == other.stand.speaker and goes_on(one, other)


def _claim(group: Sequence[Heard]) -> Claim:
    """Each speaker's act is told once for each article."""
    first: dict[tuple[str, str | None, str], Stand] = {}
    for one in group:
        first.setdefault((one.stand.article, one.stand.speaker, one.stand.act), one.stand)
    return Claim(group[0].stand.words, tuple(first.values()))
