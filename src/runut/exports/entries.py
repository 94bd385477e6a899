"""Articles as entries of a feed: who says what, without the article's text, which is its publisher's."""

from __future__ import annotations

from runut.exports.atom import Feed as Source
from runut.exports.atom import FeedEntry
from runut.exports.moments import rfc3339
from runut.exports.tables import words_of
from runut.vocabulary import Record

# A feed announces; who wants all of it opens the article.
MOST_STATEMENTS = 5
LONGEST = 300


def entry(record: Record, came: str) -> FeedEntry:
    """The entry of an article that came to the desk at a time (RFC 3339)."""
    name = record.article or record.id
    published = rfc3339(record.published)
    return FeedEntry(
        id=f"urn:runut:article:{name}",
        title=record.headline or name,
        updated=rfc3339(record.modified) or published or came,
        published=published,
        link=record.url,
        authors=tuple(one.name for one in record.byline),
        summary=_summary(record),
        language=None if record.language == "und" else record.language,
        source=_source(record, published or came),
    )


def _summary(record: Record) -> str | None:
    said = (f"{one.speaker or '—'} {one.act}: {words_of(record, one)[:LONGEST]}" for one in record.statements)
    return "\n".join(list(said)[:MOST_STATEMENTS]) or None


def _source(record: Record, updated: str) -> Source | None:
    if record.outlet is None:
        return None
    site = f"https://{record.outlet.domain}/" if record.outlet.domain else f"urn:runut:outlet:{record.outlet.name}"
    return Source(id=site, title=record.outlet.name, updated=updated)
