"""The command line as a person runs it, in this process where it is enough; and a web server to read from."""

import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from runut.cli.main import main

PAGE = """<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>{headline} | Kilas Dermaga</title>
<link rel="canonical" href="{address}">
<meta property="og:site_name" content="Kilas Dermaga"><meta property="og:title" content="{headline}">
<meta property="article:published_time" content="2026-03-12T09:15:00+07:00">
</head><body><nav><a href="/">Home</a> <a href="/ekonomi">Ekonomi</a></nav>
<article><h1>{headline}</h1><p>Penulis: Laras Pertiwi</p>
{body}
</article><footer>© Kilas Dermaga</footer></body></html>"""
BODY = """<p>KUALA LONTAR - Pasar terapung di Kuala Lontar dibuka lagi setelah ditutup dua bulan karena banjir.</p>
<p>“Kami menunggu lama, dan pembeli sudah kembali,” kata Kepala Dinas Perdagangan Danu Wiryawan seperti dikutip dari
Nusantara Kabar, Kamis (12/3/2026).</p>
<p>Pengelola pasar belum memberikan komentar terkait surat izin itu.</p>"""


def written(body: str = BODY, headline: str = "Pasar Terapung Dibuka Lagi", slug: str = "pasar-terapung") -> str:
    return PAGE.format(body=body, headline=headline, address=f"https://kilasdermaga.example/berita/{slug}")


@pytest.fixture
def page() -> Callable[..., str]:
    """A page with this body."""
    return written


@pytest.fixture
def part() -> Callable[[int, int], str]:
    """One page of an article in several."""

    def numbered(number: int, of: int) -> str:
        text = f"Bagian nomor {number} memuat cerita para nelayan yang pulang dari laut setelah sepekan. " * 3
        return written(f'<p>{text}</p><div class="paging">Halaman {number} dari {of}</div>', "Laut dan Kita", "laut")

    return numbered


@dataclass(frozen=True)
class Ran:
    """What a run left behind."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        return self.raw.decode()

    @property
    def records(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def record(self) -> dict[str, Any]:
        (only,) = self.records
        return only


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch) -> Run:
    """Run `runut` with arguments, and with `stdin` where it reads it; a traceback fails the test by itself."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def started(*arguments: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["runut", *map(os.fspath, arguments)])
        code: Any = 0
        with CliRunner().isolation(input=stdin) as streams:
            try:
                main()
            except SystemExit as left:
                code = left.code
            sys.stdout.flush()
            sys.stderr.flush()
        return Ran(code or 0, streams[0].getvalue(), streams[1].getvalue().decode())

    return started


@pytest.fixture
def put(tmp_path, monkeypatch) -> Callable[[str, str | bytes], Path]:
    """Write a file into the folder that the test runs in, and give its name as a person would type it."""
    monkeypatch.chdir(tmp_path)

    def kept(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return Path(name)

    return kept


@pytest.fixture
def pasar(put) -> Path:
    return put("pasar.html", written())


@dataclass
class Site:
    """A web server on the loopback interface; `answers` maps paths to what they do."""

    port: int
    answers: dict[str, Callable[[BaseHTTPRequestHandler], None]]

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def says(self, path: str, body: bytes, status: int = 200, **headers: str) -> None:
        """Answer with a body; header names are written with underscores."""

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in ({"Content_Type": "text/html; charset=utf-8"} | headers).items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(body)

        self.answers[path] = answer


@pytest.fixture
def site() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = here.answers.get(self.path)
            try:
                if answer:
                    answer(self)
                else:
                    self.send_error(404)
            except OSError:
                pass  # the reader hung up, as some of these tests want it to

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    here = Site(server.server_port, {})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield here
    server.shutdown()
    server.server_close()
    thread.join()
