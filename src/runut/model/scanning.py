"""One pass of the encoder over a text: the state of each token, and which words may begin a cue."""

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

    def find(self, ids: NDArray[np.int64], mask: Floats) -> tuple[Floats, Floats]:
        """States `[windows, tokens, width]` and logits of cue labels of `[windows, tokens]` ids."""


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Tokens that were read together."""

    place: range
    states: Floats
    logits: Floats
    """Of the labels of cues."""


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """A text as the encoder sees it."""

    tokens: Tokens
    stretches: tuple[Stretch, ...]
    """In order; together they are the whole text, each token once. None for a text without words."""

    @property
    def chances(self) -> Floats:
        """`[words, labels]`: how likely each word begins a cue, goes on with one, or begins what has none."""
        return softmax(np.concatenate([stretch.logits for stretch in self.stretches])[self.tokens.firsts])


def scan(prose: Prose, encoder: Encoder) -> Scan:
    """Run the encoder over a text; each stretch alone, since many at once are no faster and would be padded."""
    tokens = tokenise(prose, encoder.vocabulary)
    found = []
    for place in stretches(prose, tokens) if tokens.firsts else ():
        ids = np.array([tokens.ids[place.start : place.stop]], np.int64)
        states, logits = encoder.find(ids, np.ones(ids.shape, np.float32))
        found.append(Stretch(place, states[0], logits[0]))
    return Scan(tokens, tuple(found))


def softmax(logits: Floats) -> Floats:
    """Along the last axis."""
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    found: Floats = raised / raised.sum(-1, keepdims=True)
    return found
