"""What a word does to the phrase right of it."""

from __future__ import annotations

from enum import Enum, auto


class Step(Enum):
    """What a word does to the phrase right of it."""

    TAKE = auto()
    """It belongs to the phrase."""
    STOP = auto()
    """It does not: the phrase begins behind it."""
    OVER = auto()
    """With the phrase it only hangs on the source, which ends before it."""
    PAST = auto()
    """The phrase only hangs on the source, which may end with this word."""
