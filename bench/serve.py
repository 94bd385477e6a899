"""Time the server on one core: mixed reading at a steady rate, whatever the answers before took.

    python bench/serve.py [--rate 50] [--seconds 60]

The desk is the one that bench/desk.py leaves under build/ (100,000 articles). Requests begin when their time comes, so
that a slow answer holds up no later one, and a wait in the server's queue counts.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import threading
import time
import urllib.request
from collections import defaultdict
from urllib.parse import urlencode

from desk import Varying, originals, questions
from texts import ROOT

DESK = ROOT / "build" / "bench-desk.db"
PORT = 8499
HERE = f"http://127.0.0.1:{PORT}"
# What a desk is asked: mostly searches, then articles, now and then a list.
MIX = {"search": 10, "speakers": 6, "article": 8, "facets": 3, "changes": 2, "people": 1}


def paths(seed: int, keys: list[str]) -> dict[str, list[str]]:
    """Requests of each kind, to be taken in turn."""
    varying = Varying(originals())
    words, fields = questions(varying, seed)
    said = [f'speaker:"{f.speaker[0]}" act:{f.act[0]}' for f in fields]
    asked = [" ".join(term.words[0] for term in word.terms) for word in words]
    return {
        "search": [f"/api/articles?{urlencode({'q': q})}" for q in asked],
        "speakers": [f"/api/articles?{urlencode({'q': q})}" for q in said],
        "article": [f"/api/articles/{key}" for key in keys],
        "facets": [f"/api/facets?{urlencode({'q': q})}" for q in said],
        "changes": [f"/api/changes?changed_after={n}&limit=20" for n in range(1000, 90_000, 977)],
        "people": ["/api/people?limit=20&named=sri", "/api/people?limit=20&named=budi"],
    }


def ask(path: str) -> bytes:
    """One answer."""
    with urllib.request.urlopen(HERE + path, timeout=30) as answer:  # noqa: S310  # our own server
        content: bytes = answer.read()
        return content


def main() -> None:
    """Start the server on the last core, and ask."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rate", type=int, default=50)
    parser.add_argument("--seconds", type=int, default=60)
    given = parser.parse_args()
    if not DESK.exists():
        raise SystemExit("There is no desk to serve yet: make bench-desk")
    command = [sys.executable, "-m", "runut", "serve", "--port", str(PORT), "--rate", "1000000", "--desk", str(DESK)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    os.sched_setaffinity(server.pid, {max(os.sched_getaffinity(0))})
    try:
        measure(given.rate, given.seconds)
    finally:
        server.terminate()


def measure(rate: int, seconds: int) -> None:
    """Ask at a steady rate, and print how long answers took."""
    keys = _keys()
    kinds = paths(3, keys)
    chance = random.Random(5)
    chosen = chance.choices(list(MIX), weights=list(MIX.values()), k=rate * seconds)
    turn: defaultdict[str, int] = defaultdict(int)
    times: defaultdict[str, list[float]] = defaultdict(list)
    threads = []
    begun = time.monotonic()
    for number, kind in enumerate(chosen):
        path = kinds[kind][turn[kind] % len(kinds[kind])]
        turn[kind] += 1
        time.sleep(max(0.0, begun + number / rate - time.monotonic()))
        threads.append(threading.Thread(target=_timed, args=(path, times[kind])))
        threads[-1].start()
    for thread in threads:
        thread.join()
    every = [one for found in times.values() for one in found]
    for kind, found in [*times.items(), ("all", every)]:
        print(f"{kind:<9} p50 {_at(found, 0.5):6.1f} ms  p95 {_at(found, 0.95):6.1f} ms  {len(found):>5} asked")


def _timed(path: str, times: list[float]) -> None:
    begun = time.monotonic()
    ask(path)
    times.append(1000 * (time.monotonic() - begun))


def _keys() -> list[str]:
    import json

    for _ in range(100):
        try:
            found = json.loads(ask("/api/changes?limit=200&changed_after=5000"))
            return [hit["article"] for hit in found["hits"]]
        except OSError:
            time.sleep(0.2)
    raise SystemExit("The server does not start.")


def _at(times: list[float], share: float) -> float:
    return statistics.quantiles(times, n=100)[int(share * 100) - 1]


if __name__ == "__main__":
    main()
