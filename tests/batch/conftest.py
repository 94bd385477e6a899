"""Inputs of every kind, and lakes that the command itself has made of them."""

import contextlib
import io
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
import zipfile
from functools import partial
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
    """A folder with lines, pages, archives, and two files that nobody can read."""
    folder = tmp_path_factory.mktemp("given")
    lines = "".join(json.dumps(one) + "\n" for one in articles())
    (folder / "lines.jsonl").write_text(lines + "no line\n", "utf-8")
    pages = sorted(PAGES.glob("*.html"))
    for page in pages[:4]:
        shutil.copy(page, folder / page.name)
    warc(folder / "archive.warc.gz", pages[4:-2])
    with zipfile.ZipFile(folder / "collection.wacz", "w") as packed:
        warc(folder / "part", pages[-2:])
        packed.write(folder / "part", "archive/data.warc.gz")
        (folder / "part").unlink()
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


@pytest.fixture
def store():
    """A store that speaks S3, behind a line that breaks now and then; where it is, and how to put a file into it."""
    pytest.importorskip("moto.server")
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server, Line(port) as line:
        wait_for(port)
        keys = {"AWS_ACCESS_KEY_ID": "k", "AWS_SECRET_ACCESS_KEY": "s", "AWS_REGION": "us-east-1"}
        yield keys | {"AWS_ENDPOINT_URL": f"http://127.0.0.1:{line.port}"}, partial(put, f"http://127.0.0.1:{port}")
        assert line.broken
        server.terminate()


@pytest.fixture
def cluster():
    """A Ray cluster of two nodes with one core each: what a run is told of it, and how to kill the second node.

    Ray leaves files in the home of whoever starts it, by which a later cluster is not reached any more; so it has a
    home of its own, with a short name, as sockets lie in it.
    """
    pytest.importorskip("ray")
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="ray", ignore_cleanup_errors=True) as home:
        own = {"HOME": home, "RAY_TMPDIR": home, "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0"}
        command = [
            str(Path(sys.executable).parent / "ray"),
            "start",
            "--block",
            "--num-cpus=1",
            "--disable-usage-stats",
        ]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
        started = partial(subprocess.Popen, env=os.environ | own, **quiet)
        head = started([*command, "--head", f"--port={port}", "--include-dashboard=false", f"--temp-dir={home}/ray"])
        wait_for(port)
        second = started([*command, f"--address=127.0.0.1:{port}"])
        yield own | {"RAY_ADDRESS": f"127.0.0.1:{port}"}, partial(os.killpg, second.pid, signal.SIGKILL)
        for node in (second, head):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(node.pid, signal.SIGKILL)
            node.wait()


def put(address, bucket, name=None, content=b""):
    for path, body in ((f"/{bucket}", b""), *([(f"/{bucket}/{name}", content)] if name else [])):
        asked = urllib.request.Request(address + path, data=body, method="PUT")
        asked.add_header("Content-Type", "application/octet-stream")  # a form would not be kept
        urllib.request.urlopen(asked).close()


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


def wait_for(port):
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.1)
    raise TimeoutError


class Line:
    """Passes connections on; each that comes after `WHOLE` others is cut before anything was said."""

    WHOLE = 6

    def __init__(self, beyond):
        self.beyond, self.taken, self.broken = beyond, 0, 0
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]

    def __enter__(self):
        threading.Thread(target=self.serve, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.listening.close()

    def serve(self):
        with contextlib.suppress(OSError):
            while True:
                near, _ = self.listening.accept()
                self.taken += 1
                if self.taken % (self.WHOLE + 1) == 0:
                    self.broken += 1
                    near.close()
                    continue
                far = socket.create_connection(("127.0.0.1", self.beyond))
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self.passing, args=(one, other), daemon=True).start()

    @staticmethod
    def passing(one, other):
        with contextlib.suppress(OSError):
            while content := one.recv(1 << 16):
                other.sendall(content)
        for end in (one, other):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
                end.close()
