"""A web server on the loopback interface that answers as a test tells it to."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from httpcore2 import SyncBackend

from runut.capture.gate import Gate

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
