"""Learn who is meant where nobody is named, and write `statements/speakers/ranking.toml`.

    python training/pronouns.py

Needs nothing but Runut. Decisions come from the marked and the written articles, and from `pronouns.jsonl`, which tells
by article and place whom English pronouns in other articles of `../shared` mean. All are read as they will be later,
with every place before resolved as it should be. The printed share of right ones is cross-validated by article.
"""

from __future__ import annotations

import gzip
import json
import math
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from articles import DATA, Story, everything

from runut.languages import load_pack
from runut.statements.drafting import draft
from runut.statements.ground import Ground
from runut.statements.lookup import lookup
from runut.statements.scene import survey
from runut.statements.speakers import resolve
from runut.statements.speakers.asked import Asked
from runut.statements.speakers.choices import choices
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.ranking import counted, ranked
from runut.statements.speakers.speaker import Speaker

ROOT = Path(__file__).resolve().parent.parent
TOLD = Path(__file__).with_name("pronouns.jsonl")
TARGET = ROOT / "src" / "runut" / "statements" / "speakers" / "ranking.toml"
HEAD = """# What speaks for and against somebody who may be meant; candidates.py and choices.py have the features.
# Written by training/pronouns.py.

"""
KINDS = {"gendered": ("en",), "plain": ("id",)}
"""Languages by whether pronouns show gender."""
# By kind, the penalty on squared weights and the size of a step, and how many steps: more of any changed nothing. With
# as many decisions as there are of the plain kind, longer steps go back and forth.
PENALTY, STEP, STEPS = {"gendered": 1.0, "plain": 3.0}, {"gendered": 0.02, "plain": 0.005}, 300
FOLDS = 8

Row: TypeAlias = dict[str, Any]
Meant: TypeAlias = dict[int, tuple[str | None, str]]
"""By place the name and the type of who is meant there."""
Decision: TypeAlias = tuple[str, list[frozenset[str]], list[int]]
"""An article, the features of each candidate, and which of them are right."""
Weights: TypeAlias = dict[str, float]


def main() -> None:
    """Gather, validate, fit and write."""
    tables, told = [], list(_articles())
    for kind, languages in KINDS.items():
        ours = (one for one in told if one[0]["language"] in languages)
        found = [decision for row, right in ours for decision in _decisions(row, right)]
        usable = [one for one in found if one[2]]
        share = f"{sum(_validated(usable, kind)) / len(usable):.3f} of {len(usable)}"
        print(f"{kind}: right {share}; of {len(found)} the right one is a candidate in those")
        weights = fit([(features, right) for _, features, right in usable], kind)
        lines = [f'"{name}" = {value:.2f}\n' for name, value in sorted(weights.items()) if abs(value) >= 0.005]
        tables.append(f"[{kind}]\n" + "".join(lines))
    TARGET.write_text(HEAD + "\n".join(tables), "utf8")


def fit(decisions: Iterable[tuple[list[frozenset[str]], list[int]]], kind: str) -> Weights:
    """Weights of the features, by gradient ascent on the log-likelihood of the right candidates."""
    data = [one for one in decisions if len(one[0]) > 1]
    weights: defaultdict[str, float] = defaultdict(float)
    for _ in range(STEPS):
        gradient: defaultdict[str, float] = defaultdict(float)
        for features, right in data:
            for share, wanted, names in zip(*_shares(weights, features, right), features, strict=True):
                for name in names:
                    gradient[name] += wanted - share
        for name, slope in gradient.items():
            weights[name] += STEP[kind] * (slope - PENALTY[kind] * weights[name])
    return weights


def _shares(weights: Weights, features: list[frozenset[str]], right: list[int]) -> tuple[list[float], list[float]]:
    """How likely each candidate is, and how likely it would be were it known that one of the right ones is."""
    scores = [sum(weights.get(name, 0.0) for name in names) for names in features]
    powers = [math.exp(score - max(scores)) for score in scores]
    hit = sum(powers[index] for index in right)
    whole = sum(powers)
    return [p / whole for p in powers], [p / hit if i in right else 0.0 for i, p in enumerate(powers)]


def _validated(decisions: list[Decision], kind: str) -> Iterator[bool]:
    """For each decision whether it is right by weights from other articles."""
    articles = sorted({article for article, _, _ in decisions})
    random.Random(1).shuffle(articles)
    for fold in range(FOLDS):
        held = set(articles[fold::FOLDS])
        weights = fit([(features, right) for article, features, right in decisions if article not in held], kind)
        for article, features, right in decisions:
            if article in held:
                scores = [sum(weights.get(name, 0.0) for name in names) for names in features]
                yield scores.index(max(scores)) in right


def _decisions(row: Row, right: Meant) -> Iterator[Decision]:
    """What was to be chosen between at each place of an article of which it is known who is meant."""
    scene = survey(row["text"], load_pack(row["language"]), outlet=row.get("outlet"))
    ground, found = Ground.of(scene), []

    def choose(floor: Floor, asked: Asked) -> Speaker | None:
        if asked.at not in right:
            return ranked(floor, asked)
        name, kind = right[asked.at]
        known = choices(floor, asked)
        hits = [i for i, one in enumerate(known) if name and _is_same(name, one.speaker.name or "")]
        if not hits and asked.by == "description" and kind != "person":
            hits = [len(known) - 1]
        told = [
            one.features if row["language"] in KINDS["gendered"] else counted(asked.by, one.features) for one in known
        ]
        found.append((row["id"], list(map(frozenset, told)), hits))
        if not hits:
            return Speaker(name, "person", "pronoun") if name else None
        return known[hits[0]].speaker if known[hits[0]].speaker.name else None

    resolve(ground, scene.cast, scene.carriers, draft(ground, lookup(scene.pack), scene.carriers), choose)
    yield from found


def _is_same(left: str, right: str) -> bool:
    """One name holds all words of the other."""
    one, other = set(left.lower().split()), set(right.lower().split())
    return bool(one) and bool(other) and (one <= other or other <= one)


def _articles() -> Iterator[tuple[Row, Meant]]:
    """Articles, and by place who is meant there."""
    told: defaultdict[str, Meant] = defaultdict(dict)
    for line in map(json.loads, TOLD.read_text("utf8").splitlines()):
        told[line["article"]][line["at"]] = line["means"], "person"
    for story in everything():
        said = {
            place: (s["speaker"], s["speaker_type"])
            for s in story.statements
            if (place := _place(story, s)) is not None
        }
        row = {"id": story.id, "text": story.text, "outlet": story.outlet, "language": story.language}
        yield row, said | told.pop(story.id, {})
    with gzip.open(DATA / "copies" / "articles.jsonl.gz", "rt", encoding="utf8") as lines:
        yield from ((row, told[row["id"]]) for row in map(json.loads, lines) if row["id"] in told)


def _place(story: Story, statement: dict[str, Any]) -> int | None:
    """Where a statement shows who speaks: its source, or in a language without genders its cue."""
    if statement["source"]:
        return statement["source"][0] if statement["speaker"] else None
    return statement["cue"][0] if statement["cue"] and story.language in KINDS["plain"] else None


if __name__ == "__main__":
    sys.exit(main())
