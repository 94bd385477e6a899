"""Names for an article and for its versions, made from what they hold."""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit

from runut.articles.words import words_of


def version_id(*parts: str | None) -> str:
    """A name for this version: the same parts give the same name (first 16 hex digits of SHA-256)."""
    joined = "\x1f".join(part or "" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()[:16]


def article_id(canonical: str | None, outlet: str | None = None, headline: str | None = None, text: str = "") -> str:
    """A name for the page over time: by its canonical address, else by outlet and headline.

    Where one of these is not known the text counts too: two texts that nobody put a name to are two articles, and one
    headline without an outlet may be that of many.
    """
    if canonical:
        return version_id("address", plain_address(canonical))
    title = " ".join(words_of(headline or ""))
    return version_id("title", outlet, title) if outlet and title else version_id("text", outlet, title, text)


def plain_address(url: str) -> str:
    """An address without scheme, `www.`, fragment and final slash."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    host = parts.netloc.lower().removeprefix("www.").removeprefix("m.")
    return host + parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")


def domain_of(url: str | None) -> str | None:
    """The host of an address without `www.` or `m.`; None when there is none."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.").removeprefix("m.") if host else None
