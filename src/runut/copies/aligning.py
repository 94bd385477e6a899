"""Word-exact passages that two texts share: runs of five or more of the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from runut.copies.words import SHINGLE, Numbers, Words
from runut.vocabulary import Span

Mask: TypeAlias = NDArray[np.bool_]


class Run(NamedTuple):
    """The same words in two texts, by their numbers."""

    left: int
    """Number of the first word in the one text."""
    right: int
    """And in the other."""
    length: int
    """Words."""


class Common(NamedTuple):
    """Where two texts have the same five words in a row."""

    here: Numbers
    """The shingles of the one text."""
    there: Numbers
    is_here: Mask
    """Which of its shingles the other has, too."""
    is_there: Mask

    @property
    def covered(self) -> tuple[int, int]:
        """How many words of each text stand in runs that the other has, too: no alignment finds more."""
        return _covered(self.is_here), _covered(self.is_there)


def common(left: Words, right: Words) -> Common:
    """What an alignment of two texts begins with; much quicker than the whole."""
    here, there = left.shingles(), right.shingles()
    return Common(here, there, _within(here, there), _within(there, here))


def _within(some: Numbers, others: Numbers) -> Mask:
    """Which of some numbers are among others."""
    if not len(others):
        return np.zeros(len(some), dtype=bool)
    ordered = np.sort(others)
    found: Mask = ordered[np.minimum(np.searchsorted(ordered, some), len(ordered) - 1)] == some
    return found


def _covered(shingles: Mask) -> int:
    words = np.zeros(len(shingles) + SHINGLE - 1, dtype=bool)
    for place in range(SHINGLE):
        words[place : place + len(shingles)] |= shingles
    return int(np.count_nonzero(words))


def runs(left: Words, right: Words, found: Common) -> list[Run]:
    """The longest runs of the same words, in the order of the left text; no word of it is in two of them."""
    here, there = found.here, found.there
    places: dict[int, list[int]] = {}
    for place in np.flatnonzero(found.is_there).tolist():
        places.setdefault(int(there[place]), []).append(place)
    return _apart(_longest(left, right, here, np.flatnonzero(found.is_here).tolist(), places))


def _longest(
    left: Words, right: Words, here: Numbers, starts: Sequence[int], places: Mapping[int, Sequence[int]]
) -> list[Run]:
    """The longest run from each start that is in no run before; `places` are where the right text has a shingle."""
    found: list[Run] = []
    at = 0
    for start in starts:
        if start < at:
            continue
        best = max((_run(left, right, start, place) for place in places[int(here[start])]), key=_length)
        found.append(best)
        at = best.left + best.length - SHINGLE + 1
    return found


def _length(run: Run) -> int:
    return run.length


def _run(left: Words, right: Words, start: int, place: int) -> Run:
    """How far the words go on being the same."""
    most = min(len(left.hashes) - start, len(right.hashes) - place)
    length = SHINGLE
    step = 64
    while length < most:
        one = left.hashes[start + length : start + min(length + step, most)]
        other = right.hashes[place + length : place + min(length + step, most)]
        differ = np.flatnonzero(one != other)
        if len(differ):
            return Run(start, place, length + int(differ[0]))
        length += len(one)
    return Run(start, place, most)


def _apart(found: Sequence[Run]) -> list[Run]:
    """Runs that overlap by some words in the left text are parted: the longer keeps them."""
    kept: list[Run] = []
    for run in found:
        over = kept[-1].left + kept[-1].length - run.left if kept else 0
        if over > 0 and run.length > kept[-1].length:
            kept[-1] = kept[-1]._replace(length=kept[-1].length - over)
        elif over > 0:
            run = Run(run.left + over, run.right + over, run.length - over)  # noqa: PLW2901  # what is left of it
        if run.length > 0:
            kept.append(run)
    return [run for run in kept if run.length > 0]


def passages(found: Sequence[Run], left: Words, right: Words) -> tuple[tuple[Span, Span], ...]:
    """Where runs stand in the two texts."""
    return tuple((_span(left, run.left, run.length), _span(right, run.right, run.length)) for run in found)


def _span(text: Words, first: int, length: int) -> Span:
    return int(text.spans[first, 0]), int(text.spans[first + length - 1, 1])
