"""Word-exact passages that two texts share: runs of five or more of the same words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from runut.copies.words import SHINGLE, Words
from runut.vocabulary import Span


class Run(NamedTuple):
    """The same words in two texts, by their numbers."""

    left: int
    """Number of the first word in the one text."""
    right: int
    """And in the other."""
    length: int
    """Words."""


def runs(left: Words, right: Words) -> list[Run]:
    """The longest runs of the same words, in the order of the left text; no word of it is in two of them."""
    here, there = left.shingles(), right.shingles()
    places: dict[int, list[int]] = {}
    for place in np.flatnonzero(np.isin(there, here)).tolist():
        places.setdefault(int(there[place]), []).append(place)
    if not places:
        return []
    found: list[Run] = []
    starts = np.flatnonzero(np.isin(here, there)).tolist()
    at = 0
    for start in starts:
        if start < at:
            continue
        best = max((_run(left, right, start, place) for place in places[int(here[start])]), key=_length)
        found.append(best)
        at = best.left + best.length - SHINGLE + 1
    return _apart(found)


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
    return text.spans[first][0], text.spans[first + length - 1][1]
