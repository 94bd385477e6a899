"""A text as words with hashes: what shingles and alignment work on."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from runut.find.stems import fold

Numbers = NDArray[np.uint64]
WORD = re.compile(r"[^\W_]+")
SHINGLE = 5
"""Words of a shingle: as many in a row are rarely the same by chance."""
SAMPLED = 8
"""One shingle in so many is kept for finding candidates, chosen by its hash: the same ones everywhere."""
# Texts are long and words few: hashes of the frequent ones are kept.
_MOST_KNOWN = 500_000
_STEP = np.uint64(0x9E3779B97F4A7C15)


class _Hashes(dict[str, int]):
    """The hash of each word; case, accents and typography tell none apart."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        digest = hashlib.blake2b(fold(word).encode("utf-8", "replace"), digest_size=8).digest()
        found = self[word] = int.from_bytes(digest, "big")
        return found


_hashes = _Hashes()


@dataclass(frozen=True, eq=False)
class Words:
    """The words of a text in order."""

    text: str
    hashes: Numbers

    def __len__(self) -> int:
        return len(self.hashes)

    @cached_property
    def spans(self) -> NDArray[np.int32]:
        """Where each word stands: a row of two for each."""
        found = [match.span() for match in WORD.finditer(self.text)]
        return np.array(found, dtype=np.int32).reshape(-1, 2)

    def shingles(self) -> Numbers:
        """The hash of the five words that begin at each place; empty for texts of fewer. Made anew at each call."""
        count = len(self.hashes) - SHINGLE + 1
        if count <= 0:
            return np.zeros(0, dtype=np.uint64)
        mixed = self.hashes[:count].copy()
        for place in range(1, SHINGLE):
            mixed *= _STEP
            mixed ^= mixed >> np.uint64(32)
            mixed += self.hashes[place : place + count]
        mixed *= _STEP
        return mixed ^ (mixed >> np.uint64(32))

    @cached_property
    def sampled(self) -> Numbers:
        """The shingles that are kept for finding candidates, each once, in order of their hash."""
        found = self.shingles()
        return np.unique(found[found % np.uint64(SAMPLED) == 0])


def words(text: str) -> Words:
    """Cut a text into words."""
    found = WORD.findall(text)
    return Words(text, np.fromiter(map(_hashes.__getitem__, found), dtype=np.uint64, count=len(found)))
