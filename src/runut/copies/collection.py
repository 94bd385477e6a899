"""Texts that are compared with each other, with how often each phrase and each word is among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from runut.copies.candidates import Frequencies, candidates
from runut.copies.direction import direct
from runut.copies.links import Link, Passage
from runut.copies.rarity import Rarity
from runut.copies.sharing import Sharing, share_enough, telling
from runut.copies.texts import Text
from runut.copies.words import words


class Collection:
    """Articles cut into words; they are named by their places."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = texts
        self._words = [words(one.text) for one in texts]
        self._sampled = [one.sampled for one in self._words]
        self._frequencies = Frequencies(self._sampled)
        self._rarity = Rarity.among(self._words)

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Pairs that are worth comparing."""
        return candidates(self._sampled, self._frequencies)

    def link(self, left: int, right: int) -> Link | None:
        """The link between two articles; None where what they share is no copying."""
        shared = np.intersect1d(self._sampled[left], self._sampled[right], assume_unique=True)
        found = share_enough(self._words[left], self._words[right], telling(self._frequencies.of(shared)))
        return linked(self.texts[left], self.texts[right], found, self._rarity) if found else None


def linked(left: Text, right: Text, found: Sharing, rarity: Rarity) -> Link | None:
    """The link between two articles by what they share; None where that is no copying."""
    if not (found.is_copying or (found.is_whole and not left.is_of_outlet(right))):
        return None
    way = direct(left, right, found, rarity)
    copy, source = (left, right) if way.copy_is_left else (right, left)
    return Link(
        copy=copy.id,
        source=source.id,
        kind=found.kind(copy_is_left=way.copy_is_left),
        share=round(found.left_share if way.copy_is_left else found.right_share, 4),
        passages=tuple(Passage(*pair) for pair in found.passages(copy_is_left=way.copy_is_left)),
        confidence=way.confidence,
        evidence=way.evidence,
    )
