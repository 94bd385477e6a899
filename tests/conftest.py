"""What several stages are tested with: a web server that answers as it is told, and desks of every kind."""

import os
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from httpcore2 import SyncBackend
from msgspec.structs import replace

from runut.capture.gate import Gate
from runut.desk import Address, Item, add, open_desk
from runut.desk.lines import Text, record_of

Answer = Callable[[BaseHTTPRequestHandler], None]
PAGE = b"<!DOCTYPE html><html><head><title>Panen</title></head><body><p>Padi dipanen, kata Sari.</p></body></html>"


@dataclass
class Site:
    """The server; `answers` maps paths, `asked` and `posted` are what came in."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    posted: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def as_public(self, inner: str | None = None) -> Gate:
        """A gate to which this server is the public internet, but for the name `inner`."""
        return Gate(
            resolve=lambda host, _: ["192.168.0.7"] if host == inner else ["36.86.63.182"],
            dial=lambda _ip, _port, seconds: SyncBackend().connect_tcp("127.0.0.1", self.port, seconds),
        )

    def says(self, path: str, body: bytes = PAGE, status: int = 200, **headers: str) -> None:
        """Answer with a body; header names are written with underscores."""
        told = {"Content-Type": "text/html; charset=utf-8"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in told.items():
                handler.send_header(name, value)
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)

        self.answers[path] = answer


@pytest.fixture
def site() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            here.asked.append((self.path, dict(self.headers)))
            self._answer(here.answers.get(self.path))

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            here.posted.append((self.path, dict(self.headers), self.rfile.read(length)))
            self._answer(here.answers.get(self.path))

        def _answer(self, answer: Answer | None) -> None:
            try:
                if answer:
                    answer(self)
                else:
                    self.send_error(404)
            except OSError:
                pass  # The client hung up, as many of these tests want it to.

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    here = Site(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield here
    server.shutdown()
    server.server_close()
    thread.join()


SERVER = os.environ.get("RUNUT_TEST_POSTGRES")


@pytest.fixture(
    params=[
        "memory",
        "file",
        pytest.param(
            "server",
            marks=[
                pytest.mark.postgres,
                pytest.mark.skipif(not SERVER, reason="RUNUT_TEST_POSTGRES names no server; .ci/run starts one"),
            ],
        ),
    ]
)
def desk(request, tmp_path):
    """A new desk in memory, in a file, and on a real server."""
    if request.param == "server":
        with database() as address, open_desk(Address(address, tmp_path / "captures")) as opened:
            yield opened
        return
    name = ":memory:" if request.param == "memory" else str(tmp_path / "desk.db")
    with open_desk(Address(name, tmp_path / "captures")) as opened:
        yield opened


@contextmanager
def database():
    """A database of its own on the server, gone afterwards."""
    import psycopg

    name = f"runut_{uuid.uuid4().hex}"
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield f"{SERVER.rsplit('/', 1)[0]}/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def server_address():
    """The address of an empty database on the server."""
    if not SERVER:
        pytest.skip("RUNUT_TEST_POSTGRES names no server; .ci/run starts one")
    with database() as address:
        yield address


BERAS = "“Harga beras turun,” kata Menteri Pangan Sari Dewanti. Ia membantah kabar impor gula. Bulog membantu petani."
KAPAL = "Menurut Reuters, kapal itu tenggelam. “Kami mencari korban,” kata Bayu Laksana, komandan regu, di Losari."


def attributed(body, **fields):
    return record_of(Text(body, language="id", **fields))


@pytest.fixture
def text():
    """Makes the record of a text."""
    return attributed


@pytest.fixture
def beras():
    return attributed(
        BERAS, outlet="Kilas Dermaga", url="https://dermaga.example/beras", headline="Beras", published="2025-06-01"
    )


@pytest.fixture
def kapal():
    return attributed(
        KAPAL, outlet="Sela Warta", url="https://sela.example/kapal", headline="Kapal karam", published="2025-06-20"
    )


@pytest.fixture
def stocked(desk, beras, kapal):
    """A desk with two articles."""
    add(desk, [Item(beras), Item(kapal)])
    return desk


@pytest.fixture
def changed(beras):
    """The first article as it stands after a change."""
    return replace(beras, id="changed", text=beras.text.replace("turun", "naik"))


@pytest.fixture
def page(tmp_path):
    """Writes a page of an article, and tells where."""

    def write(name: str, headline: str, words: str) -> Path:
        path = tmp_path / "pages" / f"{name}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            f"<html lang='id'><head><title>{headline}</title><link rel='canonical' href='https://kilas.example/{name}'>"
            f"</head><body><article><h1>{headline}</h1><p>“{words},” kata Sari Dewanti di pasar induk kemarin.</p>"
            f"<p>{words} sejak pekan lalu menurut catatan pedagang di beberapa pasar kota itu.</p></article>"
            "</body></html>"
        )
        return path

    return write
