"""How near the matters of two stands are, on one scale whatever their languages."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from runut.stories.hearing import Heard
from runut.stories.lines import stemmed
from runut.stories.meaning import Meaning
from runut.stories.numbers import numbers

Matrix = NDArray[np.float32]
# Translations mean less the same to the encoder than copies do, by so much; a number that both have tells as much.
ABROAD, NUMBER = 0.15, 0.15
# Numbers of fewer figures are hardly the same for a reason.
TELLING = 2
# Shared words of one language tell a little less than shared meaning, and one word alone tells nothing.
WORDS, FEWEST = 0.9, 2
# What a sentence means is told by so many of its first characters.
LONGEST = 600


def nearness(heard: Sequence[Heard], meaning: Meaning | None = None) -> Matrix:
    """For each two stands how much they are about the same, from 0 to a little over 1."""
    languages = np.array([one.language for one in heard])
    home = languages[:, None] == languages[None, :]
    near = np.where(home, WORDS * _shared([_stems(one) for one in heard]), 0).astype(np.float32)
    if meaning and heard:
        figures = _shared([_figures(one) for one in heard], fewest=1) > 0
        meant = _meant([one.about for one in heard], [one.line.text[:LONGEST] for one in heard], meaning)
        near = np.maximum(near, np.where(home, meant, meant + ABROAD + NUMBER * figures))
    return near


def _stems(one: Heard) -> frozenset[str]:
    return stemmed(one.about, one.language)


def _figures(one: Heard) -> frozenset[str]:
    return frozenset(number.value for number in numbers(one.line.text, one.language) if len(number.value) >= TELLING)


def _meant(abouts: Sequence[str], lines: Sequence[str], meaning: Meaning) -> Matrix:
    """By what is said, or by the sentences in which it is."""
    said, told = (np.array([meaning(text) for text in texts], np.float32) for texts in (abouts, lines))
    found: Matrix = np.maximum(said @ said.T, told @ told.T)
    return found


def _shared(sets: Sequence[Iterable[str]], fewest: int = FEWEST) -> Matrix:
    """How much of the shorter of two sets of words the other has, the rarer words counting more."""
    owners = Counter(word for one in sets for word in one)
    places = {word: place for place, word in enumerate(owners)}
    held = np.zeros((len(sets), len(places)), np.float32)
    for row, one in enumerate(sets):
        held[row, [places[word] for word in one]] = 1
    weights = np.array([math.log((len(sets) + 1) / owners[word]) for word in places], np.float32)
    shared, total = (held * weights) @ held.T, held @ weights
    least = np.maximum(np.minimum(total[:, None], total[None, :]), 1e-6)
    return np.where(held @ held.T >= fewest, shared / least, 0).astype(np.float32)
