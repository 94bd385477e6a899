"""Precision, recall and F1 with 95 % intervals, drawn anew article by article.

Statements of one article succeed and fail together, so whole articles are drawn. The seed is fixed: the same counts
always give the same interval.
"""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable, Iterable
from typing import NamedTuple

from cases import Case, Row

RESAMPLES = 1000
SEED = 2026
FEWEST = 5
"""Articles with any; fewer say nothing about the next article, so no interval is told."""


class Tally(NamedTuple):
    """Counts of one article or of many."""

    right: int
    """Of those found."""
    found: int
    reached: int
    """Of those wanted; it differs from `right` where gold and reading differ about the class that is counted."""
    wanted: int


class Estimate(NamedTuple):
    """A share with its interval; None where there is nothing to divide by, or too few articles."""

    value: float | None
    low: float | None = None
    high: float | None = None


def tally(cases: list[Case], good: Callable[[Case], bool], counts: Callable[[Row], bool]) -> Tally:
    """Count one article: the found ones by the class that the reading says, the wanted ones by that of the gold."""
    found = [good(case) for case in cases if case.given is not None and counts(case.given)]
    wanted = [good(case) for case in cases if case.wanted is not None and counts(case.wanted)]
    return Tally(sum(found), len(found), sum(wanted), len(wanted))


def together(tallies: Iterable[Tally]) -> Tally:
    """The sum."""
    return Tally(*map(sum, zip(*tallies, strict=True)))


def shares(counts: Tally) -> tuple[float | None, float | None, float | None]:
    """Precision, recall and F1."""
    precision = counts.right / counts.found if counts.found else None
    recall = counts.reached / counts.wanted if counts.wanted else None
    if precision is None or recall is None:
        return precision, recall, None
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def estimates(tallies: list[Tally]) -> list[Estimate]:
    """Precision, recall and F1 over articles, each with its interval where enough articles have any."""
    draw = random.Random(SEED)
    drawn = [shares(together(draw.choices(tallies, k=len(tallies)))) for _ in range(RESAMPLES)]
    found, wanted = (
        sum(column > 0 for column in side) for side in zip(*[(t.found, t.wanted) for t in tallies], strict=True)
    )
    enough = [held >= FEWEST for held in (found, wanted, min(found, wanted))]
    columns = zip(shares(together(tallies)), zip(*drawn, strict=True), enough, strict=True)
    return [_between(value, column) if many else Estimate(value) for value, column, many in columns]


def _between(value: float | None, drawn: Iterable[float | None]) -> Estimate:
    cuts = statistics.quantiles([share for share in drawn if share is not None], n=40, method="inclusive")
    return Estimate(value, cuts[0], cuts[-1])
