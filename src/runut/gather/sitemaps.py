"""Sitemaps (sitemaps.org), those of news among them, and indexes of sitemaps."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from runut.errors import Unreadable
from runut.gather.listings import Entry, Listing, addresses, entry, newest

# An index of sitemaps names archives of many years; those changed last are enough to find what is new.
MOST_PARTS = 5
# What one sitemap may hold, by its standard.
MOST_URLS = 50_000


def read_sitemap(content: bytes, url: str) -> Listing:
    """Read a sitemap or an index of sitemaps; `url` is its address.

    Raises Unreadable when it is none.
    """
    from lxml import etree

    try:
        entries, parts = _read(content, url)
    except etree.XMLSyntaxError as fault:
        raise Unreadable(f"{url} is no sitemap: {str(fault)[:200]}.") from None
    return Listing(kind="sitemap", entries=newest(entries), parts=tuple(addresses(_latest(parts), url)))


def _read(content: bytes, url: str) -> tuple[list[Entry], list[tuple[str, str]]]:
    from lxml import etree

    entries: list[Entry] = []
    parts: list[tuple[str, str]] = []
    steps = etree.iterparse(
        BytesIO(content),
        tag=("{*}url", "{*}sitemap"),
        resolve_entities=False,  # one that names others grows without end
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    for _, node in steps:
        said = dict(_words(node))
        if etree.QName(node).localname == "url":
            stated = said.get("lastmod") or said.get("publication_date")
            entries.extend(entry(said.get("loc"), url, said.get("title"), stated))
        elif "loc" in said:
            parts.append((said.get("lastmod", ""), said["loc"]))
        node.clear()
        if len(entries) + len(parts) >= MOST_URLS:
            break
    return entries, parts


def _words(node: Any) -> Iterator[tuple[str, str]]:
    """Names and texts of what stands inside, the first of each name last, so that a dict keeps it."""
    from lxml import etree

    inside = [inner for inner in node.iterdescendants() if isinstance(inner.tag, str) and inner.text]
    return ((etree.QName(inner).localname, inner.text.strip()) for inner in reversed(inside))


def _latest(parts: list[tuple[str, str]]) -> list[str]:
    """The parts changed last; where none says when, as they stand."""
    order = sorted(parts, key=lambda part: part[0], reverse=True)
    return [address for _, address in order[:MOST_PARTS]]
