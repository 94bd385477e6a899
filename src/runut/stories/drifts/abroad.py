"""Sentences of two languages that say the same: near by meaning and by what both write alike, apart from all others."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from runut.copies.anchors import anchors, likeness
from runut.stories.lines import Line
from runut.stories.meaning import Meaning
from runut.stories.members import Member
from runut.stories.numbers import numbers

# What two sentences write alike tells a little beside meaning: names and words of common descent, and numbers.
WRITTEN, COUNTED = 0.1, 0.15
# So near they say the same; or less near, but not less than this, and so much nearer to each other than to any third.
SAME, FAR, CLEARLY = 0.33, 0.2, 0.1
# What a sentence means is told by so many of its first characters: pages may be hostile.
TELLING = 600


class Abroad:
    """The sentences of a copy beside those of its source in another language."""

    def __init__(self, copy: Member, source: Member, meaning: Meaning) -> None:
        self._ours, self._theirs, self._meaning = copy.lines, source.lines, meaning
        texts = [line.text for line in (*copy.lines, *source.lines)]
        self._signs = dict(zip(texts, anchors([text[:TELLING] for text in texts]), strict=True))
        of = ((line.text, one.language) for one in (copy, source) for line in one.lines)
        self._values = {text: frozenset(one.value for one in numbers(text, language)) for text, language in of}

    def near(self, one: Line, other: Line) -> float:
        """How near two sentences are: from about 0 for strangers to a little over 1."""
        meant = float(self._meaning(one.text[:TELLING]) @ self._meaning(other.text[:TELLING]))
        written = likeness(self._signs.get(one.text, {}), self._signs.get(other.text, {}))
        mine, theirs = (self._values.get(line.text, frozenset()) for line in (one, other))
        counted = len(mine & theirs) / (min(len(mine), len(theirs)) or 1)
        return meant + WRITTEN * written + COUNTED * counted

    def pairs(self) -> Iterator[tuple[Line, Line]]:
        """Each sentence of the source with the one of the copy that is from it."""
        near = np.array([[self.near(mine, theirs) for theirs in self._theirs] for mine in self._ours], np.float32)
        for place, mine in enumerate(self._ours if self._theirs else ()):
            at = int(near[place].argmax())
            if near[place, at] >= SAME or _is_clear(near, place, at):
                yield self._theirs[at], mine


def _is_clear(near: NDArray[np.float32], row: int, column: int) -> bool:
    """Each is the other's nearest, and clearly nearer than all others."""
    rivals = np.concatenate([np.delete(near[row], column), np.delete(near[:, column], row)])
    return bool(near[row, column] >= FAR and near[row, column] - rivals.max(initial=0.0) >= CLEARLY)
