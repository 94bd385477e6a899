"""GET requests over connections that the gate opened, with every wait counted against one deadline."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any, TypeAlias, TypeVar

import httpcore2
from httpx2 import URL, InvalidURL

from runut.capture.deadline import Deadline
from runut.capture.gate import Gate
from runut.capture.inflate import inflate
from runut.capture.limits import megabytes
from runut.capture.naming import shown
from runut.errors import TooLarge, Unreachable
from runut.version import __version__
from runut.vocabulary.captures import Exchange

ROBOT = "Runut"
AGENT = f"{ROBOT}/{__version__} (+https://github.com/runut/runut)"

_T = TypeVar("_T")
Turn: TypeAlias = Callable[[str], AbstractContextManager[None]]
"""Waits until a host may be asked; what is within is one request to it."""
_HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8",
    "Accept-Language": "id,en;q=0.8",
    "Accept-Encoding": "gzip, deflate, br",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much one page may take."""

    connect: float = 10.0
    """Seconds for a connection: its name, the line and its encryption each."""
    read: float = 10.0
    """Seconds of silence."""
    total: float = 30.0
    """Seconds for everything, redirects and robots.txt included."""
    size: int = 10_000_000
    """Bytes of the page, packed as well as unpacked."""
    redirects: int = 5


class Reply:
    """The head of an answer; its body is read only when asked for."""

    def __init__(
        self, url: URL, request: bytes, response: httpcore2.Response, limits: Limits, deadline: Deadline
    ) -> None:
        self.url = url
        self.status = response.status
        self._request = request
        self._kept: list[bytes] = []
        self._response = response
        self._limits = limits
        self._deadline = deadline

    def header(self, name: str) -> str:
        """A header's first value, or an empty string."""
        wanted = name.lower().encode()
        found = (value for key, value in self._response.headers if key.lower() == wanted)
        return next(found, b"").decode("utf-8", "replace").strip()

    def wait(self) -> float | None:
        """Seconds after which the server may be asked again, as it says (Retry-After); None when it does not."""
        said = self.header("retry-after")
        if said.isascii() and said.isdigit():
            return float(said[:9])
        try:
            return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
        except (ValueError, TypeError, OverflowError):
            return None

    def is_redirect(self) -> bool:
        """Whether the answer sends us elsewhere."""
        return self.status in (301, 302, 303, 307, 308) and bool(self.header("location"))

    def target(self) -> str:
        """Where a redirect leads, as an absolute address that nobody has checked yet."""
        try:
            return str(self.url.join(self.header("location")))
        except (InvalidURL, ValueError, TypeError):
            raise Unreachable(f"{shown(self.url.host)} redirects to what is no address.") from None

    def body(self) -> Iterator[bytes]:
        """The body, unpacked, in pieces. What comes over the wire is capped; what it becomes is not yet."""
        return inflate(self._received(), self.header("content-encoding"))

    def exchange(self) -> Exchange:
        """What went over the wire; only after the body was read."""
        stream = self._response.extensions.get("network_stream")
        peer = stream.get_extra_info("server_addr") if stream else None
        return Exchange(self._request, _head(self._response), b"".join(self._kept), str(peer[0]) if peer else None)

    def _received(self) -> Iterator[bytes]:
        room = self._limits.size
        for piece in self._response.iter_stream():
            self._deadline.left()
            room -= len(piece)
            if room < 0:
                raise TooLarge(f"{shown(self.url.host)} sends more than {megabytes(self._limits.size)}, the limit.")
            self._kept.append(piece)
            yield piece


