"""Pairs of articles that may share wording: those with several sampled shingles in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from runut.copies.words import Numbers

# What stands in more articles than this is a house phrase, a menu, or a saying; it tells of no copy.
MOST_ARTICLES = 40
# So many shingles of the sample in common are worth a look: at one in eight, some sixteen in a row.
FEWEST = 2


class Frequencies:
    """How many articles have each sampled shingle."""

    def __init__(self, sampled: Sequence[Numbers]) -> None:
        every = np.concatenate([np.zeros(0, dtype=np.uint64), *sampled])
        self.hashes, self.times = np.unique(every, return_counts=True)

    def of(self, hashes: Numbers) -> NDArray[np.int64]:
        """Of shingles that are known."""
        found: NDArray[np.int64] = self.times[np.searchsorted(self.hashes, hashes)]
        return found


def candidates(sampled: Sequence[Numbers], frequencies: Frequencies) -> Iterator[tuple[int, int]]:
    """Pairs of places in the list, the lesser first, in their order."""
    hashes, owners = _joined(sampled, frequencies)
    pairs = [pair for step in range(1, MOST_ARTICLES) if len(pair := _apart(hashes, owners, step))]
    if not pairs:
        return
    found, times = np.unique(np.concatenate(pairs), return_counts=True)
    for pair in found[times >= FEWEST].tolist():
        yield pair >> 32, pair & 0xFFFFFFFF


def _joined(sampled: Sequence[Numbers], frequencies: Frequencies) -> tuple[Numbers, NDArray[np.int64]]:
    """All shingles in order of their hash with the article that each is from, without those of very many."""
    hashes = np.concatenate([np.zeros(0, dtype=np.uint64), *sampled])
    owners = np.repeat(np.arange(len(sampled), dtype=np.int64), [len(one) for one in sampled])
    times = frequencies.of(hashes)
    kept = (times > 1) & (times <= MOST_ARTICLES)
    hashes, owners = hashes[kept], owners[kept]
    order = np.argsort(hashes, kind="stable")
    return hashes[order], owners[order]


def _apart(hashes: Numbers, owners: NDArray[np.int64], step: int) -> NDArray[np.int64]:
    """Pairs of owners of one hash that stand so many places apart, each as one number."""
    same = hashes[step:] == hashes[:-step]
    pairs: NDArray[np.int64] = (owners[:-step][same] << np.int64(32)) | owners[step:][same]
    return pairs
