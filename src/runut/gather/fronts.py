"""Front and index pages: which of their links lead to articles."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from runut.gather.listings import Entry, Listing, entry, newest
from runut.pages import parse
from runut.vocabulary import Capture

# A headline has at least so many words; a section's name has fewer.
FEWEST_WORDS = 4
# Articles have a number or words joined by hyphens in their path: /read/4512/…, /2025/06/01/…, /harga-beras-turun
_ARTICLE = re.compile(r"\d{4,}|/\d{1,4}/\d{1,2}/|[^/]-[^/]+-[^/]+-[^/]")
# What stands in these is on every page of a site.
_FRAMES = frozenset({"nav", "footer"})


def read_front(capture: Capture) -> Listing:
    """The links of a page that read like headlines and lead to articles of the same site, in their order.

    Raises Unreadable and TooLarge as `pages.parse` does.
    """
    page = parse(capture)
    base = capture.url or capture.source
    links = (
        link
        for block in page.blocks
        if not any(place.tag in _FRAMES for place in block.place.upward())
        for link in block.links
        if len(link.text.split()) >= FEWEST_WORDS
    )
    found = (one for link in links for one in entry(link.url, base, link.text))
    return Listing(kind="front page", entries=newest(one for one in found if _leads_to_article(one, base)))


def _leads_to_article(one: Entry, base: str) -> bool:
    there, here = urlsplit(one.url), urlsplit(base)
    return _site(there.hostname) == _site(here.hostname) and _ARTICLE.search(there.path) is not None


def _site(host: str | None) -> str:
    """A host without what only tells its parts apart: www.kilas.example and m.kilas.example are one site.

    Sections have hosts of their own (`bola.kilas.example`), so the last parts of the name decide; three of them where
    the second-last is short, as in `kilas.co.id`.
    """
    parts = (host or "").lower().split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 else parts[-2:])
