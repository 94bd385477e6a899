"""Articles as entries of a feed: who says what, without the article's text, which is its publisher's."""

from __future__ import annotations

from runut.exports.atom import Feed as Source
from runut.exports.atom import FeedEntry
from runut.exports.identifiers import article_urn, outlet_urn, safe_link
from runut.exports.moments import rfc3339
from runut.exports.tables import words_of
from runut.vocabulary import Record

# A feed announces; who wants all of it opens the article.
MOST_STATEMENTS = 5
LONGEST = 300
WRITERS = ("writer", "reporter", "contributor", None)


def entry(record: Record, came: str) -> FeedEntry:
    """The entry of an article that came to the desk at a time (RFC 3339)."""
    published = rfc3339(record.published)
    return FeedEntry(
        id=article_urn(record),
        title=record.headline or record.article or record.id,
        updated=rfc3339(record.modified) or published or came,
        published=published,
        link=safe_link(record.url),
        authors=_authors(record),
        summary=_summary(record),
        language=None if record.language == "und" else record.language,
        source=_source(record, published or came),
    )


def _authors(record: Record) -> tuple[str, ...]:
    """Who wrote it, or whoever else is credited; the outlet answers for what nobody signed."""
    writers = tuple(one.name for one in record.byline if one.role in WRITERS)
    credited = writers or tuple(one.name for one in record.byline)
    return credited or ((record.outlet.name,) if record.outlet else ())


def _summary(record: Record) -> str | None:
    said = (f"{one.speaker or '—'} {one.act}: {words_of(record, one)[:LONGEST]}" for one in record.statements)
    return "\n".join(list(said)[:MOST_STATEMENTS]) or None


def _source(record: Record, updated: str) -> Source | None:
    if record.outlet is None:
        return None
    site = f"https://{record.outlet.domain}/" if record.outlet.domain else outlet_urn(record.outlet.name)
    return Source(id=site, title=record.outlet.name, updated=updated)
