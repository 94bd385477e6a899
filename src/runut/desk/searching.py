"""Searching a desk: hits in order, a page at a time, with the words that matched."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Literal, TypeAlias

import msgspec
from msgspec import Struct
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    FromClause,
    Integer,
    Select,
    bindparam,
    column,
    func,
    select,
    table,
    tuple_,
)

from runut.desk.among import among
from runut.desk.asking import Asked, Said
from runut.desk.fulltext import WORDS, FullText
from runut.desk.opening import Desk
from runut.desk.packing import unpack_as
from runut.desk.tables import articles, outlets, statements, versions
from runut.errors import UsageFault
from runut.find import Question, Snippet, snippets
from runut.vocabulary import Span

Order: TypeAlias = Literal["rank", "time"]

# Ranking looks at every hit; among so many of the latest added it stays quick on any desk. One more is looked at, which
# tells that there are more.
RANKED = 1_000
MOST_AT_ONCE = 500
LAST = 2**62
"""Beyond the id of every article."""


class Utterance(Struct, frozen=True, kw_only=True):
    """One statement that matched, in words."""

    number: int
    """Its place in the record's `statements`."""
    id: str
    speaker: str | None
    act: str
    via: tuple[str, ...]
    span: Span
    words: str
    """The text of `span`: from the first to the last word of its content."""


class Hit(Struct, frozen=True, kw_only=True):
    """An article that answers a question."""

    article: str
    version: str
    outlet: str | None
    headline: str | None
    published: str | None
    url: str | None
    language: str
    score: float | None
    """How well the words fit, only comparable within one answer; None where no words were asked for."""
    statements: tuple[Utterance, ...] = ()
    """Those that were asked for; empty where none were."""
    snippets: tuple[Snippet, ...] = ()


class Answer(Struct, frozen=True, kw_only=True):
    """One page of hits."""

    hits: tuple[Hit, ...]
    cursor: str | None = None
    """Where the next page begins; None at the end."""
    is_cut: bool = False
    """Whether there are more hits than were ranked: the latest thousand that were added."""
    reasons: tuple[str, ...] = ()
    """Why there are no hits, as far as it can be told."""


class _Text(Struct, frozen=True):
    """What is shown of a record that words were found in."""

    text: str


class _Statement(Struct, frozen=True):
    id: str
    content: tuple[Span, ...]
    speaker: str | None
    act: str
    via: tuple[str, ...]


class _Said(_Text, frozen=True):
    """What is shown of a record whose statements were asked for."""

    statements: tuple[_Statement, ...]


_text = msgspec.json.Decoder(_Text)
_said = msgspec.json.Decoder(_Said)

_SHOWN = (
    select(
        *articles.c["id", "key", "headline", "published", "url", "language"],
        outlets.c.name.label("outlet"),
        *versions.c["name", "record", "sha256"],
    )
    .join(versions, versions.c.id == articles.c.version)
    .outerjoin(outlets, outlets.c.id == articles.c.outlet)
    .where(among(articles.c.id, "ids"))
)


def search(desk: Desk, question: Question, *, by: Order = "rank", limit: int = 20, cursor: str | None = None) -> Answer:
    """Find articles: by how well the words fit, or the latest published first.

    Raises UsageFault for a cursor that is none, and for more than 500 hits at once.
    """
    if not 1 <= limit <= MOST_AT_ONCE:
        raise UsageFault(f"Ask for 1 to {MOST_AT_ONCE} hits at once, and go on with the cursor.")
    with desk.reading() as connection:
        asked = Asked(desk, connection, question)
        if question.terms and by == "rank":
            return _ranked(connection, asked, limit, cursor)
        return _latest(connection, asked, limit, cursor)


def _ranked(connection: Connection, asked: Asked, limit: int, cursor: str | None) -> Answer:
    """One pass over the index scores the latest hits; later pages of the answer look at the same ones again."""
    newest, skipped = _read(cursor, 2) if cursor else (LAST, 0)
    query = _by_words(type(asked.desk.fulltext)) if asked.is_of_words else _best(asked)
    given = {"words": asked.words, "newest": newest, "most": limit + 1, "skipped": skipped}
    rows = connection.execute(query, given).all()
    following = _write(rows[0].newest, skipped + limit) if len(rows) > limit else None
    hits = hits_of(connection, asked, {row.key: row.score for row in rows[:limit]})
    is_cut = bool(rows) and rows[0].of_all > RANKED and not cursor
    return Answer(hits=hits, cursor=following, is_cut=is_cut, reasons=_reasons(asked, hits))


@cache
def _by_words(kind: type[FullText]) -> Select[Any]:
    """The best hits where words are all that is asked: built once, since that takes as long as the rest in Python."""
    fulltext = kind()
    index: FromClause = table(fulltext.table, column(fulltext.key))
    return _picked(index, index.c[fulltext.key], fulltext, [fulltext.matches(WORDS)])


def _best(asked: Asked) -> Select[Any]:
    return _picked(asked.source(), asked.key, asked.desk.fulltext, asked.conditions())


