"""schema.org NewsArticle as JSON-LD: what search engines and libraries read of an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from runut.vocabulary import Record

CONTEXT = "https://schema.org"
_CORRECTIONS = ("correction", "retraction")


def news_article(record: Record, *, with_text: bool = False) -> dict[str, Any]:
    """The article with its citations: every relay is cited, and it is based on the farthest link of the chain.

    The text belongs to its publisher and is left out unless it is asked for.
    """
    found = {"@context": CONTEXT, "@type": "NewsArticle", "identifier": record.article or record.id}
    found |= {name: value for name, value in _facts(record) if value}
    return found | ({"articleBody": record.text} if with_text else {})


def _facts(record: Record) -> Iterator[tuple[str, Any]]:
    yield "@id", record.url
    yield "url", record.url
    yield "mainEntityOfPage", record.canonical_url
    yield "headline", record.headline
    yield "alternativeHeadline", record.deck
    yield "datePublished", record.published
    yield "dateModified", record.modified
    yield "inLanguage", None if record.language == "und" else record.language
    yield "articleSection", list(record.section)
    yield "keywords", list(record.tags)
    yield "dateline", record.dateline
    yield "publisher", _publisher(record)
    yield "author", [_person(one.name) for one in record.byline if one.role != "editor"]
    yield "editor", [_person(one.name) for one in record.byline if one.role == "editor"]
    yield "creditText", ", ".join(record.agency)
    yield "image", [dict(_image(image)) for image in record.images if image.url]
    yield "correction", [note.text for note in record.notes if note.kind in _CORRECTIONS]
    yield "mentions", [_mention(person.name, person.role) for person in record.people]
    yield "citation", [_work(name) for name in dict.fromkeys(relay.name for relay in record.relays)]
    yield "isBasedOn", [_work(name) for name in record.chain[-1:] if name and len(record.chain) > 1]


def _publisher(record: Record) -> dict[str, Any] | None:
    if record.outlet is None:
        return None
    site = {"url": f"https://{record.outlet.domain}/"} if record.outlet.domain else {}
    return {"@type": "NewsMediaOrganization", "name": record.outlet.name, **site}


def _person(name: str) -> dict[str, Any]:
    return {"@type": "Person", "name": name}


def _mention(name: str, role: str | None) -> dict[str, Any]:
    return _person(name) | ({"jobTitle": role} if role else {})


def _image(image: Any) -> Iterator[tuple[str, Any]]:
    yield "@type", "ImageObject"
    yield "url", image.url
    if image.caption:
        yield "caption", image.caption
    if image.credit:
        yield "creditText", image.credit


def _work(carrier: str) -> dict[str, Any]:
    """A report that is known by its carrier alone."""
    return {"@type": "CreativeWork", "publisher": {"@type": "Organization", "name": carrier}}
