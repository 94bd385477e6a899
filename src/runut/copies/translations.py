"""Translations: texts in two languages that tell the same, found by anchors, the unsure ones by the encoder's vectors.

A pair is taken when each is the other's best and clearly better than the next. Where anchors alone do not say so, the
vectors of a few best candidates decide, likewise.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from runut.copies.anchors import Anchors, alike, anchors

Likeness = Callable[[int, int], float]
"""How much two texts, by their place in the list, mean the same: a cosine."""

# What anchors alone are trusted for: so much alike, and so many times as much as the next best.
SURE, CLEARLY = 0.25, 1.3
# Without vectors, what is each other's best is taken from here on.
ENOUGH, SOMEWHAT = 0.08, 1.02
# Fewer signs in common than this may be chance.
FEWEST = 3
# Less alike than this is not looked at, and so many best are.
LEAST, CANDIDATES = 0.02, 20
# Likeness by vectors and by anchors together: translations lie above, others below. Short texts have fewer anchors.
SAME, SAME_SHORT = 0.5, 0.33
SHORT = 80
"""Words."""
# What is each other's best by anchors needs so much less, but what means so little the same is none.
MUTUAL, UNLIKE = 0.1, 0.12


class Pair(NamedTuple):
    """Two texts that tell the same."""

    left: int
    right: int
    score: float
    """By anchors, between 0 and 1."""
    left_share: float
    """How much of the one's anchors the other has, by weight."""
    right_share: float
    likeness: float | None = None
    """By vectors; None where anchors sufficed."""


def translations(texts: Sequence[str], languages: Sequence[str], likeness: Likeness | None = None) -> list[Pair]:
    """Pairs of texts in different languages that are translations of each other, the lesser place first."""
    signs = anchors(texts)
    scores = alike(signs, LEAST, languages)
    best = {one: sorted(found, key=lambda other: -found[other])[:CANDIDATES] for one, found in scores.items()}
    mutual = [(one, other) for one, others in best.items() if one < (other := others[0]) and best[other][0] == one]
    trusted, needed = (SURE, CLEARLY) if likeness else (ENOUGH, SOMEWHAT)
    telling = [pair for pair in mutual if len(signs[pair[0]].keys() & signs[pair[1]].keys()) >= FEWEST]
    sure = [pair for pair in telling if _is_clear(*pair, scores, trusted, needed)]
    taken = {place for pair in sure for place in pair}
    found: list[tuple[int, int, float, float | None]] = [(one, other, scores[one][other], None) for one, other in sure]
    if likeness:
        needed_for = [SAME if len(text.split()) >= SHORT else SAME_SHORT for text in texts]
        found += _judged(best, scores, taken, likeness, needed_for, frozenset(telling))
    return [_pair(*one, signs) for one in sorted(found, key=itemgetter(0, 1))]


def _is_clear(one: int, other: int, scores: Mapping[int, Mapping[int, float]], least: float, times: float) -> bool:
    """Whether two are so much alike, and clearly more than either is like a third."""
    score = scores[one][other]
    thirds = [s for a, b in ((one, other), (other, one)) for place, s in scores[a].items() if place != b]
    return score >= least and score >= times * max(thirds, default=0.0)


def _judged(
    best: Mapping[int, Sequence[int]],
    scores: Mapping[int, Mapping[int, float]],
    taken: set[int],
    likeness: Likeness,
    needed: Sequence[float],
    mutual: Collection[tuple[int, int]],
) -> Iterator[tuple[int, int, float, float | None]]:
    """Of those left, pairs that are each other's best by vectors and anchors together."""
    open_pairs = {
        (min(one, other), max(one, other))
        for one, others in best.items()
        for other in others
        if one not in taken and other not in taken
    }
    told = {pair: likeness(*pair) for pair in open_pairs}
    joint = {(one, other): value + scores[one][other] for (one, other), value in told.items()}
    least = {pair: max(needed[place] for place in pair) - (MUTUAL if pair in mutual else 0.0) for pair in joint}
    near = {pair: value for pair, value in joint.items() if value >= least[pair] and told[pair] >= UNLIKE}
    nearest: dict[int, float] = {}
    for pair, value in near.items():
        for place in pair:
            nearest[place] = max(nearest.get(place, 0.0), value)
    for (one, other), value in near.items():
        if nearest[one] == nearest[other] == value:
            yield one, other, scores[one][other], told[one, other]


def _pair(left: int, right: int, score: float, likeness: float | None, signs: Sequence[Anchors]) -> Pair:
    one, other = signs[left], signs[right]
    shared = one.keys() & other.keys()
    left_share, right_share = (sum(part[sign] ** 2 for sign in shared) for part in (one, other))
    return Pair(left, right, score, left_share, right_share, likeness)