def _picked(
    source: FromClause, key: ColumnElement[int], fulltext: FullText, conditions: Sequence[ColumnElement[bool]]
) -> Select[Any]:
    """The latest hits up to one article, best first; each row tells of all how many there are, and the newest.

    The database sorts them: a thousand rows take longer to fetch than to score.
    """
    scored = select(fulltext.score(WORDS).label("score"), key.label("key")).select_from(source)
    within = scored.where(*conditions, key <= bindparam("newest", type_=BigInteger)).order_by(key.desc())
    latest = within.limit(RANKED + 1).subquery()
    of_all, last = func.count().over().label("of_all"), func.max(latest.c.key).over().label("newest")
    best = select(latest, of_all, last).order_by(latest.c.score.desc(), latest.c.key.desc())
    return best.limit(bindparam("most", type_=Integer)).offset(bindparam("skipped", type_=Integer))


def _latest(connection: Connection, asked: Asked, limit: int, cursor: str | None) -> Answer:
    if asked.said and not cursor:
        rows = connection.execute(_latest_said(asked.said), asked.given | {"most": limit + 1}).all()
    else:
        rows = connection.execute(_latest_of(asked, cursor).limit(limit + 1)).all()
    following = _write(rows[limit - 1].day, rows[limit - 1].id) if len(rows) > limit else None
    hits = hits_of(connection, asked, {row.id: None for row in rows[:limit]})
    return Answer(hits=hits, cursor=following, reasons=_reasons(asked, hits))


@cache
def _latest_said(said: Said) -> Select[Any]:
    query = select(articles.c.id, articles.c.day).where(said.of_articles())
    return query.order_by(articles.c.day.desc(), articles.c.id.desc()).limit(bindparam("most", type_=Integer))


def _latest_of(asked: Asked, cursor: str | None) -> Select[Any]:
    query = select(articles.c.id, articles.c.day).select_from(asked.source()).where(*asked.conditions())
    if cursor:
        query = query.where(tuple_(articles.c.day, articles.c.id) < tuple_(*_read(cursor, 2)))
    return query.order_by(articles.c.day.desc(), articles.c.id.desc())


def _reasons(asked: Asked, hits: Sequence[Hit]) -> tuple[str, ...]:
    return () if hits else tuple(asked.missing())


def hits_of(connection: Connection, asked: Asked, scores: Mapping[int, float | None]) -> tuple[Hit, ...]:
    """The hits of articles by their number in the database, in the order in which they are given."""
    rows = _rows(connection, list(scores))
    said = _numbers(connection, asked, list(scores))
    return tuple(_hit(asked, rows[article], said.get(article, []), score) for article, score in scores.items())


def _rows(connection: Connection, ids: Sequence[int]) -> dict[int, Any]:
    return {row.id: row for row in connection.execute(_SHOWN, {"ids": ids})}


def _numbers(connection: Connection, asked: Asked, ids: Sequence[int]) -> dict[int, list[int]]:
    """Numbers of the statements that were asked for, by article."""
    found: dict[int, list[int]] = {}
    if asked.said:
        rows = connection.execute(_numbers_said(asked.said), asked.given | {"ids": ids})
    elif asked.question.asks_of_statements:
        rows = connection.execute(_numbers_of(asked.of_statements()), {"ids": ids})
    else:
        return found
    for article, number in rows:
        found.setdefault(article, []).append(number)
    return found


@cache
def _numbers_said(said: Said) -> Select[Any]:
    return _numbers_of(said.of_statements())


def _numbers_of(conditions: Sequence[ColumnElement[bool]]) -> Select[Any]:
    query = select(statements.c.article, statements.c.number).where(among(statements.c.article, "ids"), *conditions)
    return query.order_by(statements.c.number)


def _hit(asked: Asked, row: Any, said: Sequence[int], score: float | None) -> Hit:
    packed = (row.record, row.sha256, row.name)
    record = unpack_as(_said, *packed) if said else unpack_as(_text, *packed)
    return Hit(
        article=row.key,
        version=row.name,
        outlet=row.outlet,
        headline=row.headline,
        published=row.published,
        url=row.url,
        language=row.language,
        score=score,
        statements=tuple(_utterance(record, number) for number in said) if isinstance(record, _Said) else (),
        snippets=snippets(record.text, asked.sought) if asked.question.terms else (),
    )


def _utterance(record: _Said, number: int) -> Utterance:
    said = record.statements[number]
    span = (said.content[0][0], said.content[-1][1]) if said.content else (0, 0)
    return Utterance(
        number=number,
        id=said.id,
        speaker=said.speaker,
        act=said.act,
        via=said.via,
        span=span,
        words=record.text[span[0] : span[1]],
    )


def _write(*numbers: int) -> str:
    return base64.urlsafe_b64encode(".".join(map(str, numbers)).encode()).decode().rstrip("=")


def _read(cursor: str, count: int) -> tuple[int, ...]:
    try:
        numbers = tuple(map(int, base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode().split(".")))
    except (ValueError, binascii.Error, UnicodeError):
        numbers = ()
    if len(numbers) != count or any(abs(number) > LAST for number in numbers):
        raise UsageFault("That is no cursor of this question; begin without one.")
    return numbers
