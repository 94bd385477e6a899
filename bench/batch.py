"""Time `runut batch` on crawls that we make, beside the plain functions that it wraps.

    python bench/batch.py [--pages 2000 10000] [--processes 1] [--steps read,attribute,trace] [--reader rules]

For each size: pages a second of each step by the clock of the run, parts and all, then of all steps up to that one,
and the peak of the run's own memory with that of its processes. `plain` is one process that reads and attributes the
first pages of the same, and traces the articles of the lake, all of them: what is traced grows with their number.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import polars as pl

from crawl import write
from runut import flow
from runut.batch.plans.copies import LEFT_OUT
from runut.batch.shingling import NEEDED, text_of
from runut.capture import unpack
from runut.capture.collections import read_collection
from runut.copies.collection import Collection
from runut.statements import Reader
from runut.vocabulary import Article, Capture
from texts import ROOT

SAMPLE = 5_000
LIMIT = 10_000_000
HOME = ROOT / "build" / "bench-lake"
TRACED = (*(name for name in NEEDED if name != "first"), "kind")


def pages(files: list[Path]) -> Iterator[Capture]:
    """The pages of some archives."""
    for path in files:
        for item in read_collection(str(path), str(path), LIMIT):
            if isinstance(item, Capture):
                yield item


def plain(files: list[Path], count: int, reader: Reader) -> dict[str, float]:
    """Pages a second that plain functions read and attribute."""
    begun = time.perf_counter()
    found: list[Article] = [flow.read_article(unpack(one)) for one in islice(pages(files), count)]
    between = time.perf_counter()
    for article in found:
        flow.attribute(article, reader=reader)
    return {"read": count / (between - begun), "attribute": count / (time.perf_counter() - between)}


def plainly_traced(count: int) -> float:
    """Pages a second that the plain comparison traces, of all that the lake has; each version once, as there."""
    rows = pl.read_parquet(f"{HOME}/articles/**/*.parquet", columns=[*TRACED], hive_partitioning=False)
    kept = rows.filter((pl.col("text") != "") & ~pl.col("kind").is_in(LEFT_OUT)).sort("number")
    texts = [text_of(row | {"first": row["version"]}) for row in kept.unique("version", maintain_order=True).to_dicts()]
    begun = time.perf_counter()
    collection = Collection(texts)
    links = sum(collection.link(*pair) is not None for pair in collection.candidates())
    print(f"plain: {len(texts):,} articles, {links:,} links")
    return count / (time.perf_counter() - begun)


def memory(group: int) -> int:
    """The memory that a process and those that it started have, without what they share, in MB."""
    total = 0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            if int(fields[2]) == group:
                rollup = (entry / "smaps_rollup").read_text()
                total += sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Private"))
        except (OSError, ValueError, IndexError):
            continue
    return total // 1024


def watched(begun: subprocess.Popen[bytes]) -> tuple[bytes, int]:
    """What a process printed until its end, and the peak of its memory, with that of those that it started, in MB."""
    peak, ended = 0, threading.Event()

    def watch() -> None:
        nonlocal peak
        while not ended.wait(0.5):
            peak = max(peak, memory(begun.pid))

    watching = threading.Thread(target=watch)
    watching.start()
    printed, _ = begun.communicate()
    ended.set()
    watching.join()
    return printed, peak


def run(files: list[Path], processes: int, steps: str, reader: Reader) -> tuple[dict[str, float], int]:
    """Pages a second of each step, and the peak of memory in MB."""
    shutil.rmtree(HOME, ignore_errors=True)
    command = [sys.executable, "-m", "runut", "batch", *map(str, files), "--to", str(HOME), "--json", "--steps", steps]
    command += ["--reader", reader]
    with subprocess.Popen(
        [*command, "--processes", str(processes)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as begun:
        printed, peak = watched(begun)
    manifest = json.loads(printed)
    count = manifest["counts"]["read"]["records"]
    traced = ("keep", "shingle", "count", "meet", "halve", "link", "cite")
    told = {"trace": traced, "stories": ("join", "gather", "tell")}
    spent = {
        step: sum(manifest["seconds"].get(one, 0.0) for one in told.get(step, (step,))) for step in steps.split(",")
    }
    return {step: count / seconds for step, seconds in spent.items() if seconds}, peak


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[2_000, 10_000])
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--steps", default="read,attribute,trace,stories")
    parser.add_argument("--reader", choices=["rules", "model"], default="rules")
    given = parser.parse_args()
    for count in given.pages:
        files = write(count)
        alone = plain(files, min(count, SAMPLE), given.reader)
        rates, peak = run(files, given.processes, given.steps, given.reader)
        if "trace" in rates:
            alone["trace"] = plainly_traced(count)
        print(f"\n{count:,} pages, {given.processes} processes: peak {peak} MB")
        for step, told in compared(rates, alone, given.processes):
            print(f"    {step:<10} {told}", flush=True)


def compared(rates: dict[str, float], alone: dict[str, float], processes: int) -> Iterator[tuple[str, str]]:
    """What is told of each step: it alone, and all up to it, in pages a second."""
    taken = beside = 0.0
    for step, rate in rates.items():
        taken += 1 / rate
        told = f"{rate:8.1f} pages/s"
        if step in alone:
            beside += 1 / alone[step]
            told += f", plain {alone[step]:.1f}, {rate / alone[step] / processes:.2f} of it"
            told += f"; from the start {1 / taken:.1f}, plain {1 / beside:.1f}, {beside / taken / processes:.2f} of it"
        yield step, told


if __name__ == "__main__":
    main()
