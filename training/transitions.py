"""How often one label follows another in each kind of gap, counted over the gold."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from articles import Said, Story, lesson_of
from numpy.typing import NDArray

from runut.languages import load_pack
from runut.model.gaps import KINDS, gaps
from runut.text import prepare

# Words around a mark that count: about what the reader sees.
REACH = 45
SMOOTH = 0.5
LABELS = 4


def count(stories: Sequence[Story]) -> list[list[list[float]]]:
    """Log-probabilities `[kind, before, after]`; the last label is that of the mark's own words."""
    seen = np.full((len(KINDS), LABELS, LABELS), SMOOTH)
    for story in stories:
        prose = prepare(story.text, frozenset(load_pack(story.language).about.abbreviations))
        kinds = gaps(prose)
        for said in lesson_of(story, prose):
            _add(seen, said, kinds)
    table: NDArray[np.float64] = np.log(seen / seen.sum(-1, keepdims=True))
    rounded: list[list[list[float]]] = np.round(table, 3).tolist()
    return rounded


def _add(seen: NDArray[np.float64], said: Said, kinds: Sequence[int]) -> None:
    content, source, mark = set(said.content), set(said.source), set() if said.anchor else set(said.mark)
    low, high = max(0, said.mark[0] - REACH), min(len(kinds), said.mark[0] + REACH)
    labels = [3 if w in mark else 2 if w in source else 1 if w in content else 0 for w in range(low, high + 1)]
    for at in range(low, high):
        seen[kinds[at], labels[at - low], labels[at - low + 1]] += 1
