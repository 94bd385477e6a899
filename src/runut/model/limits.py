"""From which probabilities on something counts, and how probabilities become confidence."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What is looked at and what is kept; fitted on articles that the model had not seen."""

    cue: float = 0.25
    """A word is looked at when it begins a cue with this probability."""
    statement: float = 0.4
    """A statement is kept when the mean of the finder's and the reader's probability reaches this."""
    alone: float = 0.0
    """What only rules read is kept when the finder takes its cue for one with this probability."""
    words: float = 1.0
    """A rule's words give way when the content as a whole, and each word on average, is right with this probability."""
    weights: tuple[float, float, float, float] = (0.0, 1.0, 1.0, 1.0)
    """Of a logistic regression (Platt 1999): the constant, then one for the log-odds of each of the three scores."""

    def probability(self, scores: tuple[float, float, float]) -> float:
        """How likely the content is right, given the scores of `Found`."""
        constant, *slopes = self.weights
        total = constant + sum(slope * odds(score) for slope, score in zip(slopes, scores, strict=True))
        return 1 / (1 + math.exp(-max(-20.0, min(20.0, total))))


def odds(probability: float) -> float:
    """Its logarithm, bounded."""
    held = min(0.999, max(0.001, probability))
    return math.log(held / (1 - held))
