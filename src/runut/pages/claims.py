"""What a page says of itself by machine: JSON-LD, OpenGraph and other meta tags, microdata, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import msgspec
from selectolax.lexbor import LexborHTMLParser

from runut.pages.page import Claim

MOST_CLAIMS = 2000
LONGEST = 200_000
LONGEST_MENDED = 2_000_000
DEEPEST = 12
# How the state of a page that its scripts build names the time of publication; quotes may be escaped there.
STATED = re.compile(
    rb"\"\w{0,24}?(?:[Pp]ublish|[Dd]eploy|[Pp]osted)\w{0,24}\\?\"\s?:\s?\\?\""
    rb"(20\d\d)[-./](\d\d)[-./](\d\d)([T ]\d\d:\d\d[\w:.+-]{0,20})"
)
TIMED = re.compile(r"date|publish|time", re.IGNORECASE)
# Bare line breaks and tabs in strings, and comments around the object, are what publishers get wrong.
CONTROL = re.compile(r"[\x00-\x1f]+")
FRAME = re.compile(
    r"^(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)"
    r"|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/|;)$"
)
LAST_COMMA = re.compile(r",\s*(?=[}\]])")


def read_claims(tree: LexborHTMLParser, content: bytes) -> tuple[Claim, ...]:
    """Gather the claims of a page, each with its origin; broken ones are passed over."""
    found: list[Claim] = []
    for claims in (_linked_data(tree), _meta(tree), _links(tree), _microdata(tree)):
        # Each origin by itself: live coverage fills the linked data with its entries.
        found += islice(claims, MOST_CLAIMS)
    if not any(TIMED.search(claim.name) for claim in found):
        found += _stated(content)
    return tuple(found)


def _stated(content: bytes) -> Iterator[Claim]:
    """The time of publication in the state that a page hands to its scripts; looked for where nothing else tells it."""
    if found := STATED.search(content):
        *day, clock = (part.decode() for part in found.groups())
        yield Claim("state:published", "-".join(day) + clock, "script")


def _linked_data(tree: LexborHTMLParser) -> Iterator[Claim]:
    group = 0
    for script in tree.css('script[type*="ld+json"]'):
        for item in _objects(_json(script.text(deep=True) or ""), 0):
            group += 1
            for name, value in _Leaves().of(item):
                yield Claim(name, value, "json-ld", group)


def _json(text: str) -> Any:
    text = text.strip()
    if not text.startswith(("{", "[")) or not text.endswith(("}", "]")):
        text = FRAME.sub("", FRAME.sub("", text).strip())
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        if len(text) > LONGEST_MENDED:
            return None
    try:
        return msgspec.json.decode(LAST_COMMA.sub("", CONTROL.sub(" ", text)))
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return None


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD value: itself, those in lists and in `@graph`."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for item in value[:200]:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth + 1)
        yield from _objects(value.get("mainEntity"), depth + 1)


class _Leaves:
    """Gathers the plain values of one object, each with its path (`author.name`), up to the most that count."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []

    def of(self, item: dict[str, Any]) -> list[tuple[str, str]]:
        """The values of an object, without those of the objects that stand for themselves."""
        for name, value in item.items():
            if name not in ("@graph", "mainEntity"):
                self._gather(value, name, 0)
        return self.found

    def _gather(self, value: Any, path: str, depth: int) -> None:
        if isinstance(value, str):
            if text := value.strip():
                self.found.append((path, text[:LONGEST]))
        elif isinstance(value, bool | int | float):
            self.found.append((path, str(value).lower()))
        elif depth >= DEEPEST or len(self.found) >= MOST_CLAIMS:
            return
        elif isinstance(value, list):
            for part in value[:200]:
                self._gather(part, path, depth + 1)
        elif isinstance(value, dict):
            for name, part in value.items():
                self._gather(part, f"{path}.{name}", depth + 1)


def _meta(tree: LexborHTMLParser) -> Iterator[Claim]:
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        value = (attributes.get("content") or "").strip()
        name = attributes.get("property") or attributes.get("name") or attributes.get("http-equiv")
        if name and value:
            name = name.strip().lower()
            yield Claim(name, value[:LONGEST], "opengraph" if name.startswith("og:") else "meta")
        if (prop := attributes.get("itemprop")) and value:
            yield Claim(prop, value[:LONGEST], "microdata")


def _links(tree: LexborHTMLParser) -> Iterator[Claim]:
    for node in tree.css('link[rel="canonical"], link[rel="amphtml"], link[rel="next"], link[rel="prev"]'):
        if address := (node.attributes.get("href") or "").strip():
            yield Claim((node.attributes.get("rel") or "").lower(), address, "link")
    title = tree.css_first("head > title") or tree.css_first("title")
    if title and (text := " ".join(title.text().split())):
        yield Claim("title", text[:2000], "title")


def _microdata(tree: LexborHTMLParser) -> Iterator[Claim]:
    for node in tree.css("[itemprop]"):
        attributes = node.attributes
        value = attributes.get("datetime")
        if node.tag == "meta":
            continue
        name = attributes.get("itemprop") or ""
        if value:
            yield Claim(name, value.strip(), "microdata")
        elif name.lower() in ("headline", "author", "name", "editor", "publisher", "articlesection"):
            text = " ".join(node.text(deep=True)[:2000].split())
            if text:
                yield Claim(name, text[:300], "microdata")
