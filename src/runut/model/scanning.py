"""One pass of the encoder over a text: its lowest layers, then the others, which tell where a cue may begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from runut.model.decoding import Floats
from runut.model.pieces import Tokens, Vocabulary, tokenise
from runut.model.stretches import stretches
from runut.text import Prose


class Encoder(Protocol):
    """What runs the pass."""

    vocabulary: Vocabulary

    def scan(self, ids: NDArray[np.int64], mask: Floats) -> Floats:
        """States `[windows, tokens, width]` of `[windows, tokens]` ids, after the layers that no training changed."""

    def find(self, states: Floats, mask: Floats) -> tuple[Floats, Floats]:
        """From those states, the states after the shared layers and the logits of cue labels."""


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Tokens that were read together."""

    place: range
    states: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """A text as the lowest layers see it: enough to tell what it is about."""

    tokens: Tokens
    stretches: tuple[Stretch, ...]
    """In order; together they are the whole text, each token once. None for a text without words."""


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """A text as all shared layers see it."""

    tokens: Tokens
    stretches: tuple[Stretch, ...]
    """At the places of the scan's."""
    chances: Floats
    """`[words, labels]`: how likely each word begins a cue, goes on with one, or begins what has none."""


def scan(prose: Prose, encoder: Encoder) -> Scan:
    """Run the lowest layers over a text; each stretch alone, since many at once are no faster and would be padded."""
    tokens = tokenise(prose, encoder.vocabulary)
    found = []
    for place in stretches(prose, tokens) if tokens.firsts else ():
        ids = np.array([tokens.ids[place.start : place.stop]], np.int64)
        found.append(Stretch(place, encoder.scan(ids, _all(place))[0]))
    return Scan(tokens, tuple(found))


def find(seen: Scan, encoder: Encoder) -> Sight:
    """Run the other layers over a scan that has words."""
    found, logits = [], []
    for stretch in seen.stretches:
        states, labels = encoder.find(stretch.states[None], _all(stretch.place))
        found.append(Stretch(stretch.place, states[0]))
        logits.append(labels[0])
    return Sight(seen.tokens, tuple(found), softmax(np.concatenate(logits)[seen.tokens.firsts]))


def _all(place: range) -> Floats:
    return np.ones((1, len(place)), np.float32)


def softmax(logits: Floats) -> Floats:
    """Along the last axis."""
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    found: Floats = raised / raised.sum(-1, keepdims=True)
    return found
