"""Which of those who may be meant is meant: a log-linear choice, its weights learned and kept as plain data.

Ranking the candidates against each other, instead of judging each alone, follows Denis and Baldridge (2007), “A ranking
approach to pronoun resolution”. That features count by themselves for each way of meaning somebody, so that few
examples of one still learn from those of the others, follows Daumé (2007), “Frustratingly easy domain adaptation”. The
weights are made by `training/pronouns.py`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from runut.statements.speakers.asked import Asked, By
from runut.statements.speakers.candidates import Candidate
from runut.statements.speakers.choices import choices
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.speaker import Speaker


def meant(floor: Floor, asked: Asked) -> Speaker | None:
    """Who is meant, by whatever chooses here: training chooses by what is known."""
    return (floor.choose or ranked)(floor, asked)


def ranked(floor: Floor, asked: Asked) -> Speaker | None:
    """Who is meant most likely; None when nobody was mentioned."""
    known = _weights()["gendered"] if floor.ground.lexicon.genders else _plain(asked.by)
    best = max(choices(floor, asked), key=lambda one: score(one, known), default=None)
    return best.speaker if best and best.speaker.name else None


def counted(by: By, features: Iterable[str]) -> list[str]:
    """The features where pronouns show no gender: each counts as well by itself for what somebody is meant by."""
    return [name for feature in features for name in (feature, f"{by}: {feature}")]


def score(candidate: Candidate, weights: Mapping[str, float]) -> float:
    """The sum of the weights of what is true of a candidate."""
    return sum([weights.get(feature, 0.0) for feature in candidate.features])


@cache
def _weights() -> dict[str, dict[str, float]]:
    """By whether pronouns show gender."""
    content = (files("runut.statements.speakers") / "ranking.toml").read_text(encoding="utf8")
    weights: dict[str, dict[str, float]] = tomllib.loads(content)
    return weights


@cache
def _plain(by: By) -> dict[str, float]:
    """What each feature counts where somebody is meant in this way."""
    table = _weights()["plain"]
    features = {name.rpartition(": ")[2] for name in table}
    return {feature: sum(table.get(name, 0.0) for name in counted(by, (feature,))) for feature in features}
