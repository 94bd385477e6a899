"""Finding what tells of a site's articles, from the address of any of its pages."""

from __future__ import annotations

from collections.abc import Iterator

from httpx2 import URL
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from runut.capture.robots import Robots
from runut.capture.visit import visit
from runut.capture.wire import Line
from runut.errors import InputFault
from runut.gather.listings import Listing, addresses
from runut.gather.reading import MEDIA_TYPES, read_listing
from runut.pages.depth import too_deep
from runut.vocabulary import Capture

FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")
# Feeds of comments are at such addresses in every common system, whatever language the site speaks.
_ASIDE = "comment"
# A site names few feeds that are not those of a tag or an author.
MOST_FEEDS = 5


def discover(source: str, line: Line, robots: Robots) -> tuple[tuple[str, Listing], ...]:
    """The listings behind an address.

    Itself when it is one; else the feeds that its page names; else the sitemaps of news that robots.txt names; else the
    page itself as a front page. Only listings that were read and tell of something are given.

    Raises InputFault when the address cannot be had.
    """
    url = line.gate.admit(source)
    found = visit(str(url), line, robots, reads=MEDIA_TYPES)
    if found is None:
        return ()
    listing = read_listing(found.capture)
    if listing.kind != "front page":
        return ((str(url), listing),)
    feeds = tuple(_readable(named_feeds(found.capture), line, robots))
    maps = () if feeds else tuple(_readable(_news_sitemaps(url, robots), line, robots))
    return feeds or maps or (((str(url), listing),) if listing.entries else ())


def named_feeds(capture: Capture) -> tuple[str, ...]:
    """The feeds that the head of a page names, without those of comments."""
    if too_deep(capture.content):
        return ()
    try:
        tree = LexborHTMLParser(capture.content)
    except SelectolaxError:
        return ()
    found = (
        node.attributes.get("href")
        for node in tree.css("link[rel~=alternate][href]")
        if (node.attributes.get("type") or "").strip().lower() in FEEDS
        and _ASIDE not in (node.attributes.get("href") or "").lower()
    )
    return tuple(dict.fromkeys(addresses(found, capture.url or capture.source)))[:MOST_FEEDS]


def _news_sitemaps(url: URL, robots: Robots) -> tuple[str, ...]:
    named = tuple(addresses(robots.rules(url).sitemaps, str(url)))
    return tuple(one for one in named if "news" in one.lower()) or named[:1]


def _readable(named: tuple[str, ...], line: Line, robots: Robots) -> Iterator[tuple[str, Listing]]:
    for address in named[:MOST_FEEDS]:
        try:
            found = visit(address, line, robots, reads=MEDIA_TYPES)
            listing = read_listing(found.capture) if found else None
        except InputFault:
            continue  # a page often names a feed that is gone; the next may be there
        if listing and (listing.entries or listing.parts):
            yield address, listing
