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
from runut.model.stretches import LONGEST

# A piece of this probability counts half as much as one that hardly ever occurs: names tell more than small words.
COMMON = 1e-4


@dataclass(frozen=True, slots=True, eq=False)
class Pooled:
    """A text's states as one."""

    mean: Floats
    """`[width]`: in which the rarer pieces count more (Arora et al. 2017)."""
    places: Floats
    """`[longest stretch]`: how much of that comes from each place of a stretch."""


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """How states become a vector; kept as data beside the weights that it belongs to."""

    rarity: Floats
    """By id of a piece, how much it counts."""
    usual: Floats
    """`[longest stretch, width]`: the mean state of articles at each place, since a state tells where it stands too."""
    turn: Floats
    """`[width, width]`: makes all directions count alike, and leaves out the one in which languages differ."""

    def vector(self, seen: Scan) -> Floats:
        """The unit vector of a text; zeros for a text without words."""
        pooled = pool(seen, self.rarity)
        if pooled is None:
            return np.zeros(len(self.turn), np.float32)
        turned = (pooled.mean - pooled.places @ self.usual) @ self.turn
        return np.asarray(turned / max(float(np.linalg.norm(turned)), 1e-9), np.float32)


def pool(seen: Scan, rarity: Floats) -> Pooled | None:
    """The mean of a text's states; None where nothing counts."""
    weights = rarity[seen.tokens.ids]
    total = float(weights.sum())
    if not seen.stretches or not total:
        return None
    mean, places = np.zeros(seen.stretches[0].states.shape[1], np.float32), np.zeros(LONGEST, np.float32)
    for stretch in seen.stretches:
        own = weights[stretch.place.start : stretch.place.stop] / total
        mean += own @ stretch.states
        places[: len(own)] += own
    return Pooled(mean, places)


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
    return Space(rarity(network.vocabulary, len(network.embedding)), table[:LONGEST], table[LONGEST:])
