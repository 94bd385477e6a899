"""Time the join of copies in a lake as it grows: `runut batch --steps read,trace` on articles that we make.

    python bench/join.py [--articles 20000 60000 200000] [--processes 2] [--cap 2000]

The corpus of copies in turn after turn, three fifths of its words others in each, the same for the same: so every turn
has the copies of the first, and vocabulary, shingles and pairs grow as articles do. For each size: seconds of each
step, pairs, links and the peak of memory, and how time grows. `--cap` gives the run no more memory than that, in MB
(cgroups of version 1 or 2, for the superuser). `--plain` compares the links with those of one plain `trace`.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl

import copies
import crawl
from batch import watched
from runut.batch.shingling import text_of
from runut.copies.tracing import trace
from texts import ROOT

STEPS = ("keep", "shingle", "count", "meet", "halve", "link", "cite")
CGROUPS = (("/sys/fs/cgroup", "memory.max"), ("/sys/fs/cgroup/memory", "memory.limit_in_bytes"))
LAKE = ROOT / "build" / "join-lake"


def lines(count: int) -> Path:
    """A file with so many articles, made where it is not there yet."""
    target = ROOT / "build" / f"join-{count}.jsonl"
    if target.exists():
        return target
    corpus = copies.articles()
    target.parent.mkdir(exist_ok=True)
    draft = target.with_suffix(".part")
    with draft.open("w", encoding="utf-8") as stream:
        for place, (turn, text) in enumerate(crawl.articles([one.text for one in corpus], count)):
            base = corpus[place % len(corpus)]
            article = {
                "id": f"{turn}-{base.id}",
                "url": f"https://media-{place}.example/{turn}",
                "outlet": base.outlet,
                "published": base.published,
                "language": "id",
                "text": text,
            }
            stream.write(json.dumps(article) + "\n")
    draft.rename(target)
    return target


def capped(megabytes: int) -> Callable[[], None] | None:
    """What a process does first so that it, and all that it starts, has no more memory than that."""
    if not megabytes:
        return None
    home, limit = next((Path(home), name) for home, name in CGROUPS if (Path(home) / "cgroup.procs").exists())
    group = home / "runut-bench"
    group.mkdir(exist_ok=True)
    (group / limit).write_text(str(megabytes << 20))
    return partial(_join_group, group)


def _join_group(group: Path) -> None:
    (group / "cgroup.procs").write_text(str(os.getpid()))


def run(source: Path, processes: int, megabytes: int) -> tuple[dict[str, Any], int, float]:
    """The manifest, the peak of memory in MB, and seconds in all."""
    shutil.rmtree(LAKE, ignore_errors=True)
    command = [sys.executable, "-m", "runut", "batch", str(source), "--to", str(LAKE), "--json"]
    command += ["--steps", "read,trace", "--processes", str(processes)]
    begun = time.perf_counter()
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=capped(megabytes),  # noqa: PLW1509  # no thread runs yet
    ) as started:
        printed, peak = watched(started)
    return json.loads(printed), peak, time.perf_counter() - begun


def same_as_plain() -> str:
    """How many links the lake and one plain call have, and how many both."""
    found = pl.read_parquet(f"{LAKE}/links/**/*.parquet", hive_partitioning=False)
    ours = set(zip(found["copy"], found["source"], strict=True))
    rows = pl.read_parquet(f"{LAKE}/articles/**/*.parquet", hive_partitioning=False).sort("number").to_dicts()
    plain = {(link.copy, link.source) for link in trace([text_of(row | {"first": row["version"]}) for row in rows])}
    return f"{len(ours):,} links, plain {len(plain):,}, both {len(ours & plain):,}"


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[20_000, 60_000, 200_000])
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--cap", type=int, default=0)
    parser.add_argument("--plain", action="store_true")
    given = parser.parse_args()
    known: list[tuple[int, float]] = []
    for count in given.articles:
        source = lines(count)
        manifest, peak, seconds = run(source, given.processes, given.cap)
        spent = {step: manifest["seconds"].get(step, 0.0) for step in STEPS}
        counts = manifest["counts"]
        whole = sum(spent.values())
        print(f"\n{count:,} articles, {given.processes} processes: {whole:.0f} s of {seconds:.0f}, peak {peak} MB")
        print("    " + ", ".join(f"{step} {second:.1f}" for step, second in spent.items()))
        print(f"    {counts['halve']['candidates']:,} pairs compared, {counts['link']['links']:,} links", flush=True)
        if given.plain:
            print("    " + same_as_plain(), flush=True)
        for before, took in known[-1:]:
            print(f"    grows with the power {math.log(whole / took) / math.log(count / before):.2f}", flush=True)
        known.append((count, whole))


if __name__ == "__main__":
    main()
