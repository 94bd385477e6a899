"""Pairs of articles that may share wording: those with several sampled shingles in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from runut.copies.words import Numbers

# What stands in more articles than this is a house phrase, a menu, or a saying; a few of them tell of no copy.
MOST_ARTICLES = 40
# So many shingles of the sample in common are worth a look: at one in eight, some sixteen in a row.
FEWEST = 2
# Many of those that stand everywhere are a text that everybody carries, such as a wire report.
FEWEST_EVERYWHERE = 10


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
    """Pairs of places in the list, the lesser first, in their order.

    Of what stands in very many articles each is paired with the first one that has it, so that their number stays
    in proportion to the articles.
    """
    hashes, owners, times = _joined(sampled, frequencies)
    few = times <= MOST_ARTICLES
    near = [_apart(hashes[few], owners[few], step) for step in range(1, MOST_ARTICLES)]
    found = np.union1d(_met(near, FEWEST), _met([_with_first(hashes[~few], owners[~few])], FEWEST_EVERYWHERE))
    for pair in found.tolist():
        yield pair >> 32, pair & 0xFFFFFFFF


def _joined(
    sampled: Sequence[Numbers], frequencies: Frequencies
) -> tuple[Numbers, NDArray[np.int64], NDArray[np.int64]]:
    """All shingles of several articles in order of their hash: with the article each is from, and how many have it."""
    hashes = np.concatenate([np.zeros(0, dtype=np.uint64), *sampled])
    owners = np.repeat(np.arange(len(sampled), dtype=np.int64), [len(one) for one in sampled])
    times = frequencies.of(hashes)
    order = np.argsort(hashes, kind="stable")
    order = order[times[order] > 1]
    return hashes[order], owners[order], times[order]


def _met(pairs: Sequence[NDArray[np.int64]], fewest: int) -> NDArray[np.int64]:
    """Pairs that are met at least so often, each once."""
    found, times = np.unique(np.concatenate(pairs), return_counts=True)
    met: NDArray[np.int64] = found[times >= fewest]
    return met


def _with_first(hashes: Numbers, owners: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each owner of a hash with the first one, each pair as one number."""
    _, begins, times = np.unique(hashes, return_index=True, return_counts=True)
    first = np.repeat(owners[begins], times)
    apart = first != owners
    pairs: NDArray[np.int64] = (first[apart] << np.int64(32)) | owners[apart]
    return pairs


def _apart(hashes: Numbers, owners: NDArray[np.int64], step: int) -> NDArray[np.int64]:
    """Pairs of owners of one hash that stand so many places apart, each as one number."""
    same = hashes[step:] == hashes[:-step]
    pairs: NDArray[np.int64] = (owners[:-step][same] << np.int64(32)) | owners[step:][same]
    return pairs
