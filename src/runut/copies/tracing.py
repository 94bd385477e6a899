"""Tracing many articles at once: the whole way from texts to links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from runut.copies.citing import citations
from runut.copies.collection import Collection
from runut.copies.direction import direct_translation
from runut.copies.links import Link
from runut.copies.texts import Text
from runut.copies.translations import Likeness, translations
from runut.languages.detect import detect


def trace(texts: Sequence[Text], likeness: Likeness | None = None) -> Iterator[Link]:
    """Find all articles that have wording from another, are translations, or link to it, in the order of the texts.

    `likeness` tells how much two of them mean the same, by place; without it only clear translations are found. Two
    versions of one page are no copies of each other.
    """
    known: set[frozenset[str]] = set()
    for link in chain(_copies(texts), _translations(texts, likeness)):
        known.add(frozenset((link.copy, link.source)))
        yield link
    yield from citations(texts, known)


def _copies(texts: Sequence[Text]) -> Iterator[Link]:
    collection = Collection(texts)
    for left, right in collection.candidates():
        link = None if are_one_page(texts[left], texts[right]) else collection.link(left, right)
        if link:
            yield link


def _translations(texts: Sequence[Text], likeness: Likeness | None) -> Iterator[Link]:
    languages = [one.language or detect(one.text) for one in texts]
    if len(set(languages)) < 2:
        return
    for pair in translations([one.text for one in texts], languages, likeness):
        left, right = texts[pair.left], texts[pair.right]
        if are_one_page(left, right):
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
            evidence=way.evidence,
        )


def are_one_page(left: Text, right: Text) -> bool:
    """Whether both are versions of one page."""
    pages = {left.version_of or left.id, right.version_of or right.id}
    return len(pages) == 1
