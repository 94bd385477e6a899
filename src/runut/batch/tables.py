"""The columns of the lake, as every tool of that kind reads them, and the rows that fill them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from runut.copies.links import Link
from runut.exports.tables import words_of
from runut.stories.story import Story
from runut.vocabulary import Article, Attribution, Record, Relay

if TYPE_CHECKING:
    import pyarrow as pa

_SAME = (
    "article",
    "file",
    "url",
    "canonical_url",
    "language",
    "kind",
    "access",
    "headline",
    "deck",
    "published",
    "modified",
    "dateline",
    "text",
)
_LISTS = ("section", "tags", "agency")
_SAID = ("speaker", "speaker_type", "role", "act", "manner", "confidence")


@cache
def columns(table: str) -> pa.DataType:
    """The columns of a table, as one struct."""
    import pyarrow as pa

    text, number = pa.string(), pa.int64()
    texts, spans = pa.list_(text), pa.list_(pa.list_(number))
    head = [("number", number), ("version", text)]
    of_article = [*head, ("article", text), ("outlet", text), ("published", text)]
    statement = [("statement", text), ("place", number), *((name, text) for name in _SAID[:-1])]
    found = {
        "articles": [
            *head,
            ("outlet", text),
            ("domain", text),
            *((name, text) for name in _SAME),
            *((name, texts) for name in _LISTS),
            ("record", text),
        ],
        "texts": [
            *head,
            *((name, text) for name in ("text", "light", "address")),
            ("addresses", texts),
            *((name, pa.list_(pa.uint64())) for name in ("shingles", "words")),
        ],
        "aside": [("source", text), ("page", text), ("reason", text), ("message", text)],
        "statements": [*of_article, *statement, ("confidence", pa.float64()), ("words", text), ("via", texts), ("content", spans)],
        "relays": [*of_article, ("place", number), ("name", text), ("kind", text), ("scope", text), ("cites", number), ("words", text)],
        "attributions": [*head, ("chain", texts), ("origins", texts), ("people", texts), ("record", text)],
        "links": [("copy", text), ("source", text), ("kind", text), ("share", pa.float64()), ("confidence", pa.float64()), ("reasons", texts), ("record", text)],
        "stories": [("story", text), ("headline", text), ("articles", texts), ("origins", texts), ("copies", number), ("drifts", number), ("corrections", number), ("record", text)],
    }  # fmt: skip
    return pa.struct(found[table])


def encoded(value: object) -> str:
    """A value as JSON."""
    return msgspec.json.encode(value).decode()


def article_row(article: Article, number: int) -> dict[str, Any]:
    """A row of `articles`; its record has all but the text, which is a column of its own."""
    return {
        "number": number,
        "version": article.id,
        "outlet": article.outlet.name if article.outlet else None,
        "domain": article.outlet.domain if article.outlet else None,
        **{name: getattr(article, name) for name in _SAME},
        **{name: list(getattr(article, name)) for name in _LISTS},
        "record": encoded(replace(article, text="")),
    }


def article_of(row: dict[str, Any]) -> Article:
    """The article of a row."""
    return replace(msgspec.json.decode(row["record"], type=Article), text=row["text"])


def attribution_row(found: Attribution, number: int, version: str) -> dict[str, Any]:
    """A row of `attributions`."""
    return {
        "number": number,
        "version": version,
        "chain": list(found.chain),
        "origins": list(found.origins),
        "people": [one.name for one in found.people],
        "record": encoded(found),
    }


def statement_rows(record: Record, number: int) -> Iterator[dict[str, Any]]:
    """The rows of `statements` of one article."""
    for place, said in enumerate(record.statements):
        yield {
            **_of_article(record, number),
            **{name: getattr(said, name) for name in _SAID},
            "statement": said.id,
            "place": place,
            "words": words_of(record, said),
            "via": list(said.via),
            "content": [list(span) for span in said.content],
        }


def relay_rows(record: Record, number: int) -> Iterator[dict[str, Any]]:
    """The rows of `relays` of one article."""
    for place, relay in enumerate(record.relays):
        yield {
            **_of_article(record, number),
            "place": place,
            **{name: getattr(relay, name) for name in ("name", "kind", "scope", "cites")},
            "words": _words(record, relay),
        }


def _words(record: Record, relay: Relay) -> str | None:
    return record.text[slice(*relay.words)] if relay.words else None


def link_row(link: Link) -> dict[str, Any]:
    """A row of `links`."""
    return {
        **{name: getattr(link, name) for name in ("copy", "source", "kind", "share", "confidence")},
        "reasons": [reason.detail for reason in link.evidence],
        "record": encoded(link),
    }


def story_row(name: str, told: Story) -> dict[str, Any]:
    """A row of `stories`."""
    return {
        "story": name,
        "headline": told.headline,
        "articles": list(told.articles),
        "origins": [origin.name for origin in told.origins],
        **{what: len(getattr(told, what)) for what in ("copies", "drifts", "corrections")},
        "record": encoded(told),
    }


def _of_article(record: Record, number: int) -> dict[str, Any]:
    return {
        "number": number,
        "version": record.id,
        "article": record.article,
        "outlet": record.outlet.name if record.outlet else None,
        "published": record.published,
    }
