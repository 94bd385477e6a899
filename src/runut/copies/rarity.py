"""How telling words are: those of few of the articles at hand tell what an article is about."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from runut.copies.words import Numbers, Words


class Rarity:
    """The weight of words by the number of articles that have them (inverse document frequency)."""

    def __init__(self, texts: Iterable[Words]) -> None:
        owned = [np.unique(one.hashes) for one in texts]
        self._words, times = np.unique(np.concatenate([np.zeros(0, np.uint64), *owned]), return_counts=True)
        self._weights = np.log((len(owned) + 1) / times)

    def likeness(self, one: Numbers, other: Numbers) -> float:
        """How much two lists of words are about the same, from 0 to 1: the cosine of their weighted counts."""
        left, right = self._vector(one), self._vector(other)
        shared, here, there = np.intersect1d(left[0], right[0], assume_unique=True, return_indices=True)
        norms = float(np.linalg.norm(left[1]) * np.linalg.norm(right[1]))
        return float(left[1][here] @ right[1][there]) / norms if len(shared) and norms else 0.0

    def _vector(self, hashes: Numbers) -> tuple[Numbers, NDArray[np.float64]]:
        words, times = np.unique(hashes, return_counts=True)
        weighed = times.astype(np.float64) * self._weights[np.searchsorted(self._words, words)]
        return words, weighed
