"""The gate: the one place that lets an outgoing connection through.

An address is looked at twice: as it is written, before anything is sent, and again at the moment of
connecting, when the name has become IP addresses. The connection then goes to the very IP that was
checked, so a name that answers differently the next time gains nothing. Redirects and robots.txt come
through here like any other request.
"""

import queue
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from httpcore2 import ConnectError, ConnectTimeout, NetworkStream, SyncBackend
from httpx2 import URL, InvalidURL

from runut.capture.addresses import forbidden_host, forbidden_ip
from runut.capture.deadline import Deadline
from runut.capture.naming import shown
from runut.errors import Refused, Unreachable

Resolve: TypeAlias = Callable[[str, int], Sequence[str]]
"""Host and port to IP addresses; raises OSError when there are none."""
Dial: TypeAlias = Callable[[str, int, float], NetworkStream]
"""IP address, port and seconds to an open connection."""

_PORTS = {"http": 80, "https": 443}
_URL_LENGTH = 4_000
# A name may have many addresses; one of the first answers or the site is down.
_TRIED = 4


def system_addresses(host: str, port: int) -> Sequence[str]:
    """What the system's resolver says, each address once, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def dial(ip: str, port: int, seconds: float) -> NetworkStream:
    """Open a TCP connection to an IP address."""
    return SyncBackend().connect_tcp(ip, port, seconds)


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets through what leads to a public web server; everything, when private addresses are allowed."""

    allow_private: bool = False
    resolve: Resolve = system_addresses
    dial: Dial = dial

    def admit(self, address: str) -> URL:
        """Read an address and check it as it is written; the fragment is dropped.

        Raises `Refused` for other schemes than http(s), user names, odd ports, inner names, and what
        is no address at all.
        """
        url = _parse(address)
        if url.scheme not in _PORTS:
            raise Refused(f"Only http and https links are followed, not {shown(url.scheme or address, 40)!r}.")
        if url.userinfo:
            raise Refused("The link holds a user name before its host, which can hide where it leads; take it out.")
        if not self.allow_private:
            _require_public(url)
        return url.copy_with(fragment=None)

    def open(self, host: str, port: int, seconds: float) -> NetworkStream:
        """Connect to a host; `Refused` when none of its addresses is public, `Unreachable` when none answers."""
        if not self.allow_private and (kind := forbidden_host(host)):
            raise Refused(_refusal(host, kind))
        addresses = self._lookup(host, port, seconds)
        public = [ip for ip in addresses if self.allow_private or not forbidden_ip(ip)]
        if addresses and not public:
            raise Refused(_refusal(host, forbidden_ip(addresses[0]) or "a private address"))
        return self._reach(host, public[:_TRIED], port, Deadline(seconds))

    def _reach(self, host: str, addresses: Sequence[str], port: int, deadline: Deadline) -> NetworkStream:
        for ip in addresses:
            if deadline.is_over():
                break
            try:
                # Half of the time each, so that a dead IPv6 route leaves some for IPv4.
                return self.dial(ip, port, deadline.left(deadline.seconds / 2))
            except (ConnectError, ConnectTimeout, OSError):
                continue
        raise Unreachable(f"{shown(host)} does not answer; check the link and your connection.")

    def _lookup(self, host: str, port: int, seconds: float) -> Sequence[str]:
        """Resolve in a thread of its own: the system's resolver takes no limit of time."""
        answer: queue.SimpleQueue[Sequence[str] | Exception] = queue.SimpleQueue()

        def ask() -> None:
            try:
                answer.put(self.resolve(host, port))
            except (OSError, ValueError) as fault:
                answer.put(fault)

        threading.Thread(target=ask, daemon=True, name="runut-resolve").start()
        try:
            found = answer.get(timeout=max(seconds, 0.001))
        except queue.Empty:
            raise Unreachable(f"The name {shown(host)} was not resolved in {seconds:.0f} s.") from None
        if isinstance(found, Exception) or not found:
            raise Unreachable(f"There is no host {shown(host)}; check the link and your connection.")
        return found


def _parse(address: str) -> URL:
    text = address.strip()
    if len(text) > _URL_LENGTH:
        raise Refused(f"The link is longer than {_URL_LENGTH} characters.")
    if "\\" in text or not text.isprintable() or " " in text:
        raise Refused(f"{shown(text)!r} is no link: it holds characters that no address has.")
    try:
        url = URL(text)
    except (InvalidURL, ValueError, TypeError) as fault:
        raise Refused(f"{shown(text)!r} is no link: {shown(str(fault))}.") from None
    if url.scheme in _PORTS and (not url.host or url.port not in (None, *range(1, 65_536))):
        raise Refused(f"{shown(text)!r} is no link: it names no host or port that could exist.")
    return url


def _require_public(url: URL) -> None:
    if kind := forbidden_host(url.raw_host.decode("ascii", "replace")):
        raise Refused(_refusal(url.host, kind))
    if url.port not in (None, *_PORTS.values()):
        raise Refused(f"Port {url.port} is no port of a public web page; allow private addresses to use it.")


def _refusal(host: str, kind: str) -> str:
    return f"{shown(host)} is {kind}; Runut asks public sites only, unless private addresses are allowed."
