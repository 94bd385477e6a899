"""Tracing one article against the whole desk: its phrases lead to candidates, alignment decides.

The index of words has every phrase already, so nothing is kept for this. Some phrases spread over the text are looked
up; what shares one of them is aligned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, column, select, table

from runut.copies.collection import Collection
from runut.copies.links import Link
from runut.copies.reading import text_of
from runut.copies.words import SHINGLE
from runut.desk.among import among
from runut.desk.fulltext import Phrase
from runut.desk.looking import find, record_of
from runut.desk.opening import Desk
from runut.desk.packing import unpack
from runut.desk.tables import articles, versions
from runut.find.stems import stems
from runut.vocabulary import Record

PHRASES = 20
"""So many places of a text are looked at: a copy that kept a tenth of the wording is met at two of them."""
# A phrase of more articles is a house phrase, or a saying; where a text has so many of them, everybody carries it.
MOST_ARTICLES, FEWEST_EVERYWHERE = 40, 8
# Those that share most phrases are aligned.
MOST_CANDIDATES = 60


def trace_article(desk: Desk, name: str) -> tuple[Link, ...]:
    """The links between one article of a desk and the others: whose wording it has, and who has its; the largest first.

    Translations are not looked for. Raises UsageFault when the desk has no such article.
    """
    with desk.reading() as connection:
        row = find(connection, name)
        record = record_of(connection, row.version)
        others = _records(connection, _candidates(desk, connection, record, row.id))
    return tuple(sorted(_links(record, others), key=lambda found: -found.share))


def _candidates(desk: Desk, connection: Connection, record: Record, own: int) -> list[int]:
    """Articles that have some of the phrases of a text, those with most first.

    Of those that have what stands everywhere, the ones that the desk has had longest.
    """
    found: Counter[int] = Counter()
    everywhere: Counter[int] = Counter()
    for phrase in _phrases(stems(record.text, record.language)):
        having = _having(desk, connection, phrase)
        (found if len(having) <= MOST_ARTICLES else everywhere).update(having)
    found.update({article: times for article, times in everywhere.items() if times >= FEWEST_EVERYWHERE})
    del found[own]
    return [article for article, _ in found.most_common(MOST_CANDIDATES)]


def _phrases(found: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Runs of five stems, one from each part of a text; each once.

    Of a part the one with the longest stems is taken: long ones are rare, and rare ones are found soon.
    """
    last = len(found) - SHINGLE + 1
    edges = [round(part * last / PHRASES) for part in range(PHRASES + 1)] if last > 0 else [0]
    parts = (range(start, end) for start, end in pairwise(edges) if end > start)
    chosen = (max(part, key=lambda place: sum(map(len, found[place : place + SHINGLE]))) for part in parts)
    yield from dict.fromkeys(tuple(found[place : place + SHINGLE]) for place in chosen)


def _having(desk: Desk, connection: Connection, phrase: tuple[str, ...]) -> list[int]:
    index: Any = table(desk.fulltext.table, column(desk.fulltext.key))
    matches = desk.fulltext.matches(desk.fulltext.query((Phrase((phrase,)),)))
    key = index.c[desk.fulltext.key]
    query = select(key).where(matches).order_by(key).limit(MOST_ARTICLES + 1)
    return list(connection.execute(query).scalars().all())


def _records(connection: Connection, ids: Sequence[int]) -> list[Record]:
    query = select(*versions.c["record", "sha256", "name"]).join(articles, articles.c.version == versions.c.id)
    rows = connection.execute(query.where(among(articles.c.id, ids))).all() if ids else ()
    return [unpack(row.record, row.sha256, row.name) for row in rows]


def _links(record: Record, others: Sequence[Record]) -> Iterator[Link]:
    collection = Collection([text_of(one) for one in (record, *others)])
    for place in range(1, len(others) + 1):
        link = collection.link(0, place)
        if link:
            yield link
