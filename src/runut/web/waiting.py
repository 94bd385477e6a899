"""What waits for a human eye: statements read unsurely and doubts, in the articles that came last."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, func, select

from runut.desk import Desk
from runut.desk.packing import unpack_as
from runut.desk.tables import articles, rulings, versions
from runut.vocabulary import Doubt, Span
from runut.web.saying import UNSURE

LOOKED_AT = 60
"""Articles; a list that nobody gets to the end of helps nobody."""
MOST = 12
MOST_OF_ONE = 3
"""Of one article, so that a page full of trouble does not hide the others."""


class _Statement(Struct, frozen=True):
    id: str
    content: tuple[Span, ...]
    speaker: str | None
    act: str
    confidence: float


class _Looked(Struct, frozen=True):
    text: str
    language: str
    headline: str | None
    statements: tuple[_Statement, ...]
    doubts: tuple[Doubt, ...]


class Waiting(Struct, frozen=True, kw_only=True):
    """One thing to look at."""

    article: str
    headline: str | None
    language: str
    words: str
    number: int | None = None
    """Of the statement; None for a doubt."""
    speaker: str | None = None
    act: str = ""
    confidence: float = 0.0
    doubt: Doubt | None = None


class Waits(Struct, frozen=True):
    """All that is shown."""

    statements: tuple[Waiting, ...]
    """Those least sure first."""
    doubts: tuple[Waiting, ...]
    articles: int
    """How many were looked at."""


_decoder = msgspec.json.Decoder(_Looked)


def waiting(desk: Desk) -> Waits:
    """What waits; looked for anew when the desk, or a ruling, has changed."""
    with desk.reading() as connection:
        change = connection.execute(select(func.max(articles.c.change))).scalar() or 0
        ruling = connection.execute(select(func.max(rulings.c.id))).scalar() or 0
    return _waiting(desk, change, ruling)


@lru_cache(maxsize=4)
def _waiting(desk: Desk, _change: int, _ruling: int) -> Waits:
    """`_change` and `_ruling` say of which state of the desk it is told."""
    with desk.reading() as connection:
        latest = select(articles.c.key, *versions.c["record", "sha256", "name"])
        joined = latest.join(versions, versions.c.id == articles.c.version)
        rows = connection.execute(joined.order_by(articles.c.change.desc()).limit(LOOKED_AT)).all()
        ruled = _ruled(connection, [row.key for row in rows])
    found = [(row.key, unpack_as(_decoder, row.record, row.sha256, row.name)) for row in rows]
    unsure = [one for key, looked in found for one in _unsure(key, looked, ruled)]
    doubts = [one for key, looked in found for one in _doubts(key, looked)]
    best = sorted(unsure, key=lambda one: one.confidence)[:MOST]
    return Waits(tuple(best), tuple(doubts[:MOST]), len(found))


def _ruled(connection: Connection, keys: list[str]) -> frozenset[str]:
    query = select(rulings.c.target).where(rulings.c.about == "statement", rulings.c.article.in_(keys))
    return frozenset(connection.execute(query).scalars())


def _unsure(key: str, looked: _Looked, ruled: frozenset[str]) -> list[Waiting]:
    numbered = enumerate(looked.statements, start=1)
    unsure = [(n, one) for n, one in numbered if one.confidence < UNSURE and one.id not in ruled]
    least = sorted(unsure, key=lambda pair: pair[1].confidence)[:MOST_OF_ONE]
    return [
        Waiting(
            words=_words(looked.text, one.content),
            number=n,
            speaker=one.speaker,
            act=one.act,
            confidence=one.confidence,
            **_of(key, looked),
        )
        for n, one in least
    ]


def _doubts(key: str, looked: _Looked) -> list[Waiting]:
    return [
        Waiting(words=_words(looked.text, (doubt.where,) if doubt.where else ()), doubt=doubt, **_of(key, looked))
        for doubt in looked.doubts[:MOST_OF_ONE]
    ]


def _of(key: str, looked: _Looked) -> dict[str, Any]:
    return {"article": key, "headline": looked.headline, "language": looked.language}


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(text[start:end][:400] for start, end in spans[:4])
