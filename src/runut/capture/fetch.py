"""One polite GET: as ourselves, within robots.txt, through the gate, within limits of time and size."""

import ssl
from datetime import UTC, datetime

from runut.capture.answers import CHARSET
from runut.capture.gate import Gate
from runut.capture.inflate import gather
from runut.capture.naming import shown
from runut.capture.robots import Robots
from runut.capture.walls import require_no_check, require_page
from runut.capture.wire import Limits, Line, Reply
from runut.errors import Unreachable, Unreadable
from runut.vocabulary.captures import Capture

_READ = ("text/html", "application/xhtml+xml", "text/plain")


def fetch(
    source: str,
    *,
    allow_private: bool = False,
    limits: Limits | None = None,
    gate: Gate | None = None,
    tls: ssl.SSLContext | None = None,
) -> Capture:
    """Get the page behind a link.

    `gate` replaces the one made from `allow_private`; `tls` says which certificates are trusted, None
    for the system's. The capture holds the address after redirects, what the server called the page,
    and when it came (UTC).

    Raises `Refused` (address or robots.txt), `Unreachable` (network, status, checks for robots),
    `TooLarge` (size, time) or `Unreadable` (another kind of content, damaged data).
    """
    line = Line(gate or Gate(allow_private), limits or Limits(), tls)
    robots = Robots(line)
    url = line.gate.admit(source)
    for _ in range(line.limits.redirects + 1):
        robots.require(url)
        found = line.get(url, lambda reply: _page(reply, source, line.limits))
        if isinstance(found, Capture):
            require_no_check(found.content, url.host)
            return found
        url = line.gate.admit(found)
    raise Unreachable(f"The link is redirected more than {line.limits.redirects} times; open it in a browser.")


def _page(reply: Reply, source: str, limits: Limits) -> Capture | str:
    if reply.is_redirect():
        return reply.target()
    require_page(reply)
    kind = reply.header("content-type")
    media_type = kind.partition(";")[0].strip().lower()
    if media_type and media_type not in _READ:
        raise Unreadable(f"The link leads to {shown(media_type, 60)!r}, not to a web page; give the page's own link.")
    charset = CHARSET.search(kind)
    content = gather(reply.body(), limits.size)
    return Capture(
        source,
        content,
        url=str(reply.url),
        media_type=media_type or None,
        charset=charset[1].lower() if charset else None,
        fetched=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        exchange=reply.exchange(),
    )
