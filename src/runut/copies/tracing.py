"""Tracing many articles at once: the whole way from texts to links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from msgspec.structs import replace

from runut.copies.candidates import Frequencies, candidates
from runut.copies.direction import Reason, direct
from runut.copies.links import Link, Passage
from runut.copies.rarity import Rarity
from runut.copies.sharing import Sharing, share, telling
from runut.copies.texts import Text
from runut.copies.words import SAMPLED, words


def trace(texts: Sequence[Text]) -> Iterator[Link]:
    """Find all articles that share wording with another of them, in the order in which they are given.

    Two versions of one page are no copies of each other.
    """
    cut = [words(one.text) for one in texts]
    sampled = [one.sampled for one in cut]
    frequencies = Frequencies(sampled)
    rarity = Rarity(cut)
    for left, right in candidates(sampled, frequencies):
        if _same_page(texts[left], texts[right]):
            continue
        shared = np.intersect1d(sampled[left], sampled[right], assume_unique=True)
        found = share(cut[left], cut[right], telling(frequencies.of(shared), SAMPLED))
        if found.is_copying:
            yield link(texts[left], texts[right], found, rarity)


def link(left: Text, right: Text, found: Sharing, rarity: Rarity) -> Link:
    """The link between two articles that share wording."""
    way = direct(left, right, found, rarity)
    copy, source = (left, right) if way.copy_is_left else (right, left)
    reasons = way.reasons if way.copy_is_left else tuple(_turned(one) for one in way.reasons)
    return Link(
        copy=copy.id,
        source=source.id,
        kind=found.kind(copy_is_left=way.copy_is_left),
        share=round(found.left_share if way.copy_is_left else found.right_share, 4),
        passages=tuple(Passage(*pair) for pair in found.passages(copy_is_left=way.copy_is_left)),
        confidence=way.confidence,
        evidence=reasons,
    )


def _same_page(left: Text, right: Text) -> bool:
    pages = {left.version_of or left.id, right.version_of or right.id}
    return len(pages) == 1


def _turned(reason: Reason) -> Reason:
    """Evidence for the copy is positive, whichever side it is on."""
    return replace(reason, weight=-reason.weight)
