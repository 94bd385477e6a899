"""Which of those whom a pronoun may mean is meant: a log-linear choice, its weights learned and kept as plain data.

Ranking the candidates against each other, instead of judging each alone, follows Denis and Baldridge (2007), “A ranking
approach to pronoun resolution”. The weights are made by `training/pronouns.py`.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from runut.statements.speakers.candidates import Candidate, candidates
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import Speaker


def ranked(floor: Floor, source: Source, word: str) -> Speaker | None:
    """Whom a pronoun for one person means most likely; None when nobody was mentioned."""
    best = max(candidates(floor, source, word), key=score, default=None)
    return best.speaker if best else None


def score(candidate: Candidate) -> float:
    """The sum of the weights of what is true of a candidate."""
    known = _weights()
    return sum([known.get(feature, 0.0) for feature in candidate.features])


@cache
def _weights() -> dict[str, float]:
    content = (files("runut.statements.speakers") / "ranking.toml").read_text(encoding="utf8")
    weights: dict[str, float] = tomllib.loads(content)["weights"]
    return weights
