"""Read articles that nobody has marked with the packaged reader, for a next one to learn from (Scudder 1965).

    python training/guesses.py [--count N] --out FILE

Reads English articles of the development data that may be learned from, without those that are marked or kept for
measuring, and without what is made of others. Writes marks by article, as in training/marks/.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from articles import DATA, MARKED, MARKS, objects

import runut

KEPT = Path(__file__).resolve().parent.parent / "quality" / "kept.jsonl"
COPIES = DATA / "copies" / "gold.jsonl"
# Of fewer words little is to be learned, and more take long.
SHORTEST, LONGEST = 150, 900
# An article has no more of its rows of words in common with one that is kept for measuring.
ROW, SHARED = 6, 0.03


def main() -> None:
    """Choose, read and write."""
    parser = argparse.ArgumentParser(description="Mark articles with the packaged reader.")
    parser.add_argument("--count", type=int, default=1500)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    chosen = list(unmarked())
    random.Random(5).shuffle(chosen)
    with options.out.open("wb") as file:
        for given in chosen[: options.count]:
            found = runut.attribute(given["text"], language="en")
            said = msgspec.to_builtins(found.statements)
            people = [person.name for person in found.people]
            file.write(msgspec.json.encode({"article": given["id"], "people": people, "statements": said}) + b"\n")
    print(f"{options.out}: {min(options.count, len(chosen))} articles")


def unmarked() -> Iterator[dict[str, Any]]:
    """Articles that are nobody's copy, not marked, and tell nothing that one kept for measuring tells."""
    kept = {line["article"] for line in objects(KEPT)}
    known = kept | {line["article"] for path in MARKS for line in objects(path)}
    copies = objects(COPIES)
    known |= {pair["copy"] for pair in copies} | {pair["source"] for pair in copies if pair["copy"] in kept}
    articles = objects(DATA / MARKED[0])
    seen = {row for given in articles if given["id"] in kept for row in rows(given["text"])}
    for given in articles:
        own = rows(given["text"])
        is_new = given["id"] not in known and bool(own) and len(own & seen) <= SHARED * len(own)
        if is_new and SHORTEST <= len(given["text"].split()) <= LONGEST:
            yield given


def rows(text: str) -> set[str]:
    """The rows of words of a text."""
    words = text.lower().split()
    return {" ".join(words[at : at + ROW]) for at in range(len(words) - ROW)}


if __name__ == "__main__":
    main()
