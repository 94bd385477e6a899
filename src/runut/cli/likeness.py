"""How much two texts mean the same, by the learned encoder; each text is encoded once, when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runut.copies.texts import Text
    from runut.copies.translations import Likeness


def likeness(texts: Sequence[Text]) -> Likeness:
    """The cosine of the vectors of two texts, by their places."""
    from runut.model.meaning import meaning

    vector = cache(lambda place: meaning(texts[place].text))
    return lambda one, other: float(vector(one) @ vector(other))
