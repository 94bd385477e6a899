"""What a desk's tables say of a record; made from nothing but the record, so that it can be made again."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from runut.articles.identity import article_id, version_id
from runut.desk.fulltext import Entry
from runut.desk.moments import moment
from runut.desk.tables import AGENCY, RELAY
from runut.find import stems
from runut.flow import LONGEST
from runut.vocabulary import Outlet, Record, Statement

# A hostile record may hold any number; `statements.number` counts no farther than this.
MOST_STATEMENTS = 10_000
# No name that a person would look for is longer; an index entry may not be larger than its page.
LONGEST_NAME = 300
LONGEST_URL = 600
LONGEST_LANGUAGE = 35
"""BCP 47 asks for room for so many signs."""
LONGEST_KEY = 64


class Said(Struct, frozen=True):
    """One statement: its number in the record, and who says it how."""

    number: int
    name: str | None
    act: str
    manner: str


class Rows(Struct, frozen=True, kw_only=True):
    """One article as the tables have it."""

    key: str
    name: str
    """Of this version."""
    outlet: Outlet | None
    language: str
    kind: str
    section: str | None
    headline: str | None
    url: str | None
    published: str | None
    moment: int | None
    day: int
    said: tuple[Said, ...]
    carriers: frozenset[tuple[str, int]]
    """Names and places; see `tables.carriers`."""

    @property
    def names(self) -> Iterator[str]:
        """All names that the rows refer to."""
        yield from (said.name for said in self.said if said.name)
        yield from (name for name, _ in self.carriers)


class Laid(Struct, frozen=True):
    """An article's number, its newest record, and the rows made from it."""

    article: int
    record: Record
    rows: Rows


def rows(record: Record) -> Rows:
    """Lay a record out for the tables."""
    url = record.canonical_url or record.url
    when = moment(record.published)
    return Rows(
        key=key_of(record),
        name=_name(record.id) or version_id(record.headline, record.published, record.text),
        outlet=_outlet(record),
        language=_plain(record.language, LONGEST_LANGUAGE) or "und",
        kind=record.kind,
        section=_short(record.section[0]) if record.section else None,
        headline=_plain(record.headline),
        url=_plain(url, LONGEST_URL),
        published=_plain(record.published),
        moment=when.seconds,
        day=when.day,
        said=tuple(_said(number, s) for number, s in enumerate(record.statements[:MOST_STATEMENTS])),
        carriers=frozenset(_carriers(record)),
    )


def key_of(record: Record) -> str:
    """The name of an article over time; records made from bare texts have none of their own."""
    outlet = record.outlet.name if record.outlet else None
    return _name(record.article) or article_id(
        record.canonical_url or record.url, outlet, record.headline or record.id, record.text
    )


def entry(article: int, record: Record) -> Entry:
    """What the index of words holds of a record."""
    headline, text = (record.headline or "")[:LONGEST], record.text[:LONGEST]
    return Entry(article, stems(headline, record.language), stems(text, record.language))


def _outlet(record: Record) -> Outlet | None:
    if record.outlet is None or not record.outlet.name:
        return None
    return Outlet(_short(record.outlet.name), _plain(record.outlet.domain, LONGEST_NAME))


def _said(number: int, statement: Statement) -> Said:
    name = _short(statement.speaker) if statement.speaker else None
    return Said(number, name, statement.act, statement.manner)


def _carriers(record: Record) -> Iterator[tuple[str, int]]:
    yield from ((_short(name), AGENCY) for name in record.agency if name)
    yield from ((_short(relay.name), RELAY) for relay in record.relays if relay.name)
    for number, statement in enumerate(record.statements[:MOST_STATEMENTS]):
        yield from ((_short(name), number) for name in statement.via if name)


def _short(name: str) -> str:
    return _plain(name, LONGEST_NAME) or "?"


def _name(given: str) -> str:
    """A name as the record gives it; a hash of one that no index takes."""
    return given if len(given) <= LONGEST_KEY and given.isprintable() else version_id(given)


def _plain(text: str | None, longest: int | None = None) -> str | None:
    """Text as every database takes it: PostgreSQL knows no NUL."""
    if text is None:
        return None
    return text.replace("\0", " ")[:longest]
