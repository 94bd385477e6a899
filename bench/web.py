"""Time the desk in the browser on one core, and weigh what a first view loads.

    python bench/web.py [--times 200]

The desk is the one that bench/desk.py leaves under build/ (100,000 articles). Each view is asked for again and again,
always another article or question, one request after the other, compressed as a browser asks for it; timed is the whole
answer as a client on the same machine sees it. `first` is the page with all files that it loads at once.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from itertools import cycle, islice, pairwise
from urllib.parse import urlencode

from desk import Varying, originals, questions
from serve import DESK, HERE, PORT

ASSET = re.compile(r'(?:src|href)="(/static/[^"]+)"')
STORIES = 20
"""Stories that are told anew take longer; the second time each is there already."""


def views(keys: list[str]) -> dict[str, list[str]]:
    """What is asked for, by view."""
    words, fields = questions(Varying(originals()), 7)
    asked = [" ".join(term.words[0] for term in word.terms) for word in words]
    said = [f'speaker:"{one.speaker[0]}" act:{one.act[0]}' for one in fields]
    return {
        "home": ["/"],
        "article": [f"/articles/{key}" for key in keys],
        "search": [f"/search?{urlencode({'q': q})}" for q in asked],
        "speakers": [f"/search?{urlencode({'q': q})}" for q in said],
        "facets": [f"/search/facets?{urlencode({'q': q})}" for q in asked],
        "latest": ["/search?by=time"],
        "people": ["/people"],
        "outlets": ["/outlets"],
        "copies": [f"/articles/{key}/copies" for key in keys],
        "compare": [f"/compare?left={one}&right={other}" for one, other in pairwise(keys)],
        "story": [f"/articles/{key}/story" for key in keys[:STORIES]],
        "again": [f"/articles/{key}/story" for key in keys[:STORIES]],
    }


def ask(path: str) -> tuple[bytes, float, int]:
    """An answer's content, the milliseconds until all of it was there, and its size on the wire."""
    request = urllib.request.Request(HERE + path, headers={"Accept-Encoding": "gzip"})  # noqa: S310  # our own server
    begun = time.monotonic()
    with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310  # our own server
        content: bytes = answer.read()
        packed = answer.headers.get("Content-Encoding") == "gzip"
    spent = 1000 * (time.monotonic() - begun)
    if not packed:
        return content, spent, len(content)
    import gzip

    return gzip.decompress(content), spent, len(content)


def first(path: str) -> int:
    """Bytes that a browser loads which has nothing of the desk yet."""
    content, _, size = ask(path)
    return size + sum(ask(one)[2] for one in sorted(set(ASSET.findall(content.decode()))))


def measured(paths: list[str], times: int) -> tuple[float, float, int]:
    """Half of the answers, and 95 in a hundred of them, took no longer than so many milliseconds; one first view."""
    ask(paths[0])
    spent = [ask(path)[1] for path in islice(cycle(paths), times)]
    cuts = statistics.quantiles(spent, n=100)
    return cuts[49], cuts[94], first(paths[0])


def told(times: int) -> Iterator[str]:
    """A line a view."""
    for name, paths in views(_keys()).items():
        half, most, size = measured(paths, STORIES if name in ("story", "again") else times)
        yield f"{name:<9} p50 {half:7.1f} ms  p95 {most:7.1f} ms  first view {size / 1000:6.1f} KB"


def _keys() -> list[str]:
    import json

    for _ in range(200):
        try:
            found = json.loads(ask("/api/changes?limit=200&changed_after=5000")[0])
            return [hit["article"] for hit in found["hits"]]
        except OSError:
            time.sleep(0.2)
    raise SystemExit("The server does not start.")


def main() -> None:
    """Start the server on the last core, and ask."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=200)
    given = parser.parse_args()
    if not DESK.exists():
        raise SystemExit("There is no desk to serve yet: make bench-desk")
    command = [sys.executable, "-m", "runut", "serve", "--port", str(PORT), "--rate", "1000000", "--desk", str(DESK)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    os.sched_setaffinity(server.pid, {max(os.sched_getaffinity(0))})
    try:
        for line in told(given.times):
            print(line, flush=True)
    finally:
        server.terminate()


if __name__ == "__main__":
    main()
