"""How articles are named in the world outside a desk."""

from __future__ import annotations

from urllib.parse import quote

from runut.capture.naming import is_web
from runut.vocabulary import Record

NAMESPACE = "https://github.com/runut/runut/ns#"


def encoded(name: str) -> str:
    """A name as part of an identifier: those of records from elsewhere may hold anything."""
    return quote(name, safe="")


def outlet_urn(name: str) -> str:
    """An outlet as a URN."""
    return f"urn:runut:outlet:{encoded(name)}"


def safe_link(url: str | None) -> str | None:
    """An address that a reader may open; None for any other: records from elsewhere hold anything."""
    return url if url and is_web(url) else None


def article_name(record: Record) -> str:
    """What names the article over time, ready to be part of an identifier."""
    return encoded(record.article or record.id)


def article_urn(record: Record) -> str:
    """The article as a URN."""
    return f"urn:runut:article:{article_name(record)}"
