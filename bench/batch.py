"""Time `runut batch` on crawls that we make, beside the plain functions that it wraps.

    python bench/batch.py [--pages 2000 10000] [--processes 1] [--steps read,attribute,trace] [--reader rules]

For each size: pages a second of each step by the clock of the run, parts and all, and the peak of the run's own memory
with that of its processes. `plain` is one process that reads, attributes and traces the first pages of the same.
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

from crawl import write
from runut import flow
from runut.capture import unpack
from runut.capture.collections import read_collection
from runut.copies.collection import Collection
from runut.copies.texts import Text
from runut.statements import Reader
from runut.vocabulary import Article, Capture
from texts import ROOT

SAMPLE = 5_000
LIMIT = 10_000_000


def pages(files: list[Path]) -> Iterator[Capture]:
    """The pages of some archives."""
    for path in files:
        for item in read_collection(str(path), str(path), LIMIT):
            if isinstance(item, Capture):
                yield item


def plain(files: list[Path], count: int, reader: Reader) -> dict[str, float]:
    """Pages a second by the plain functions."""
    begun = time.perf_counter()
    found: list[Article] = [flow.read_article(unpack(one)) for one in islice(pages(files), count)]
    between = time.perf_counter()
    for article in found:
        flow.attribute(article, reader=reader)
    attributed = time.perf_counter()
    collection = Collection([text_of_article(one) for one in found if one.text])
    links = sum(collection.link(*pair) is not None for pair in collection.candidates())
    ended = time.perf_counter()
    spent = {"read": between - begun, "attribute": attributed - between, "trace": ended - attributed}
    print(f"plain: {len(found):,} pages, {links:,} links")
    return {step: len(found) / seconds for step, seconds in spent.items()}


def text_of_article(article: Article) -> Text:
    """An article as it is traced."""
    outlet = article.outlet.name if article.outlet else None
    return Text(
        id=article.id,
        text=article.text,
        outlet=outlet,
        published=article.published,
        url=article.url,
        headline=article.headline,
        language=article.language,
    )


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
    home = ROOT / "build" / "bench-lake"
    shutil.rmtree(home, ignore_errors=True)
    command = [sys.executable, "-m", "runut", "batch", *map(str, files), "--to", str(home), "--json", "--steps", steps]
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
        print(f"\n{count:,} pages, {given.processes} processes: peak {peak} MB")
        for step, rate in rates.items():
            beside = (
                f", plain {alone[step]:.1f}, {rate / alone[step] / given.processes:.2f} of it" if step in alone else ""
            )
            print(f"    {step:<10} {rate:8.1f} pages/s{beside}", flush=True)


if __name__ == "__main__":
    main()
