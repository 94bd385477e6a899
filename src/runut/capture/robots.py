"""robots.txt (RFC 9309): whether a site lets Runut read a page."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import NamedTuple

from httpx2 import URL
from protego import Protego

from runut.capture.naming import shown
from runut.capture.wire import ROBOT, Line, Reply
from runut.errors import Refused, RulesUnknown, Unreachable, Unreadable

# RFC 9309 asks for at least 500 KiB; what follows is not read.
_BYTES = 512_000
_REDIRECTS = 5
_AGENT = re.compile(r"^[ \t]*user[- ]?agent[ \t]*:[ \t]*([^\s#]{0,100})[^\r\n]*", re.IGNORECASE | re.MULTILINE)
_TOKEN = re.compile(r"[a-z_-]*", re.IGNORECASE)


class Rules:
    """One site's robots.txt, as far as it concerns Runut."""

    def __init__(self, text: str) -> None:
        self._parsed = Protego.parse(_own_groups(text))

    def allow(self, url: URL) -> bool:
        """Whether an address may be read."""
        return bool(self._parsed.can_fetch(str(url), ROBOT))

    @property
    def delay(self) -> float:
        """Seconds to wait between two requests (Crawl-delay); 0 where none are asked for."""
        return float(self._parsed.crawl_delay(ROBOT) or 0)

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The sitemaps that it names, as written."""
        return tuple(self._parsed.sitemaps)


def site_of(url: URL) -> str:
    """What robots.txt holds for: scheme, host and port."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


class Robots:
    """The rules of the sites met on the way, each asked for once."""

    def __init__(self, line: Line, known: MutableMapping[str, Rules] | None = None) -> None:
        """`known` holds the rules that were met before, by site; new ones are added to it."""
        self._line = line
        self._known: MutableMapping[str, Rules] = {} if known is None else known

    def require(self, url: URL) -> None:
        """Raise `Refused` unless the site's robots.txt lets Runut read this address.

        No robots.txt (4xx) allows everything; one that the server fails to give (5xx) forbids
        everything; a site that cannot be reached raises `Unreachable`.
        """
        if not self.rules(url).allow(url):
            raise Refused(
                f"{shown(url.host)} asks programs not to read this page (robots.txt). "
                "Open it in a browser and save it, or paste its text."
            )

    def rules(self, url: URL) -> Rules:
        """The rules of the site of an address; raises as `require` does."""
        site = site_of(url)
        if site not in self._known:
            self._known[site] = Rules(self._read(url.copy_with(raw_path=b"/robots.txt")))
        return self._known[site]

    def _read(self, url: URL) -> str:
        for _ in range(_REDIRECTS + 1):
            found = self._line.get(url, _answer)
            if found.moved is None:
                return found.rules
            url = self._line.gate.admit(found.moved)
        raise Unreachable(f"{shown(url.host)} redirects its robots.txt too often; save the page or paste its text.")


class _Answer(NamedTuple):
    rules: str = ""
    moved: str | None = None


def _answer(reply: Reply) -> _Answer:
    if reply.is_redirect():
        return _Answer(moved=reply.target())
    if 400 <= reply.status < 500:
        return _Answer()
    if reply.status != 200:
        raise _refusal(reply)
    try:
        return _Answer(_start(reply))
    except Unreadable:
        raise _refusal(reply) from None


def _start(reply: Reply) -> str:
    kept = b""
    for piece in reply.body():
        kept += piece
        if len(kept) > _BYTES:
            break
    return kept[:_BYTES].decode("utf-8-sig", "replace")


def _refusal(reply: Reply) -> RulesUnknown:
    return RulesUnknown(
        f"{shown(reply.url.host)} could not give its robots.txt (HTTP {reply.status}), so it is not known whether "
        "it may be read. Try again later, or save the page in a browser."
    )


def _own_groups(text: str) -> str:
    """Rename all robots but ours and `*` to one: thousands of names before thousands of rules cost their product."""

    def rename(found: re.Match[str]) -> str:
        name = found[1]
        token = _TOKEN.match(name)
        ours = token is not None and token[0].lower() == ROBOT.lower()
        return f"User-agent: {ROBOT if ours else '*' if name == '*' else 'others'}"

    return _AGENT.sub(rename, text)
