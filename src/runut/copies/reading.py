"""Articles to be traced, from JSON Lines: records that `runut read` writes, or bare texts."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from runut.copies.texts import Text
from runut.errors import UsageFault
from runut.vocabulary import Record

# A line longer than this is no article.
LONGEST_LINE = 16_000_000


class _Outlet(Struct):
    name: str


class _Line(Struct):
    """What is taken of a line; everything else is passed over."""

    text: str
    id: str | None = None
    article: str | None = None
    outlet: str | _Outlet | None = None
    published: str | None = None
    modified: str | None = None
    url: str | None = None
    headline: str | None = None
    language: str | None = None
    links: tuple[str, ...] = ()
    version_of: str | None = None


_decoder = msgspec.json.Decoder(_Line)


def read_texts(lines: Iterable[bytes]) -> tuple[Text, ...]:
    """Read one article a line; empty lines are passed over. Records of one page are versions of the first.

    Raises UsageFault for a line that is no article, and for an id that two have.
    """
    found: dict[str, Text] = {}
    pages: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip():
            one = _text(line, number, pages)
            if one.id in found:
                raise UsageFault(
                    f"Line {number} has the id “{one.id}” of an earlier line; ids must tell articles apart."
                )
            found[one.id] = one
    return tuple(found.values())


def _text(line: bytes, number: int, pages: dict[str, str]) -> Text:
    try:
        if len(line) > LONGEST_LINE:
            raise UsageFault(f"Line {number} has {len(line):,} bytes; no article has.")
        given = _decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as fault:
        raise UsageFault(f"Line {number} is no article: {fault}") from None
    name = given.id or given.article or f"line-{number}"
    first = pages.setdefault(given.article, name) if given.article else name
    return Text(
        id=name,
        text=given.text,
        outlet=given.outlet.name if isinstance(given.outlet, _Outlet) else given.outlet,
        published=given.published if first == name else given.modified or given.published,
        url=given.url,
        headline=given.headline,
        language=given.language,
        links=given.links,
        version_of=given.version_of or (first if first != name else None),
    )


def text_of(record: Record) -> Text:
    """A record as it is traced."""
    return Text(
        id=record.article,
        text=record.text,
        outlet=record.outlet.name if record.outlet else None,
        published=record.published,
        url=record.url,
        headline=record.headline,
        language=record.language,
        links=tuple(link.url for link in record.related if link.url),
    )
