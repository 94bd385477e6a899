"""Make what turns a text's states into its vector, or measure how well vectors find translations.

    python training/vectors.py [--out FILE]
    python training/vectors.py --measure

Needs the packaged weights, and the data beside the repository (`../shared/data`). Fitted on single articles in many
languages that may be learned from, without any that are translations of each other; measured on blocks of sentences
and their translations.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from articles import DATA, WRITTEN, objects
from numpy.typing import NDArray

from runut.model.scanning import Scan, scan
from runut.model.stretches import LONGEST as PLACES
from runut.model.vectors import Pooled, Space, pool, rarity, space
from runut.model.weights import weights
from runut.text import prepare

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "runut" / "model" / "data" / "vectors.npy"
ARTICLES = (("id", DATA / "statements" / "id-train.jsonl", 141), *(("id", path, 90) for path in WRITTEN),
            ("en", DATA / "copies" / "articles.jsonl.gz", 300), ("", DATA / "pages" / "fundus.jsonl", 161))  # fmt: skip
"""Language (empty for many), file, and how many articles of it."""
PARALLEL = "parallel/blocks.jsonl.gz"
LONGEST, SHORTEST = 6000, 300
# Each article is taken whole and cut to one of these, in characters, so that how long a text is does not count.
CUTS = (200, 400, 800, 1600)
# Directions in which articles hardly differ are raised to this share of the one in which they differ most.
LEAST = 0.25

Floats = NDArray[np.float32]


def main() -> None:
    """Make the table, or measure the packaged one."""
    parser = argparse.ArgumentParser(description="Make or measure the vectors of articles.")
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--measure", action="store_true", help="measure the packaged table instead")
    options = parser.parse_args()
    if options.measure:
        print(measured(space()))
        return
    languages, seen, usual = articles()
    table = fitted(
        seen, usual, [language == "id" for language in languages], [language == "en" for language in languages]
    )
    np.save(options.out, table.astype(np.float16), allow_pickle=False)
    print(f"{options.out}: {table.shape[1]} wide, from {len(seen)} texts")


@dataclass(slots=True)
class Usual:
    """The mean state at each place, while it is summed."""

    states: NDArray[np.float64]
    weights: NDArray[np.float64]

    def add(self, scanned: Scan, rare: Floats) -> None:
        """Add a text's states."""
        weights = rare[scanned.tokens.ids]
        for stretch in scanned.stretches:
            own = weights[stretch.place.start : stretch.place.stop]
            self.states[: len(own)] += own[:, None] * stretch.states
            self.weights[: len(own)] += own

    def mean(self) -> Floats:
        """For all places; zeros for one that no text reached."""
        return np.asarray(self.states / np.maximum(self.weights, 1e-9)[:, None], np.float32)


def articles() -> tuple[list[str], list[Pooled], Floats]:
    """Pooled states of articles with their languages, and the mean state at each place."""
    network = weights()
    rare = rarity(network.vocabulary, len(network.embedding))
    usual = Usual(np.zeros((PLACES, network.config["width"])), np.zeros(PLACES))
    languages, found = [], []
    for at, (language, text) in enumerate(_texts()):
        for end in (LONGEST, CUTS[at % len(CUTS)]):
            scanned = scan(prepare(text[:end]), network)
            pooled = pool(scanned, rare)
            if pooled is not None:
                usual.add(scanned, rare)
                languages.append(language)
                found.append(pooled)
    return languages, found, usual.mean()


def _texts() -> Iterator[tuple[str, str]]:
    chance = random.Random(1)
    for language, path, most in ARTICLES:
        texts = [text for line in objects(path) if len(text := line["text"]) > SHORTEST]
        yield from ((language, text) for text in chance.sample(texts, min(most, len(texts))))


def fitted(seen: list[Pooled], usual: Floats, first: list[bool], second: list[bool]) -> Floats:
    """The mean state at each place, and below it the map that whitens and leaves out what two languages differ in."""
    centred = np.array([one.mean - one.places @ usual for one in seen])
    middle = centred.mean(0)
    between = centred[first].mean(0) - centred[second].mean(0)
    between /= np.linalg.norm(between)
    centred -= middle
    for own in (first, second):
        centred[own] -= centred[own].mean(0)
    _, sizes, directions = np.linalg.svd(centred, full_matrices=False)
    white = (directions / (sizes + LEAST * sizes[0])[:, None]).T
    turn = white - np.outer(between, between @ white)
    return np.vstack([usual + middle, turn / np.abs(turn).max()])


def measured(packaged: Space) -> str:
    """How often the nearest block of the other language is the translation."""
    network = weights()
    with gzip.open(DATA / PARALLEL, "rt", encoding="utf8") as lines:
        blocks = {row["id"]: row["text"] for row in map(json.loads, lines)}
    vectors = {name: packaged.vector(scan(prepare(text), network)) for name, text in blocks.items()}
    names = sorted({name.rsplit("-", 1)[0] for name in vectors})
    likeness = np.array([vectors[f"{n}-id"] for n in names]) @ np.array([vectors[f"{n}-en"] for n in names]).T
    right = np.arange(len(names))
    there, back = (float((likeness.argmax(axis) == right).mean()) for axis in (1, 0))
    own, other = float(np.diag(likeness).mean()), float(likeness[~np.eye(len(names), dtype=bool)].mean())
    return (
        f"{len(names)} pairs: the nearest is the translation for {there:.3f} (id to en) and {back:.3f} (en to id); "
        f"mean likeness of translations {own:.2f}, of others {other:.2f}"
    )


if __name__ == "__main__":
    main()
