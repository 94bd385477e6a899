"""One polite GET on the way of a page: redirects, robots.txt and the gate at each step, only what has changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from msgspec import Struct

from runut.capture.answers import CHARSET
from runut.capture.inflate import gather
from runut.capture.naming import shown
from runut.capture.robots import Robots
from runut.capture.walls import require_no_check, require_page
from runut.capture.wire import Line, Reply
from runut.errors import Unreachable, Unreadable
from runut.vocabulary.captures import Capture

PAGES = ("text/html", "application/xhtml+xml", "text/plain")
NOT_MODIFIED = 304
# What a server may call a page's state; longer ones only cost room.
_LONGEST = 1_000


class State(Struct, frozen=True):
    """What a server calls the state of a page, to be asked with the next time."""

    etag: str = ""
    modified: str = ""
    """Last-Modified, as the server writes it."""

    @property
    def headers(self) -> dict[str, str]:
        """The headers that ask for a page only if it is in another state."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if value}


class Visit(Struct, frozen=True):
    """A page, and the state that it was in."""

    capture: Capture
    state: State


def visit(
    source: str, line: Line, robots: Robots, *, reads: Sequence[str] = PAGES, state: State | None = None
) -> Visit | None:
    """Get what is behind a link, if it is one of the media types; None when it is still in the given state.

    Raises `Refused` (address or robots.txt), `Unreachable` (network, checks for robots), `Denied` (status), `TooLarge`
    (size, time) or `Unreadable` (another kind of content, damaged data).
    """
    url = line.gate.admit(source)
    headers = {"Accept": ",".join(reads), **(state.headers if state else {})}
    for _ in range(line.limits.redirects + 1):
        robots.require(url)
        found = line.get(url, lambda reply: _use(reply, source, line, reads), headers)
        if not isinstance(found, str):
            return found
        url = line.gate.admit(found)
    raise Unreachable(f"The link is redirected more than {line.limits.redirects} times; open it in a browser.")


def _use(reply: Reply, source: str, line: Line, reads: Sequence[str]) -> Visit | str | None:
    if reply.is_redirect():
        return reply.target()
    if reply.status == NOT_MODIFIED:
        return None
    require_page(reply)
    capture = _capture(reply, source, line.limits.size, reads)
    require_no_check(capture.content, reply.url.host)
    return Visit(capture, State(_said(reply, "etag"), _said(reply, "last-modified")))


def _capture(reply: Reply, source: str, size: int, reads: Sequence[str]) -> Capture:
    kind = reply.header("content-type")
    media_type = kind.partition(";")[0].strip().lower()
    if media_type and media_type not in reads:
        raise Unreadable(f"The link leads to {shown(media_type, 60)!r}, not to a web page; give the page's own link.")
    charset = CHARSET.search(kind)
    content = gather(reply.body(), size)
    return Capture(
        source,
        content,
        url=str(reply.url),
        media_type=media_type or None,
        charset=charset[1].lower() if charset else None,
        fetched=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        exchange=reply.exchange(),
    )


def _said(reply: Reply, name: str) -> str:
    """A header that is sent back as it came: printable, and not too long."""
    value = reply.header(name)
    return value if value.isascii() and value.isprintable() and len(value) <= _LONGEST else ""
