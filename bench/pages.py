"""Compare Runut's reading of pages with that of other libraries: quality against gold, and time.

    make bench-pages
    .peers/bin/python bench/pages.py [--limit N]

All readers run in one process on one core, page after page, each page by every reader before the next, so that what
else the machine does weighs on all alike. The development pages are read where they are; else those of the demo.
"""

import argparse
import contextlib
import gc
import gzip
import importlib.util
import io
import json
import logging
import statistics
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from peers import Row, readers
from runut.articles import recover
from runut.pages import parse
from runut.vocabulary import Capture

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
DEMO = ROOT / "src" / "runut" / "demo"
RUNUT = "Runut"
FIELDS = ("body F1", "body exact", "headline exact", "byline F1", "byline exact", "published minute", "published day")
"""Measures of `score/pages.py` that peers can be asked for."""
GIVEN = {"body": "text", "headline": "headline", "byline": "byline", "published": "published"}

Page = tuple[Row, bytes]


def main() -> None:
    """Read all pages with all readers and print a table for each set."""
    parser = argparse.ArgumentParser(description="Compare Runut with other readers of pages.")
    parser.add_argument("--limit", type=int, help="read only so many pages of each set")
    limit = parser.parse_args().limit
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    for name, pages in sets():
        rows, times = measured(pages[:limit])
        print(f"\n{name} ({len(pages[:limit])} pages)\n")
        print_table(pages[:limit], rows, times)


def sets() -> Iterator[tuple[str, list[Page]]]:
    """Each set of pages with its gold."""
    folder = SHARED / "data" / "pages"
    if not folder.is_dir():
        yield "demo", list(gold_pages(DEMO / "gold" / "pages.jsonl", DEMO / "pages"))
        return
    for name in ("fundus", "id", "id-2026"):
        yield name, list(gold_pages(folder / f"{name}.jsonl", folder))


def gold_pages(gold: Path, base: Path) -> Iterator[Page]:
    """The lines of a file of gold, each with its page's bytes; pasted text is left out, since only Runut reads it."""
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        content = (base / row["file"]).read_bytes()
        if not row["file"].endswith(".txt"):
            yield row, gzip.decompress(content) if row["file"].endswith(".gz") else content


def runut(page: bytes) -> Row:
    """Runut from bytes to the article, without attribution, which no peer does."""
    found: Row = msgspec.to_builtins(recover(parse(Capture("page", page))))
    return found


def measured(pages: list[Page]) -> tuple[dict[str, list[Row]], dict[str, list[float]]]:
    """What each reader says of each page, and its seconds; one page first that does not count."""
    all_readers: dict[str, Callable[[bytes], Row]] = {RUNUT: runut, **dict(readers())}
    rows: dict[str, list[Row]] = {name: [] for name in all_readers}
    times: dict[str, list[float]] = {name: [] for name in all_readers}
    for read in all_readers.values():
        once(read, pages[0][1])
    for gold, content in pages:
        gc.collect()
        for name, read in all_readers.items():
            row, seconds = once(read, content)
            rows[name].append({**row, "file": gold["file"]})
            times[name].append(seconds)
    return rows, times


def once(read: Callable[[bytes], Row], content: bytes) -> tuple[Row, float]:
    """One reading and its processor time in seconds; a reader that fails on a page gives nothing."""
    start = time.process_time()
    try:
        row = read(content)
    except Exception:  # noqa: BLE001 - whatever a peer raises, the page is lost to it
        row = {}
    return row, time.process_time() - start


def print_table(pages: list[Page], rows: dict[str, list[Row]], times: dict[str, list[float]]) -> None:
    """One line a reader, in Markdown."""
    score = scorer()
    base = statistics.median(times[RUNUT])
    fields = [name for name in FIELDS if score is not None]
    head = ["reader", *fields, "median ms", "p95 ms", "max ms", "times Runut"]
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for name, found in rows.items():
        given = {key for row in found for key in row}
        scores = score([row for row, _ in pages], found) if score else {}
        cells = [f"{scores[f]:.3f}" if f in scores and GIVEN[f.split()[0]] in given else "–" for f in fields]
        spent = sorted(times[name])
        middle = statistics.median(spent)
        timing = (middle, spent[int(0.95 * (len(spent) - 1))], spent[-1])
        cells += [f"{1000 * value:.1f}" for value in timing] + [f"{middle / base:.1f}"]
        print(f"| {name} | " + " | ".join(cells) + " |")


def scorer() -> Callable[[list[Row], list[Row]], dict[str, float]] | None:
    """The scorer of pages that lies beside the repository; None where there is none."""
    path = SHARED / "score" / "pages.py"
    spec = importlib.util.spec_from_file_location("scorer", path) if path.exists() else None
    if spec is None or spec.loader is None:
        return None
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def score(gold: list[Row], found: list[Row]) -> dict[str, float]:
        with contextlib.redirect_stdout(io.StringIO()):
            scores: dict[str, float] = module.score(gold, {row["file"]: row for row in found})
        return scores

    return score


if __name__ == "__main__":
    main()
