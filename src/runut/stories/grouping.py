"""Which articles tell of one event: alike in names, numbers and words, and near in time."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from runut.copies.anchors import alike, anchors
from runut.copies.texts import Text
from runut.copies.times import DAY
from runut.languages.detect import detect
from runut.stories.meaning import Meaning

# Two articles of one event are so much alike; two groups are one when their articles are, on average: else one article
# on two matters would join both. Of few articles, taken together by a person, less is asked than of many: rarity tells
# little among few.
ALIKE, TOGETHER = (0.1, 0.2), (0.05, 0.2)
FEW, MANY = 20, 1_000
# What articles of two languages mean in common by chance; and up to so many articles each two of them are compared.
UNRELATED, ALL = 0.3, 300
# And they are at most so long apart.
APART = (45 * DAY, 14 * DAY)


def group(texts: Sequence[Text], meaning: Meaning | None = None) -> list[list[int]]:
    """The places of articles that belong together; the largest group first (agglomerative, by average likeness).

    In two languages articles have few signs in common: there `meaning` tells what is alike, where it is given.
    """
    alike_least, together_least = (between(least, len(texts)) for least in (ALIKE, TOGETHER))
    apart = between(APART, len(texts))
    scores = alike(anchors([one.text for one in texts]), alike_least / 4)
    near = {
        (one, other): score
        for one, others in scores.items()
        for other, score in others.items()
        if other < one and _near(texts[one], texts[other], apart)
    }
    if meaning:
        near |= {
            pair: score for pair, score in _abroad(texts, near, meaning) if _near(texts[pair[0]], texts[pair[1]], apart)
        }
    groups = _Groups(len(texts), near)
    for one, other in _linked(texts):
        if _near(texts[one], texts[other], apart):
            groups.join(one, other)
    for (one, other), score in sorted(near.items(), key=lambda pair: -pair[1]):
        if score >= alike_least and groups.likeness(one, other) >= together_least:
            groups.join(one, other)
    return sorted(groups.members(), key=lambda places: (-len(places), places))


def _abroad(
    texts: Sequence[Text], scores: Mapping[tuple[int, int], float], meaning: Meaning
) -> Iterator[tuple[tuple[int, int], float]]:
    """Articles of different languages with how much they mean the same; of many, those that are somewhat alike."""
    languages = [one.language or detect(one.text) for one in texts]
    pairs = combinations(range(len(texts)), 2) if len(texts) <= ALL else ((other, one) for one, other in scores)
    for one, other in pairs:
        if languages[one] != languages[other]:
            alike = float(meaning(texts[one].text) @ meaning(texts[other].text)) - UNRELATED
            if alike > scores.get((other, one), 0.0):
                yield (other, one), alike


def between(ends: tuple[float, float], count: int) -> float:
    """A bound for a number of articles, between that for few and that for many."""
    share = math.log(max(count, FEW) / FEW) / math.log(MANY / FEW)
    return ends[0] + (ends[1] - ends[0]) * min(share, 1.0)


class _Groups:
    """Groups that grow by joining, with how much each two of them are alike in sum."""

    def __init__(self, count: int, scores: Mapping[tuple[int, int], float]) -> None:
        self._leader = list(range(count))
        self._places = {place: [place] for place in range(count)}
        self._sums: dict[int, dict[int, float]] = {place: {} for place in range(count)}
        for (one, other), score in scores.items():
            self._sums[one][other] = self._sums[other][one] = score

    def likeness(self, one: int, other: int) -> float:
        """How much the articles of two groups are alike on average; 1 where they are one group."""
        here, there = self._find(one), self._find(other)
        if here == there:
            return 1.0
        return self._sums[here].get(there, 0.0) / (len(self._places[here]) * len(self._places[there]))

    def join(self, one: int, other: int) -> None:
        """Make two groups one."""
        kept, gone = self._find(one), self._find(other)
        if kept == gone:
            return
        if len(self._places[kept]) < len(self._places[gone]):
            kept, gone = gone, kept
        self._leader[gone] = kept
        self._places[kept] += self._places.pop(gone)
        for third, total in self._sums.pop(gone).items():
            del self._sums[third][gone]
            if third != kept:
                self._sums[kept][third] = self._sums[third][kept] = self._sums[kept].get(third, 0.0) + total

    def members(self) -> list[list[int]]:
        """The places of each group, in order."""
        return [sorted(places) for places in self._places.values()]

    def _find(self, place: int) -> int:
        while self._leader[place] != place:
            self._leader[place] = self._leader[self._leader[place]]
            place = self._leader[place]
        return place


def _linked(texts: Sequence[Text]) -> list[tuple[int, int]]:
    """Pairs of which one links to the other, or is a version of it."""
    named = {one.id: place for place, one in enumerate(texts)}
    located = {one.url: place for place, one in enumerate(texts) if one.url}
    found = []
    for place, one in enumerate(texts):
        others = [located.get(link) for link in one.links] + [named.get(one.version_of or "")]
        found += [(place, other) for other in others if other is not None and other != place]
    return found


def _near(one: Text, other: Text, apart: float) -> bool:
    mine, theirs = one.moment, other.moment
    if mine is None or theirs is None:
        return True
    return mine.earliest - theirs.latest <= apart and theirs.earliest - mine.latest <= apart
