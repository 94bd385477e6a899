"""What two languages write alike: names, numbers, and words of common descent; what translations are found by."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from runut.find.stems import fold

Anchors = Mapping[str, float]
"""Signs with their weights; the squares add up to 1."""
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Words of common descent begin alike: politik and politics, ekonomi and economy less so.
DESCENT = 5
MOST_OWNERS = 500


def anchors(texts: Sequence[str]) -> list[Anchors]:
    """The anchors of texts, weighed by how few of these texts have them; what only one has says nothing."""
    counted = [Counter(signs(text)) for text in texts]
    owners = Counter(sign for one in counted for sign in one)
    return [_weighed(one, owners, len(texts)) for one in counted]


def likeness(one: Anchors, other: Anchors) -> float:
    """How much two texts have in common, from 0 to 1: the cosine."""
    return sum(weight * other.get(sign, 0.0) for sign, weight in one.items())


def alike(
    given: Sequence[Anchors], least: float, languages: Sequence[str] | None = None
) -> dict[int, dict[int, float]]:
    """For each text those that have at least so much in common with it; with `languages`, of other languages alone.

    Signs that very many have are passed over: they weigh little, and would make the time grow with the square.
    """
    owners: defaultdict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(given):
        for sign in one:
            owners[sign].append(place)
    found: dict[int, dict[int, float]] = {}
    for place, one in enumerate(given):
        scores: defaultdict[int, float] = defaultdict(float)
        for sign, weight in one.items():
            for other in owners[sign] if len(owners[sign]) <= MOST_OWNERS else ():
                if other != place and (languages is None or languages[other] != languages[place]):
                    scores[other] += weight * given[other][sign]
        if kept := {other: score for other, score in scores.items() if score >= least}:
            found[place] = kept
    return found


def signs(text: str) -> Iterator[str]:
    """What another language would write alike: numbers, capitalised words, beginnings of longer ones."""
    for found in _NUMBER.finditer(text):
        yield "#" + re.sub("[.,]", "", found[0]).lstrip("0")
    for word in _WORD.findall(text):
        plain = fold(word)
        if word[0].isupper():
            yield "=" + plain
        if len(plain) >= DESCENT:
            yield plain[:DESCENT]


def _weighed(counted: Counter[str], owners: Counter[str], count: int) -> Anchors:
    found = {
        sign: (1 + math.log(times)) * math.log((count + 1) / owners[sign])
        for sign, times in counted.items()
        if owners[sign] > 1
    }
    length = math.sqrt(sum(weight * weight for weight in found.values())) or 1.0
    return {sign: weight / length for sign, weight in found.items()}
