"""RSS, Atom and JSON Feed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runut.errors import Unreadable
from runut.gather.listings import Entry, Listing, entry, newest


def read_feed(content: bytes, url: str) -> Listing:
    """Read a feed; `url` is its address, from which relative links lead.

    Raises Unreadable when it is none.
    """
    import fastfeedparser  # with lxml a tenth of a second, and only gathering needs it

    try:
        found: Any = fastfeedparser.parse(content, include_content=False, include_media=False, include_tags=False)
    except Exception as fault:  # noqa: BLE001  # the library promises ValueError, and lets others through for odd feeds
        raise Unreadable(f"{url} is no feed: {str(fault)[:200]}.") from None
    entries = newest(one for item in found.get("entries", ()) for one in _entry(item, url))
    title = str(found.get("feed", {}).get("title") or "").strip()
    if not entries and not title:
        raise Unreadable(f"{url} is no feed: it has neither a title nor entries.")
    return Listing(kind="feed", title=title or None, entries=entries)


def _entry(item: Any, base: str) -> Iterator[Entry]:
    stated = item.get("updated") or item.get("published")
    return entry(item.get("link") or item.get("id"), base, str(item.get("title") or ""), stated)
