"""Statements of all articles of a story, those about the same thing together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from runut.copies.anchors import anchors, likeness
from runut.stories.lines import Line
from runut.stories.meaning import Meaning
from runut.stories.members import Member
from runut.vocabulary import Act, Statement

# Statements are about the same when they mean so much the same; by names and numbers alone, when so much is alike.
MEANT, ALIKE = 0.5, 0.25
# Fewer words do not tell what a statement is about; the sentence does.
FEWEST = 3
LONGEST = 200
# What it is about is told by its beginning.
TELLING = 200
# Of a story of very many statements the earliest are told.
MOST = 600


class Stand(Struct, frozen=True):
    """One statement."""

    article: str
    speaker: str | None
    act: Act
    words: str


class Said(Struct, frozen=True):
    """A statement, with what tells its matter."""

    stand: Stand
    about: str
    """The words that tell what it is about."""


def said_together(articles: Sequence[Member], meaning: Meaning | None = None) -> list[list[Stand]]:
    """The statements of named and unnamed speakers, in the order of publication; each with those it is most like."""
    said = [*islice((one for article in in_order(articles) for one in _said(article)), MOST)]
    groups: list[list[int]] = []
    place_of: dict[int, int] = {}
    for place, near in enumerate(_near([one.about for one in said], meaning)):
        best = max(near, key=lambda pair: pair[1], default=None)
        if best is None:
            place_of[place] = len(groups)
            groups.append([place])
        else:
            place_of[place] = place_of[best[0]]
            groups[place_of[place]].append(place)
    return [[said[place].stand for place in group] for group in groups]


def in_order(articles: Sequence[Member]) -> list[Member]:
    """Articles by the time of their publication; those that state none come first."""
    return sorted(articles, key=lambda one: one.text.moment.earliest if one.text.moment else 0)


def _said(article: Member) -> Iterator[Said]:
    for line in article.lines:
        for one in line.said:
            if one.speaker:
                words = words_of(article, one)
                yield Said(Stand(article.id, one.speaker, one.act, shown(words, line)), about(words, line))


def words_of(article: Member, said: Statement) -> str:
    """The words of a statement."""
    return " ".join(article.text.text[start:end] for start, end in said.content)


def about(words: str, line: Line) -> str:
    """What tells the matter: what is said, or its sentence where that is too short."""
    return (words if len(words.split()) >= FEWEST else line.text)[:TELLING]


def shown(words: str, line: Line) -> str:
    """The beginning of what is said; of its sentence where it has no words of its own."""
    return (words or line.text)[:LONGEST]


def _near(texts: Sequence[str], meaning: Meaning | None) -> Iterator[list[tuple[int, float]]]:
    """For each text those before it that are about the same."""
    if meaning:
        vectors: NDArray[np.float32] = np.array([meaning(text) for text in texts])
        for place in range(len(texts)):
            alike = vectors[:place] @ vectors[place]
            yield [(int(other), float(alike[other])) for other in np.flatnonzero(alike >= MEANT)]
        return
    found = anchors(texts)
    for place, here in enumerate(found):
        scored = ((other, likeness(here, there)) for other, there in enumerate(found[:place]))
        yield [(other, score) for other, score in scored if score >= ALIKE]
