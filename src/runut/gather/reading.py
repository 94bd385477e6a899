"""Telling what a listing is, and reading it."""

from __future__ import annotations

import codecs
import re

from runut.capture.inflate import GZIP, gunzip
from runut.capture.visit import PAGES
from runut.gather.feeds import read_feed
from runut.gather.fronts import read_front
from runut.gather.listings import Listing
from runut.gather.sitemaps import read_sitemap
from runut.vocabulary import Capture

MEDIA_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/json",
    "application/xml",
    "text/xml",
    "application/rdf+xml",
    "application/gzip",
    "application/x-gzip",
    "application/octet-stream",  # what many servers say of a packed sitemap
    *PAGES,
)
"""What a server may call a listing."""
_SITEMAP = re.compile(r"<(?:\w{1,20}:)?(?:urlset|sitemapindex)[\s>]")
_FEED = re.compile(r"<(?:\w{1,20}:)?(?:rss|feed|RDF)[\s>]|^\s*\{")
# What a listing is stands at its beginning.
_HEAD = 4_096
LARGEST = 50_000_000
"""Bytes of a sitemap when unpacked, by its standard."""


def read_listing(capture: Capture) -> Listing:
    """Read a feed, a sitemap (packed or not) or a front page: by what it holds, whatever the server calls it.

    Raises Unreadable when it is none of them, TooLarge beyond a limit.
    """
    content = capture.content
    if content.startswith(GZIP):
        content = gunzip(content, LARGEST)
    url = capture.url or capture.source
    head = _head(content)
    if _SITEMAP.search(head):
        return read_sitemap(content, url)
    if _FEED.search(head) or ("<?xml" in head[:100] and "<html" not in head):
        return read_feed(content, url)
    return read_front(capture)


def _head(content: bytes) -> str:
    """The beginning as text: marks of listings are plain letters in every encoding but those of 16 bits."""
    is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return content[:_HEAD].decode("utf-16" if is_wide else "latin-1", "replace").removeprefix("\xef\xbb\xbf")
