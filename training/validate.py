"""Measure models on the articles that they have not seen, and fit the limits of the packaged model.

    python training/validate.py FOLD=FILE [FOLD=FILE ...] [--write FILE]

Each FILE was made with `training/train.py --leave-out FOLD`. Prints for each language how well statements are found,
the threshold that does best, and how far the fitted confidence can be trusted. `--write` puts both into a model file.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from articles import DATA, Story, everything
from exporting import WHEN
from numpy.typing import NDArray
from train import fold_of

from runut.languages import load_pack
from runut.model.found import Found
from runut.model.limits import Limits, odds
from runut.model.reading import read
from runut.model.weights import Weights
from runut.text import prepare

# Everything is read with this low threshold, so that others can be tried.
OPEN = 0.2
THRESHOLDS = [step / 100 for step in range(20, 75, 5)]
# What only rules read is kept where the finder thinks so much of its cue: of the rest a third is right in English; in
# Indonesian half is, and less than this tells no more. A rule's words give way where the model is so sure of its own.
# Measured on 108 and 48 articles that neither had seen; in other languages the rules know better.
TRUST = {"en": {"alone": 0.7, "words": 0.9}, "id": {"alone": 0.2, "words": 0.9}}
# A language has a threshold of its own only where that gains so much F1; less is chance, with so few articles.
GAIN = 0.02


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a model found in an article, and how each of it matches the gold: word F1, 0 when not at all."""

    story: Story
    found: list[Found]
    matched: list[float]
    acted: list[bool]


def main() -> None:
    """Measure, fit, and write where told to."""
    options = _options()
    score = scorer()
    outcomes = [
        o for pair in options.models for o in _outcomes(int(pair.split("=")[0]), Path(pair.split("=")[1]), score)
    ]
    limits: dict[str, dict[str, Any]] = {}
    weights = platt(outcomes)
    for language in ("id", "en", "all"):
        own = [o for o in outcomes if language in (o.story.language, "all")]
        if own:
            best = _threshold(own, outcomes)
            limits[language] = {"statement": best, "weights": weights, **TRUST.get(language, {})}
            print(f"{language}: {_told(own, best)}; threshold {best}")
    print(_reliability(outcomes, Limits(weights=weights)))
    if options.write:
        _write(options.write, limits)


def scorer() -> ModuleType:
    """The scorer that stands beside the data."""
    spec = importlib.util.spec_from_file_location("score_statements", DATA.parent / "score" / "statements.py")
    assert spec is not None, "a path always gives a spec"
    assert spec.loader is not None, "a Python file always has a loader"
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def platt(outcomes: list[Outcome]) -> tuple[float, float, float, float]:
    """Weights of a logistic regression from the scores' log-odds to being right, by Newton's method."""
    rows = [(f, m) for o in outcomes for f, m in zip(o.found, o.matched, strict=True)]
    if not rows:
        raise SystemExit("The models found nothing; there is nothing to fit.")
    x: NDArray[np.float64] = np.array([[1.0, *map(odds, found.scores)] for found, _ in rows])
    y = np.array([match >= 0.5 for _, match in rows], float)
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - p) - 0.5 * weights
        bend = (x * (p * (1 - p))[:, None]).T @ x + 0.5 * np.eye(x.shape[1])
        weights = weights + np.linalg.solve(bend, slope)
    constant, *slopes = (round(float(w), 3) for w in weights)
    return constant, slopes[0], slopes[1], slopes[2]


def _outcomes(fold: int, file: Path, score: ModuleType) -> Iterator[Outcome]:
    with file.open("rb") as opened:
        weights = Weights(opened)
    for story in (one for one in everything() if fold_of(one) == fold):
        found = read(
            prepare(story.text, frozenset(load_pack(story.language).about.abbreviations)),
            weights,
            Limits(statement=OPEN),
        ).found
        pairs = score.match(story.text, story.statements, [{"content": f.content, "cue": f.cue} for f in found])
        matched, acted = [0.0] * len(found), [False] * len(found)
        for share, i, j in pairs:
            matched[j], acted[j] = share, story.statements[i]["act"] == found[j].act
        yield Outcome(story, found, matched, acted)


def _threshold(own: list[Outcome], everything: list[Outcome]) -> float:
    """The threshold that does best on all articles, unless another does clearly better on these."""
    common, best = (max(THRESHOLDS, key=lambda least: _f1(some, least)) for some in (everything, own))
    return best if _f1(own, best) - _f1(own, common) >= GAIN else common


def _kept(outcome: Outcome, least: float) -> list[int]:
    return [i for i, f in enumerate(outcome.found) if (f.scores[0] + f.scores[1]) / 2 >= least]


def _f1(outcomes: list[Outcome], least: float, share: float = 0.5) -> float:
    right = sum(o.matched[i] >= share for o in outcomes for i in _kept(o, least))
    total = sum(len(_kept(o, least)) + len(o.story.statements) for o in outcomes)
    return 2 * right / max(1, total)


def _told(outcomes: list[Outcome], least: float) -> str:
    hits = [o.acted[i] for o in outcomes for i in _kept(o, least) if o.matched[i]]
    gold = sum(len(o.story.statements) for o in outcomes)
    acts = sum(hits) / max(1, len(hits))
    return (
        f"{gold} gold, F1 {_f1(outcomes, least):.3f}, strict {_f1(outcomes, least, 0.9):.3f}, act accuracy {acts:.3f}"
    )


def _reliability(outcomes: list[Outcome], limits: Limits) -> str:
    """For each tenth of confidence: how many were given it, and how many of them were right."""
    lines = ["confidence  given  right"]
    rows = [(limits.probability(f.scores), m >= 0.5) for o in outcomes for f, m in zip(o.found, o.matched, strict=True)]
    for tenth in range(10):
        own = [right for p, right in rows if tenth <= min(9, int(p * 10)) < tenth + 1]
        if own:
            lines.append(f"{tenth / 10:.1f}–{tenth / 10 + 0.1:.1f}   {len(own):6}  {sum(own) / len(own):.2f}")
    return "\n".join(lines)


def _write(file: Path, limits: dict[str, dict[str, Any]]) -> None:
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["config.json"] = json.dumps(json.loads(members["config.json"]) | {"limits": limits}, indent=1).encode()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, WHEN), data)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure models on articles that they have not seen.")
    parser.add_argument("models", nargs="+", metavar="FOLD=FILE")
    parser.add_argument("--write", type=Path, help="put the fitted limits into this model file")
    return parser.parse_args()


if __name__ == "__main__":
    main()
