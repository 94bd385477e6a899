"""Gather a web of many hosts, and count on its server what was asked: nothing twice, nothing too soon.

    python bench/gather.py [--feeds 300] [--items 20000] [--pause 1.0]

The web is a process of its own on the loopback interface: each host has robots.txt, one feed, and pages in the anatomy
of a news site. What is measured: articles a second, requests too many, the shortest time between two requests to one
host, requests to one host at once, and the gatherer's memory at each quarter.
"""

from __future__ import annotations

import argparse
import multiprocessing
import tempfile
import threading
import time
from collections import Counter, defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from httpcore2 import SyncBackend

from runut.capture.gate import Gate
from runut.desk import Address, open_desk
from runut.gather import Manners, Plan, gather
from runut.gather.following import follow_all
from runut.gather.manners import Pace

PARAGRAPH = (
    "<p>“Panen di desa {n} tahun ini lebih baik,” kata Kepala Dinas Pertanian Sari Dewanti di kantornya, Senin. "
    "Menurut dia, hujan yang cukup menolong para petani di {n} kecamatan.</p><p>Ketua kelompok tani Bayu Laksana "
    "membantah kabar bahwa pupuk langka. Ia mengatakan gudang penuh sejak bulan lalu, dan harga tetap.</p>"
)
PAGE = "<html lang='id'><head><title>{h}</title></head><body><article><h1>{h}</h1>{p}</article></body></html>"


class Seen:
    """What the server was asked."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.paths: Counter[str] = Counter()
        self.last: dict[str, float] = {}
        self.shortest = float("inf")
        self.active: Counter[str] = Counter()
        self.together = 0

    def begin(self, host: str, path: str) -> None:
        """A request came in."""
        now = time.monotonic()
        with self.lock:
            self.paths[f"{host}{path}"] += 1
            self.active[host] += 1
            self.together = max(self.together, self.active[host])
            self.shortest = min(self.shortest, now - self.last.get(host, float("-inf")))
            self.last[host] = now

    def end(self, host: str) -> None:
        """It was answered."""
        with self.lock:
            self.active[host] -= 1


def serve(pipe: Connection, items: int) -> None:
    """The web: sends its port, then, when asked, what it has seen."""
    seen = Seen()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers["Host"]
            seen.begin(host, self.path)
            kind, body = answer(self.path, items)
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            seen.end(host)
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.request_queue_size = 256
    threading.Thread(target=server.serve_forever, daemon=True).start()
    pipe.send(server.server_port)
    while pipe.recv():
        many = sum(count - 1 for count in seen.paths.values())
        pipe.send((sum(seen.paths.values()), many, seen.shortest, seen.together))


def answer(path: str, items: int) -> tuple[str, bytes]:
    """The media type and body of a path."""
    if path == "/robots.txt":
        return "text/plain", b"User-agent: *\nDisallow: /admin\n"
    if path == "/rss":
        links = "".join(f"<item><title>Panen {n}</title><link>/berita/{n}</link></item>" for n in range(items))
        return "application/rss+xml", f"<rss><channel><title>Umpan</title>{links}</channel></rss>".encode()
    number = path.rpartition("/")[2]
    return "text/html", PAGE.format(h=f"Panen di Desa {number}", p=PARAGRAPH.format(n=number)).encode()


def measure(feeds: int, items: int, pause: float, port: int, pipe: Connection) -> None:
    """Gather twice, and print what it took and what the server saw."""
    gate = Gate(
        resolve=lambda *_: ["36.86.63.182"],
        dial=lambda _ip, _port, seconds: SyncBackend().connect_tcp("127.0.0.1", port, seconds),
    )
    manners = Manners(gate=gate, pace=Pace(pause))
    with tempfile.TemporaryDirectory() as name, open_desk(Address(f"{name}/desk.db", Path(name) / "c")) as desk:
        follow_all(desk, tuple((f"http://kabar{n}.example/rss", None) for n in range(feeds)))
        begun, fates = time.monotonic(), defaultdict[str, int](int)
        total = feeds * items
        for number, told in enumerate(gather(desk, manners, Plan(pages=10**9)), start=1):
            fates[told.what] += 1
            if number % max(1, total // 4) == 0:
                print(f"{number:>7,} addresses: {memory()}, {number / (time.monotonic() - begun):.0f}/s", flush=True)
        pipe.send(True)  # noqa: FBT003  # the other end only waits for it
        asked, many, shortest, together = pipe.recv()
        print(f"fates {dict(fates)} in {time.monotonic() - begun:.0f} s")
        print(
            f"asked {asked:,} requests ({feeds * (items + 2):,} needed), {many} too many; shortest pause "
            f"{shortest:.2f} s of {pause:g}, at most {together} at once to a host"
        )
        again = [told.what for told in gather(desk, manners, Plan(pages=10**9))]
        pipe.send(True)  # noqa: FBT003
        print(f"again {len(again)} listings asked, {pipe.recv()[0] - asked - feeds} requests beside them")
        pipe.send(False)  # noqa: FBT003


def memory() -> str:
    """What the process holds now, and how much of that are mapped files, which the system may take back: in MB."""
    facts = dict(line.split(":") for line in Path("/proc/self/status").read_text().splitlines())
    own, mapped = (int(facts[name].split()[0]) // 1024 for name in ("RssAnon", "RssFile"))
    return f"{own} MB of its own and {mapped} MB of mapped files"


def main() -> None:
    """Start the web, and gather it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--feeds", type=int, default=300)
    parser.add_argument("--items", type=int, default=20_000, help="of all feeds together")
    parser.add_argument("--pause", type=float, default=1.0)
    given = parser.parse_args()
    each = given.items // given.feeds
    pipe, other = multiprocessing.Pipe()
    web: Any = multiprocessing.Process(target=serve, args=(other, each), daemon=True)
    web.start()
    measure(given.feeds, each, given.pause, pipe.recv(), pipe)
    web.join(timeout=10)


if __name__ == "__main__":
    main()