class Line:
    """A client for the few requests that one page takes; knows no proxies, cookies or environment."""

    def __init__(
        self,
        gate: Gate,
        limits: Limits,
        tls: ssl.SSLContext | None = None,
        turn: Turn | None = None,
    ) -> None:
        """`turn` is entered with the host for each request; the time that it waits is not counted."""
        self.gate = gate
        self.limits = limits
        self._deadline = Deadline(limits.total)
        self._tls = tls
        self._turn = turn

    def get(self, url: URL, use: Callable[[Reply], _T], headers: Mapping[str, str] | None = None) -> _T:
        """Ask for an address that the gate admitted, and give what `use` makes of the reply.

        Raises `Unreachable` when the network fails and `TooLarge` when time runs out.
        """
        return self._send("GET", url, use, headers or {}, None)

    def post(self, url: URL, body: bytes, use: Callable[[Reply], _T], headers: Mapping[str, str]) -> _T:
        """Send a body to an address that the gate admitted; otherwise as `get`."""
        return self._send("POST", url, use, {**headers, "Content-Length": str(len(body))}, body)

    def _send(
        self, method: str, url: URL, use: Callable[[Reply], _T], also: Mapping[str, str], body: bytes | None
    ) -> _T:
        with ExitStack() as held:
            if self._turn:
                with self._deadline.paused():
                    held.enter_context(self._turn(url.host))
            return self._exchange(method, url, use, also, body)

    def _exchange(
        self, method: str, url: URL, use: Callable[[Reply], _T], also: Mapping[str, str], body: bytes | None
    ) -> _T:
        waits = {"connect": self.limits.connect, "read": self.limits.read, "write": self.limits.read}
        target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        headers: list[tuple[bytes | str, bytes | str]] = [
            ("Host", url.netloc.decode("ascii")),
            *(_HEADERS | dict(also)).items(),
        ]
        backend = _Backend(self.gate, self._deadline)
        with (
            self._faults(url),
            closing(httpcore2.ConnectionPool(ssl_context=self._tls, network_backend=backend)) as pool,
            pool.stream(method, target, headers=headers, content=body, extensions={"timeout": waits}) as response,
        ):
            request = b"%b %b HTTP/1.1\r\n%b" % (method.encode(), url.raw_path, _lines(headers))
            return use(Reply(url, request, response, self.limits, self._deadline))

    @contextmanager
    def _faults(self, url: URL) -> Iterator[None]:
        host = shown(url.host)
        try:
            yield
        except (httpcore2.TimeoutException, TimeoutError):
            if self._deadline.is_over():
                raise TooLarge(f"{host} took longer than {self.limits.total:g} s, the limit for one page.") from None
            raise Unreachable(f"{host} did not answer in time; try again later.") from None
        except httpcore2.ProtocolError as fault:
            raise Unreachable(f"{host} does not answer as a web server does: {shown(str(fault))}.") from None
        except (httpcore2.NetworkError, OSError) as fault:
            self._require_time(host)
            raise Unreachable(f"The connection to {host} failed: {shown(str(fault)) or 'no reason given'}.") from None

    def _require_time(self, host: str) -> None:
        """A handshake that the deadline cut off looks like any broken connection."""
        if self._deadline.is_over():
            raise TooLarge(f"{host} took longer than {self.limits.total:g} s, the limit for one page.") from None


def _head(response: httpcore2.Response) -> bytes:
    version = response.extensions.get("http_version", b"HTTP/1.1")
    reason = response.extensions.get("reason_phrase", b"")
    return b"%b %d %b\r\n%b" % (version, response.status, reason, _lines(response.headers))


def _lines(headers: Iterable[tuple[bytes | str, bytes | str]]) -> bytes:
    return b"".join(b"%b: %b\r\n" % (_bytes(name), _bytes(value)) for name, value in headers)


def _bytes(value: bytes | str) -> bytes:
    return value.encode("latin-1", "replace") if isinstance(value, str) else value


class _Backend(httpcore2.NetworkBackend):
    """Hands every connection to the gate."""

    def __init__(self, gate: Gate, deadline: Deadline) -> None:
        self._gate = gate
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002  # the library's signature
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        return _Timed(self._gate.open(host, port, self._deadline.left(timeout)), self._deadline)


class _Timed(httpcore2.NetworkStream):
    """A connection none of whose waits outlasts the deadline."""

    def __init__(self, inner: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        # A handshake is many reads, and each drop of it would start the socket's own clock anew.
        cut = threading.Timer(self._deadline.left(timeout), self._cut)
        cut.start()
        try:
            return _Timed(
                self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(timeout)), self._deadline
            )
        finally:
            cut.cancel()

    def _cut(self) -> None:
        with suppress(OSError):
            self._inner.get_extra_info("socket").shutdown(socket.SHUT_RDWR)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
