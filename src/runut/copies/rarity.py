"""How telling words are: those of few of the articles at hand tell what an article is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

import numpy as np
from numpy.typing import NDArray

from runut.copies.words import Numbers, Words


class Rarity:
    """The weight of words by the number of articles that have them (inverse document frequency)."""

    def __init__(self, words: Numbers, times: NDArray[np.int64], count: int) -> None:
        """Words in order, how many articles have each, and of how many articles; others than these are of one."""
        # One place more, for words that are not listed: what it holds is in no list.
        self._listed = np.append(words, np.zeros(1, np.uint64))
        self._words = self._listed[:-1]
        self._weights = np.log((count + 1) / np.append(times, 1))

    @classmethod
    def among(cls, texts: Iterable[Words]) -> Self:
        """That of words among some texts."""
        owned = [np.unique(one.hashes) for one in texts]
        words, times = np.unique(np.concatenate([np.zeros(0, np.uint64), *owned]), return_counts=True)
        return cls(words, times, len(owned))

    def likeness(self, one: Numbers, other: Numbers) -> float:
        """How much two lists of words are about the same, from 0 to 1: the cosine of their weighted counts."""
        left, right = self._vector(one), self._vector(other)
        shared, here, there = np.intersect1d(left[0], right[0], assume_unique=True, return_indices=True)
        norms = float(np.linalg.norm(left[1]) * np.linalg.norm(right[1]))
        return float(left[1][here] @ right[1][there]) / norms if len(shared) and norms else 0.0

    def _vector(self, hashes: Numbers) -> tuple[Numbers, NDArray[np.float64]]:
        words, times = np.unique(hashes, return_counts=True)
        return words, times.astype(np.float64) * self._weights[self._places(words)]

    def _places(self, words: Numbers) -> NDArray[np.int64]:
        """Where the weights of words are; the last is that of words which are not listed."""
        places = np.searchsorted(self._words, words)
        found: NDArray[np.int64] = np.where(self._listed[places] == words, places, len(self._words))
        return found
