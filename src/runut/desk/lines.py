"""Records as JSON Lines: those that `runut read` writes, and articles as bare texts, attributed on the way."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from runut import flow
from runut.articles.identity import article_id, version_id
from runut.outlets import find
from runut.vocabulary import Article, Outlet, Record

SUFFIXES = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
# A line longer than this is no article; reading on would only fill the memory.
LONGEST_LINE = 16_000_000


class Text(Struct, frozen=True):
    """One article as a text, as for `runut trace`; other keys are passed over."""

    text: str
    id: str | None = None
    outlet: str | None = None
    url: str | None = None
    headline: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no article, and why."""

    number: int
    message: str


def read_lines(path: str) -> Iterator[Record | BadLine]:
    """The records of a file of JSON Lines, gzipped or not.

    Raises OSError when the file cannot be read.
    """
    with gzip.open(path, "rb") if path.endswith(".gz") else open(path, "rb") as stream:  # noqa: PTH123
        number = 0
        while line := stream.readline(LONGEST_LINE):
            number += 1
            if line.strip():
                yield _record(line, number)


def _record(line: bytes, number: int) -> Record | BadLine:
    try:
        if msgspec.json.decode(line, type=_Kind).reading is not None:
            return msgspec.json.decode(line, type=Record)
        return record_of(msgspec.json.decode(line, type=Text))
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as fault:
        return BadLine(number, f"is no record and no article: {fault}")


class _Kind(Struct, frozen=True):
    reading: msgspec.Raw | None = None


def read_article(line: bytes, number: int) -> Article | BadLine:
    """The article of a line: a record's, as it stands there, or a bare text."""
    try:
        if msgspec.json.decode(line, type=_Kind).reading is not None:
            return msgspec.json.decode(line, type=Article)
        return article_of(msgspec.json.decode(line, type=Text))
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as fault:
        return BadLine(number, f"is no record and no article: {fault}")


def record_of(given: Text) -> Record:
    """Attribute a text, and name it as a page of its outlet would be."""
    article = article_of(given)
    return flow.record(article, flow.attribute(article))


def article_of(given: Text) -> Article:
    """A text as an article, named as a page of its outlet would be."""
    outlet = _outlet(given.outlet)
    return replace(
        flow.text_article(given.text, language=given.language, headline=given.headline, published=given.published),
        outlet=outlet,
        url=given.url,
        id=version_id(outlet.name if outlet else None, given.headline, given.published, given.text),
        article=article_id(given.url, outlet.name if outlet else None, given.headline or given.id, given.text),
    )


def _outlet(given: str | None) -> Outlet | None:
    """The outlet by any of its names, under the one that pages of it have."""
    if not given:
        return None
    entry = find(given)
    if entry is None:
        return Outlet(given, given if "." in given and " " not in given else None)
    return Outlet(entry.name, entry.domains[0] if entry.domains else None)
