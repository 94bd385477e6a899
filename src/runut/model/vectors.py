"""One vector for a text: texts that tell the same have vectors that lie near each other, whatever their language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from runut.errors import UsageFault
from runut.model.decoding import Floats
from runut.model.pieces import Vocabulary
from runut.model.scanning import Scan

# A piece of this probability counts half as much as one that hardly ever occurs: names tell more than small words.
COMMON = 1e-4


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """How states become a vector; kept as data beside the weights that it belongs to."""

    rarity: Floats
    """By id of a piece, how much it counts."""
    middle: Floats
    """`[width]`: the mean vector of articles."""
    turn: Floats
    """`[width, width]`: makes all directions count alike, and leaves out the one in which languages differ."""

    def vector(self, seen: Scan) -> Floats:
        """The unit vector of a text; zeros for a text without words."""
        pooled = pool(seen, self.rarity)
        if pooled is None:
            return np.zeros(len(self.middle), np.float32)
        turned = (pooled - self.middle) @ self.turn
        return np.asarray(turned / max(float(np.linalg.norm(turned)), 1e-9), np.float32)


def pool(seen: Scan, rarity: Floats) -> Floats | None:
    """The mean of a text's states, the rarer pieces counting more (Arora et al. 2017); None where nothing counts."""
    if not seen.stretches:
        return None
    weights = rarity[seen.tokens.ids]
    states = np.concatenate([stretch.states for stretch in seen.stretches])
    total = float(weights.sum())
    return np.asarray(weights @ states / total, np.float32) if total else None


def rarity(vocabulary: Vocabulary, size: int) -> Floats:
    """How much each piece counts, from its probability in the vocabulary; special ones do not count."""
    found = np.zeros(size, np.float32)
    for place, score in vocabulary.pieces.values():
        found[place] = COMMON / (COMMON + np.exp(score))
    return found


@cache
def space() -> Space:
    """The packaged one.

    Raises UsageFault when this installation has none.
    """
    from runut.model.weights import weights

    network = weights()
    path = files("runut.model") / "data" / "vectors.npy"
    if not path.is_file():
        raise UsageFault("This installation cannot make vectors of articles. Make them with training/vectors.py.")
    with path.open("rb") as file:
        table = np.load(file, allow_pickle=False).astype(np.float32)
    return Space(rarity(network.vocabulary, len(network.embedding)), table[0], table[1:])
