"""A text as a vector by what it means."""

from __future__ import annotations

from runut.model import embed
from runut.model.decoding import Floats
from runut.text.prose import prepare


def meaning(text: str) -> Floats:
    """The unit vector of a text.

    Raises UsageFault when this installation has no model.
    """
    return embed(prepare(text))
