"""Time the desk in the browser on one core, and weigh what a first view loads.

    python bench/web.py [--times 200]

The desk is the one that bench/desk.py leaves under build/ (100,000 articles); bench/stories.py puts these into stories
of ten, and a story of 200 copies beside them. What the server tells before anybody asks is told when it begins;
`opened` is the story of 200 when nobody has told it: that is telling it. Each view is asked for again and again,
always another article or question, one request after the other, compressed as a browser asks for it; timed is the whole
answer as a client on the same machine sees it. `first` is the page with all files that it loads at once. At the end
Chromium opens the story of 200, its drawing too: how long it is held up at a time, and how far what is seen jumps.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from itertools import cycle, islice, pairwise
from urllib.parse import urlencode

from desk import Varying, originals, questions
from runut.desk import Address, open_desk
from serve import DESK, HERE, PORT
from stories import LARGE, gather

ASSET = re.compile(r'(?:src|href)="(/static/[^"]+)"')
STORIES = 20
"""Small stories that are opened."""
REST = 60.0
"""Seconds in which the server tells its newest stories, once in a desk's life."""
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WATCHING = """window.slow = []; window.shift = 0;
new PerformanceObserver((list) => { for (const one of list.getEntries()) window.slow.push(one.duration); })
    .observe({ type: "longtask" });
new PerformanceObserver((list) => { for (const one of list.getEntries()) window.shift += one.value; })
    .observe({ type: "layout-shift", buffered: true });"""


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
        "of 200": [f"/articles/{LARGE}/story"],
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
    keys = _keys()
    yield f"opened    {ask(f'/articles/{LARGE}/story')[1]:7.1f} ms"
    for path in (f"/articles/{key}/story" for key in keys[:STORIES]):
        ask(path)
    time.sleep(REST)
    for name, paths in views(keys).items():
        half, most, size = measured(paths, times)
        yield f"{name:<9} p50 {half:7.1f} ms  p95 {most:7.1f} ms  first view {size / 1000:6.1f} KB"


def seen() -> str:
    """What Chromium notices when it opens the story of 200 and its drawing."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium")
    if path is None:
        return "Chromium is not here: long tasks and layout shift were not measured."
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=SWITCHES)
        page = browser.new_page(base_url=HERE)
        page.add_init_script(WATCHING)
        page.goto(f"/articles/{LARGE}/story", wait_until="networkidle")
        shift = page.evaluate("window.shift")
        page.click(".draw summary")
        page.wait_for_selector(".graph canvas >> nth=0", state="attached")
        page.wait_for_timeout(2_000)
        slow = max(page.evaluate("window.slow"), default=0)
        browser.close()
    return f"of 200    longest task {slow:.0f} ms, layout shift {shift:.3f}"


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
    with open_desk(Address.of(str(DESK))) as desk:
        gather(desk)
    command = [sys.executable, "-m", "runut", "serve", "--port", str(PORT), "--rate", "1000000", "--desk", str(DESK)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    os.sched_setaffinity(server.pid, {max(os.sched_getaffinity(0))})
    try:
        for line in told(given.times):
            print(line, flush=True)
        print(seen())
    finally:
        server.terminate()


if __name__ == "__main__":
    main()
