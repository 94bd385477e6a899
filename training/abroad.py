"""Read articles in languages that the reader was not trained on, and tell how much of what is said in them it finds.

    python training/abroad.py [--show]

The articles are our own, with what is said in them: `tests/model/others.toml`. A piece is found when a statement's
content shares half of its words with it or more (F1), as the scorer of statements asks.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

from runut.model import read
from runut.text import prepare

ARTICLES = Path(__file__).resolve().parent.parent / "tests" / "model" / "others.toml"
WORD = re.compile(r"\w+")
KINDS = ("direct", "indirect")


def main() -> None:
    """Print a table with a line for each language."""
    parser = argparse.ArgumentParser(description="Read articles in languages without training.")
    parser.add_argument("--show", action="store_true", help="print what was found")
    show = parser.parse_args().show
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * 6)
    for article in tomllib.loads(ARTICLES.read_text("utf8"))["article"]:
        found = contents(article["text"])
        if show:
            print(article["language"], *found, sep="\n  ")
        counts[article["language"]] = [
            a + b for a, b in zip(counts[article["language"]], counted(article, found), strict=True)
        ]
    print("| language | direct quotes found | indirect ones found | statements given | of these right |")
    print("|---|---|---|---|---|")
    for language, (direct, all_direct, indirect, all_indirect, given, right) in counts.items():
        print(f"| {language} | {direct} of {all_direct} | {indirect} of {all_indirect} | {given} | {right} |")


def contents(text: str) -> list[str]:
    """What the reader takes for said, each statement's pieces joined."""
    return [" ".join(text[start:end] for start, end in one.content) for one in read(prepare(text))]


def counted(article: dict[str, Any], found: list[str]) -> list[int]:
    """Found and to be found of each kind, then statements given and those that are right."""
    hits = {kind: sum(any(same(wanted, given) for given in found) for wanted in article[kind]) for kind in KINDS}
    right = sum(any(same(wanted, given) for kind in KINDS for wanted in article[kind]) for given in found)
    told = [(hits[kind], len(article[kind])) for kind in KINDS]
    return [*told[0], *told[1], len(found), right]


def same(left: str, right: str) -> bool:
    """Half of their words agree, or more."""
    one, other = set(WORD.findall(left.lower())), set(WORD.findall(right.lower()))
    return 2 * len(one & other) >= 0.5 * (len(one) + len(other))


if __name__ == "__main__":
    main()
