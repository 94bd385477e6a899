"""The command line as a person runs it, in this process where it is enough."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
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
