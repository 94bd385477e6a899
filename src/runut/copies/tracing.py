"""Tracing many articles at once: the whole way from texts to links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from msgspec.structs import replace

from runut.copies.candidates import Frequencies, candidates
from runut.copies.direction import Reason, direct, direct_translation
from runut.copies.links import Link, Passage
from runut.copies.rarity import Rarity
from runut.copies.sharing import Sharing, share, telling
from runut.copies.texts import Text
from runut.copies.translations import Likeness, translations
from runut.copies.words import SAMPLED, words
from runut.languages.detect import detect


def trace(texts: Sequence[Text], likeness: Likeness | None = None) -> Iterator[Link]:
    """Find all articles that have wording from another, or are translations, in the order in which they are given.

    `likeness` tells how much two of them mean the same, by place; without it only clear translations are found. Two
    versions of one page are no copies of each other.
    """
    yield from _copies(texts)
    yield from _translations(texts, likeness)


def _copies(texts: Sequence[Text]) -> Iterator[Link]:
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


def _translations(texts: Sequence[Text], likeness: Likeness | None) -> Iterator[Link]:
    languages = [one.language or detect(one.text) for one in texts]
    if len(set(languages)) < 2:
        return
    for pair in translations([one.text for one in texts], languages, likeness):
        left, right = texts[pair.left], texts[pair.right]
        if _same_page(left, right):
            continue
        way = direct_translation(left, right)
        copy, source = (left, right) if way.copy_is_left else (right, left)
        yield Link(
            copy=copy.id,
            source=source.id,
            kind="translation",
            share=round(pair.left_share if way.copy_is_left else pair.right_share, 4),
            passages=(),
            confidence=way.confidence,
            evidence=way.reasons if way.copy_is_left else tuple(_turned(one) for one in way.reasons),
        )


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
