"""Inputs of every kind, and lakes that the command itself has made of them."""

import io
import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "src" / "runut" / "demo" / "pages"
NAMES = "Sari Dewanti Bayu Laksana Rina Utami Losari Kuala Lontar Pandanaran Merapi Cisadane Bogowonto".split()
COPIED, CARRIED = 40, 50
"""So many of the articles are cut copies of another; so many carry one and the same report."""


def story(seed, sentences=9):
    """Words that hardly any other seed gives."""
    chance = random.Random(seed)
    stock = ["".join(chance.choices("bcdfghjklmnp", k=1) + chance.choices("aeiourst", k=5)) for _ in range(60)]
    return [f"{chance.choice(NAMES)} {' '.join(chance.choices(stock, k=12))}." for _ in range(sentences)]


def line(name, words, hour=8):
    return {
        "id": name,
        "url": f"https://{name}.example/berita",
        "outlet": f"Harian {name.title()}",
        "headline": f"Berita {name}",
        "published": f"2025-06-01T{hour:02}:00:00+07:00",
        "language": "id",
        "text": " ".join(words) + f" “Kami datang kemarin,” kata Sari Dewanti kepada {name}.",
    }


def articles():
    wire = story(9_999)
    given = [line(f"asal{n}", story(n)) for n in range(60)]
    given += [line(f"salin{n}", story(n)[:6], hour=10) for n in range(COPIED)]
    return given + [line(f"kawat{n}", wire, hour=9 + n % 3) for n in range(CARRIED)]


def warc(target, pages):
    with target.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for page in pages:
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            address = f"https://kilas.example/{page.stem}"
            content = io.BytesIO(page.read_bytes())
            record = writer.create_warc_record(address, "response", content, http_headers=headers)
            writer.write_record(record)
            record.raw_stream.close()


@pytest.fixture(scope="session")
def copied():
    return COPIED


@pytest.fixture(scope="session")
def carried():
    return CARRIED


@pytest.fixture(scope="session")
def given(tmp_path_factory):
    """A folder with lines, pages, an archive, and two files that nobody can read."""
    folder = tmp_path_factory.mktemp("given")
    lines = "".join(json.dumps(one) + "\n" for one in articles())
    (folder / "lines.jsonl").write_text(lines + "no line\n", "utf-8")
    pages = sorted(PAGES.glob("*.html"))
    for page in pages[:4]:
        shutil.copy(page, folder / page.name)
    warc(folder / "archive.warc.gz", pages[4:])
    (folder / "broken.warc.gz").write_bytes(b"no archive at all")
    return folder


@pytest.fixture(scope="session")
def batch():
    """Run the command; what it printed, and its exit code."""

    def run(*arguments, **environment):
        settings = os.environ | {"RAY_DISABLE_IMPORT_WARNING": "1"} | environment
        command = [sys.executable, "-m", "runut", "batch", *map(str, arguments), "--json", "--lang", "en"]
        done = subprocess.run(command, capture_output=True, text=True, env=settings, timeout=110, check=False)
        assert done.returncode in (0, 1), done.stderr
        return json.loads(done.stdout), done.returncode, done.stderr

    return run


@pytest.fixture(scope="session")
def lake(given, batch, tmp_path_factory):
    """A lake of all that was given."""
    home = tmp_path_factory.mktemp("lakes") / "lake"
    batch(given, "--to", home)
    return home
