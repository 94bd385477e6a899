"""Atom (RFC 4287): articles, or what was found in them, for readers of feeds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
NOBODY = "—"
# What XML 1.0 has no way to say.
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Feed(Struct, frozen=True, kw_only=True):
    """A feed as a whole."""

    id: str
    """An address or URN that never changes."""
    title: str
    updated: str
    """RFC 3339."""
    link: str | None = None
    """Where the feed itself is found."""


class FeedEntry(Struct, frozen=True, kw_only=True):
    """One entry."""

    id: str
    title: str
    updated: str
    link: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    """Empty where nobody is named: the entry then says so, for it may not be silent."""
    summary: str | None = None
    language: str | None = None
    source: Feed | None = None
    """The feed, or outlet, that it comes from."""


def atom(feed: Feed, entries: Iterable[FeedEntry]) -> Iterator[str]:
    """The feed in pieces, so that it may be of any length."""
    yield f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="{NAMESPACE}">\n'
    yield from _head(feed)
    yield _element("generator", "Runut")
    for entry in entries:
        yield "".join(_entry(entry))
    yield "</feed>\n"


def _head(feed: Feed) -> Iterator[str]:
    yield _element("id", feed.id)
    yield _element("title", feed.title)
    yield _element("updated", feed.updated)
    if feed.link:
        yield f"<link rel={quoteattr('self')} href={quoteattr(_clean(feed.link))}/>\n"


def _entry(entry: FeedEntry) -> Iterator[str]:
    language = f" xml:lang={quoteattr(_clean(entry.language))}" if entry.language else ""
    yield f"<entry{language}>\n"
    yield _element("id", entry.id)
    yield _element("title", entry.title)
    yield _element("updated", entry.updated)
    if entry.published:
        yield _element("published", entry.published)
    for name in entry.authors or (NOBODY,):
        yield f"<author>{_element('name', name)}</author>\n"
    yield from _substance(entry)
    if entry.source:
        yield f"<source>\n{''.join(_head(entry.source))}</source>\n"
    yield "</entry>\n"


def _substance(entry: FeedEntry) -> Iterator[str]:
    """Where the whole is, and what it says in short; an entry that leads nowhere must hold its content itself."""
    if not entry.link:
        yield _element("content", entry.summary or "")
        return
    yield f"<link rel={quoteattr('alternate')} href={quoteattr(_clean(entry.link))}/>\n"
    if entry.summary:
        yield _element("summary", entry.summary)


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(_clean(text))}</{name}>\n"


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
