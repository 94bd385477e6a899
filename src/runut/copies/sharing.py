"""What two articles share, measured: whether it is copying, and of which kind."""

from __future__ import annotations

import math
from bisect import bisect_left
from functools import cached_property
from typing import Literal, TypeAlias

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from runut.copies.aligning import Run, common, passages, runs
from runut.copies.words import SAMPLED, Numbers, Words
from runut.vocabulary import Span

Kind: TypeAlias = Literal["verbatim", "partial", "rewrite", "translation", "cites"]

# Wording is copied when it makes up this much of one of the two …
LARGE = 0.2
# … or less, but in so many runs in the same order: nobody repeats boilerplate like that.
SMALL, IN_ORDER = 0.1, 5
# Words that many articles have say little: so many telling ones must be among those shared.
TELLING_LARGE, TELLING_SMALL = 12.0, 5.0
# Half of an article in so many words is no boilerplate, whoever else has it: everybody carries a wire report.
HALF, WHOLE_WORDS = 0.5, 80
# Nearly all of the copy in the source's words is verbatim; runs shorter than this on average are a rewrite.
NEARLY_ALL, SHORT_RUNS = 0.85, 25.0


class Sharing(Struct, frozen=True, dict=True):
    """The wording that two articles share."""

    left: Words
    right: Words
    runs: tuple[Run, ...]
    telling: float
    """Words shared, each weighed by how few articles have its shingle; one that only these two have counts whole."""

    @cached_property
    def words(self) -> int:
        """How many words are shared."""
        return sum(run.length for run in self.runs)

    @property
    def left_share(self) -> float:
        """The part of the one article's words that is shared."""
        return self.words / max(1, len(self.left))

    @cached_property
    def right_share(self) -> float:
        """The part of the other's, of which the one may have some words twice."""
        return len(self.parts(of_left=False)[0]) / max(1, len(self.right))

    @cached_property
    def in_order(self) -> int:
        """The most runs that stand in the same order in both (longest increasing subsequence)."""
        ends: list[int] = []
        for run in self.runs:
            place = bisect_left(ends, run.right)
            ends[place : place + 1] = [run.right]
        return len(ends)

    @property
    def is_whole(self) -> bool:
        """Whether so much of an article is shared that it cannot be boilerplate of two outlets."""
        return max(self.left_share, self.right_share) >= HALF and self.words >= WHOLE_WORDS

    @property
    def is_copying(self) -> bool:
        """Whether so much wording is shared, most of it rare, that one was copied, or both from a third."""
        share = max(self.left_share, self.right_share)
        if share >= LARGE:
            return self.telling >= TELLING_LARGE
        return share >= SMALL and self.in_order >= IN_ORDER and self.telling >= TELLING_SMALL

    def parts(self, *, of_left: bool) -> tuple[Numbers, Numbers]:
        """The words of one article that are shared, and the rest of them."""
        text = self.left if of_left else self.right
        mask: NDArray[np.bool_] = np.zeros(len(text), dtype=bool)
        for run in self.runs:
            first = run.left if of_left else run.right
            mask[first : first + run.length] = True
        return text.hashes[mask], text.hashes[~mask]

    def kind(self, *, copy_is_left: bool) -> Kind:
        """What the copy is."""
        if self.words / max(1, len(self.runs)) < SHORT_RUNS:
            return "rewrite"
        return "verbatim" if (self.left_share if copy_is_left else self.right_share) >= NEARLY_ALL else "partial"

    def passages(self, *, copy_is_left: bool) -> tuple[tuple[Span, Span], ...]:
        """Where the shared words stand, in the copy and in the source."""
        found = passages(self.runs, self.left, self.right)
        return found if copy_is_left else tuple(sorted((there, here) for here, there in found))


def share(left: Words, right: Words, telling: float) -> Sharing:
    """Align two texts."""
    return Sharing(left, right, tuple(runs(left, right, common(left, right))), telling)


def share_enough(left: Words, right: Words, telling: float) -> Sharing | None:
    """Align two texts; None where what they have in common is surely no copying, as most pairs that are looked at."""
    found = common(left, right)
    if not _may_be_copying(left, right, found.covered, telling):
        return None
    return Sharing(left, right, tuple(runs(left, right, found)), telling)


def _may_be_copying(left: Words, right: Words, covered: tuple[int, int], telling: float) -> bool:
    share = max(covered[0] / max(1, len(left)), covered[1] / max(1, len(right)))
    return share >= (SMALL if telling >= TELLING_SMALL else HALF)


def telling(times: NDArray[np.int64]) -> float:
    """The words that shared samples stand for; `times` tells how many articles have each of those."""
    # Exact whatever the order: where the shared samples come from a join, they come in any.
    return math.fsum(SAMPLED / (np.maximum(times, 2) - 1))
