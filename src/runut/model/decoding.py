"""From the network's probabilities to the parts of a statement, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

OUTSIDE, CUE, CUE_ON, ANCHOR = range(4)
CONTENT, SOURCE, MARKED = 1, 2, 3
NEVER = -1e4
# How much the network's word counts beside what usually follows what.
TRUST = 1.0
# A word between two of a part belongs to it when its own probability is at least this.
BRIDGE = 0.25
# A piece of so few words is kept only when they are this likely.
STRAY, STRAY_SURE = 2, 0.8


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that may be a cue, or the beginning of a statement without one."""

    first: int
    last: int
    """One past its last word."""
    anchor: bool
    probability: float


@dataclass(frozen=True, slots=True)
class Parts:
    """The words of a statement's parts; `surety` is the mean probability of their labels."""

    content: tuple[range, ...]
    source: range | None
    surety: float


def marks(chances: Floats, least: float) -> list[Mark]:
    """Cues in `chances` `[words, 4]`, likely by at least `least`."""
    begins = chances[:, CUE] + chances[:, ANCHOR]
    found: list[Mark] = []
    free = 0
    for first in np.flatnonzero(begins >= least).tolist():
        if first < free or (first + 1 < len(begins) and _rather(begins, chances, first)):
            continue
        last = first + 1
        anchor = bool(chances[first, ANCHOR] > chances[first, CUE])
        while not anchor and last < len(chances) and chances[last, CUE_ON] >= 0.5:
            last += 1
        found.append(Mark(first, last, anchor, float(begins[first])))
        free = last
    return found


def _rather(begins: Floats, chances: Floats, first: int) -> bool:
    """The next word begins the same cue with greater likelihood."""
    return bool(chances[first, OUTSIDE] > 0.5 and begins[first + 1] > begins[first] and begins[first + 1] > 0.5)


def parts(
    chances: Floats,
    offset: int,
    mark: Mark,
    ways: Floats,
    units: Sequence[range] = (),
    stops: frozenset[int] = frozenset(),
) -> Parts:
    """Content and source around a mark: the likeliest labels as a whole.

    `chances` `[words, 3]` are of the words from `offset` on; `ways` `[words - 1, 4, 4]` is the log-probability of going
    from one label to the next in each gap between two of them, where the last label is the mark's own.
    `units` are stretches (quotes, sentences) that are said as a whole or not at all; `stops` are the words that open
    a sentence, before which a source ends.
    """
    marked = range(max(0, mark.first - offset), min(len(chances), mark.last - offset)) if not mark.anchor else range(0)
    closed = set(marked)
    source = _best(_runs(chances.argmax(1), chances, SOURCE, closed, stops, offset), chances[:, SOURCE])
    if source is not None:
        closed |= set(source)
    weighed = _weighed(chances, marked, source or range(0))
    for unit in units:
        inner = range(max(0, unit.start - offset), min(len(chances), unit.stop - offset))
        if len(inner) > 1 and not closed.intersection(inner):
            weighed[inner, :SOURCE] = weighed[inner, :SOURCE].mean(0)
    labels = likeliest(weighed, ways)
    runs = _runs(labels, chances, CONTENT, closed)
    kept = [run for run in runs if len(run) > STRAY or chances[run, CONTENT].mean() >= STRAY_SURE]
    kept = kept or [run for run in runs if len(run) == max(map(len, runs))][:1]
    chosen = [i for run in kept for i in run] + list(source or ())
    sure = float(chances[chosen].max(1).mean()) if chosen else float(chances.max(1).mean())
    return Parts(
        tuple(range(run.start + offset, run.stop + offset) for run in kept),
        range(source.start + offset, source.stop + offset) if source is not None else None,
        sure,
    )


def _weighed(chances: Floats, marked: range, source: range) -> Floats:
    """Log-probabilities `[words, 4]`: words of the mark and of the source have their label and no other."""
    weighed = np.full((len(chances), 4), NEVER, np.float32)
    weighed[:, :MARKED] = TRUST * np.log(np.clip(chances, 1e-4, 1))
    weighed[:, SOURCE] = NEVER
    weighed[source] = (NEVER, NEVER, 0, NEVER)
    weighed[marked] = (NEVER, NEVER, NEVER, 0)
    return weighed


def likeliest(weighed: Floats, ways: Floats) -> NDArray[np.int64]:
    """The sequence of labels with the greatest sum (Viterbi)."""
    reached = ways + weighed[1:, None, :]
    best = weighed[0]
    for step in reached:
        np.add(step, best[:, None], out=step)
        best = np.maximum.reduce(step)
    labels = [int(best.argmax())]
    for back in reached.argmax(1)[::-1]:
        labels.append(int(back[labels[-1]]))
    return np.array(labels[::-1])


def _runs(
    labels: NDArray[np.int64],
    chances: Floats,
    label: int,
    closed: set[int],
    stops: frozenset[int] = frozenset(),
    offset: int = 0,
) -> list[range]:
    """Runs of a label, over gaps of one or two words that may have it too."""
    runs: list[range] = []
    for at in np.flatnonzero(labels == label).tolist():
        if at in closed:
            continue
        if runs and at - runs[-1].stop <= 2 and not stops.intersection(range(runs[-1].stop + offset, at + 1 + offset)):
            gap = range(runs[-1].stop, at)
            if not closed & set(gap) and all(chances[i, label] >= BRIDGE for i in gap):
                runs[-1] = range(runs[-1].start, at + 1)
                continue
        runs.append(range(at, at + 1))
    return runs


def _best(runs: list[range], chances: Floats) -> range | None:
    return max(runs, key=lambda run: float(chances[run].sum())) if runs else None
