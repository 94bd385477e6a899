"""The small network that tells a word's case by the words around it, and its file.

Each word is a sum of rows of a table, with the kind of the gap before it; two layers look at five and at three
neighbouring words. The file is one archive of plain numbers, made by `training/capitals.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from runut.casing.words import EDGE, GAPS, Written, rows

Floats = NDArray[np.float32]

# Words of nothing that stand before and behind a text.
PADDING = 3


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Its numbers."""

    table: NDArray[np.int8]
    """`[rows, width]`."""
    scale: float
    """What the numbers of the table are multiplied with."""
    layers: tuple[tuple[Floats, Floats], ...]
    """`[words, in, out]` and `[out]` of each layer in turn; the last gives the three cases."""

    def cases(self, words: Sequence[Written]) -> list[int]:
        """The case of each word: lower (0), with a capital (1), in capitals (2)."""
        states = self._seen(words)
        for weights, bias in self.layers[:-1]:
            states = np.maximum(_layer(states, weights, bias), 0)
        logits = _layer(states, *self.layers[-1])[PADDING : PADDING + len(words)]
        found: list[int] = logits.argmax(1).tolist()
        return found

    def _seen(self, words: Sequence[Written]) -> Floats:
        """What is known of each word by itself, `[words and padding, width + gaps]`."""
        size = len(words) + 2 * PADDING
        states = np.zeros((size, self.table.shape[1] + len(GAPS)), np.float32)
        within = slice(PADDING, PADDING + len(words))
        gaps = np.full(size, EDGE)
        if words:
            own = np.array([rows(word.text.lower()) for word in words])
            states[within, : self.table.shape[1]] = self.table[own].sum(1, dtype=np.int32) * self.scale
            gaps[within] = [word.gap for word in words]
        states[np.arange(size), self.table.shape[1] + gaps] = 1
        return states


def _layer(states: Floats, weights: Floats, bias: Floats) -> Floats:
    """Each place with its neighbours, as many as the layer sees; beyond the edges there is nothing."""
    reach = len(weights) // 2
    padded = np.pad(states, ((reach, reach), (0, 0)))
    total = np.zeros((len(states), weights.shape[2]), np.float32) + bias
    for at, weight in enumerate(weights):
        total += padded[at : at + len(states)] @ weight
    return total


@cache
def network() -> Network:
    """The packaged one, loaded when a text first needs it."""
    with (files("runut.casing") / "capitals.npz").open("rb") as file, np.load(file, allow_pickle=False) as kept:
        return unpacked({name: kept[name] for name in kept.files})


def unpacked(kept: dict[str, NDArray[np.generic]]) -> Network:
    """A network from the arrays of its file."""
    count = sum(name.startswith("weights") for name in kept)
    layers = [tuple(kept[f"{part}{at}"].astype(np.float32) for part in ("weights", "bias")) for at in range(count)]
    return Network(kept["table"].astype(np.int8), float(kept["scale"]), tuple((one, two) for one, two in layers))
