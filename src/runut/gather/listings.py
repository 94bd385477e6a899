"""What tells of articles: feeds, sitemaps and front pages, all read into one form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Literal, TypeAlias
from urllib.parse import urldefrag, urljoin

from msgspec import Struct

ListingKind: TypeAlias = Literal["feed", "sitemap", "front page"]

MOST_ENTRIES = 1_000
"""Of one listing; a sitemap has up to fifty thousand, the newest of which are news."""
LONGEST_URL = 2_000
LONGEST_TITLE = 500


class Entry(Struct, frozen=True):
    """One article that a listing tells of."""

    url: str
    title: str | None = None
    stated: int | None = None
    """When the listing says that it was last changed, in seconds since 1970 UTC; None where it does not."""


class Listing(Struct, frozen=True, kw_only=True):
    """What a feed, a sitemap or a front page tells of."""

    kind: ListingKind
    title: str | None = None
    entries: tuple[Entry, ...] = ()
    """At most a thousand; the newest of those that state a time, else the first."""
    parts: tuple[str, ...] = ()
    """Further listings that it consists of."""


def newest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries to keep of a long listing: each address once, the latest stated first, then those without a time."""
    once: dict[str, Entry] = {}
    for entry in entries:
        once.setdefault(entry.url, entry)
    order = sorted(once.values(), key=lambda entry: -(entry.stated or 0))
    return tuple(order[:MOST_ENTRIES])


def addresses(written: Iterable[str | None], base: str) -> Iterator[str]:
    """Web addresses as they are to be asked for: whole, without fragment; what is none is left out."""
    for one in written:
        try:
            whole = urldefrag(urljoin(base, (one or "").strip())).url
        except ValueError:
            continue
        if whole.lower().startswith(("http://", "https://")) and len(whole) <= LONGEST_URL and whole.isprintable():
            yield whole


def entry(written: str | None, base: str, title: str | None = None, stated: str | None = None) -> Iterator[Entry]:
    """An entry, if it has an address."""
    for url in addresses([written], base):
        yield Entry(url, (title or "").strip()[:LONGEST_TITLE] or None, seconds(stated))


def seconds(stated: str | None) -> int | None:
    """A stated time (RFC 3339 or a date, which is taken for its first moment in UTC) in seconds since 1970."""
    try:
        time = datetime.fromisoformat((stated or "").strip())
        return int((time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError, OSError):
        return None
