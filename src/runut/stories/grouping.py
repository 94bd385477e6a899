"""Which articles tell of one event: alike in names, numbers and words, and near in time."""

from __future__ import annotations

from collections.abc import Sequence

from runut.copies.anchors import anchors, likeness
from runut.copies.texts import Text
from runut.copies.times import DAY

# Two articles of one event are so much alike, and at most so many days apart.
ALIKE = 0.12
APART = 14 * DAY


def group(texts: Sequence[Text]) -> list[list[int]]:
    """The places of articles that belong together, directly or through others; the largest group first."""
    signs = anchors([one.text for one in texts])
    leader = list(range(len(texts)))

    def find(place: int) -> int:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    for one in range(len(texts)):
        for other in range(one):
            if _near(texts[one], texts[other]) and (
                _linked(texts[one], texts[other]) or likeness(signs[one], signs[other]) >= ALIKE
            ):
                leader[find(one)] = find(other)
    groups: dict[int, list[int]] = {}
    for place in range(len(texts)):
        groups.setdefault(find(place), []).append(place)
    return sorted(groups.values(), key=lambda places: (-len(places), places))


def _linked(one: Text, other: Text) -> bool:
    """Whether one links to the other, or is a version of it."""
    if one.version_of == other.id or other.version_of == one.id:
        return True
    return any(this.url in that.links for this, that in ((one, other), (other, one)) if this.url)


def _near(one: Text, other: Text) -> bool:
    mine, theirs = one.moment, other.moment
    if mine is None or theirs is None:
        return True
    return mine.earliest - theirs.latest <= APART and theirs.earliest - mine.latest <= APART
