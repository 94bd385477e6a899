"""The index of words: FTS5 in SQLite, a `tsvector` in PostgreSQL, one interface.

Both hold the stems that `runut.find` makes, so that both find the same; the headline weighs more than the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Text,
    bindparam,
    cast,
    column,
    func,
    literal_column,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY

HEADLINE_WEIGHT = 4.0
WORDS: BindParameter[str] = bindparam("words", type_=Text)
"""Stands for a question in the index's own language, in a statement that is built once."""
# A `tsvector` counts no farther, and 255 places of a word are enough to rank it.
FARTHEST = 16_383
MOST_PLACES = 255


class Entry(NamedTuple):
    """What is found of one article: stems in order."""

    article: int
    headline: list[str]
    body: list[str]


class Phrase(NamedTuple):
    """Stems in a row, each with its alternatives; `excluded` where they must not stand."""

    alternatives: tuple[tuple[str, ...], ...]
    """Every way in which the phrase may be stemmed; one of them must stand there."""
    excluded: bool = False


class FullText(Protocol):
    """How a database finds words."""

    table: str
    key: str
    """The column of the table that is the article's id."""

    def add(self, connection: Connection, entries: Sequence[Entry]) -> None:
        """Index articles that are not in the index."""

    def remove(self, connection: Connection, entries: Sequence[Entry]) -> None:
        """Take articles out; the entries must be those that were added."""

    def clear(self, connection: Connection) -> None:
        """Empty the index."""

    def query(self, phrases: Sequence[Phrase]) -> str:
        """A question in the index's own language."""

    def matches(self, query: str | BindParameter[str]) -> ColumnElement[bool]:
        """True of the rows of the table that answer a query."""

    def score(self, query: str | BindParameter[str]) -> ColumnElement[float]:
        """How well a row that matches answers; the larger the better."""

    def faults(self, connection: Connection) -> list[str]:
        """What is wrong inside the index, a sentence each."""

    def holder(self, connection: Connection) -> Callable[[Entry], bool]:
        """A function that tells whether the index holds just the words of an entry, each in its place."""

    def compact(self, connection: Connection) -> None:
        """Overwrite what was removed, so that nothing of it is left in the file."""


class Fts5(FullText):
    """SQLite's own index, without the texts: they stand in the records."""

    table = "found"
    key = "rowid"

    def add(self, connection: Connection, entries: Sequence[Entry]) -> None:
        if entries:
            sql = "INSERT INTO found(rowid, headline, body) VALUES (:article, :headline, :body)"
            connection.execute(text(sql), [_row(entry) for entry in entries])

    def remove(self, connection: Connection, entries: Sequence[Entry]) -> None:
        if entries:
            sql = "INSERT INTO found(found, rowid, headline, body) VALUES ('delete', :article, :headline, :body)"
            connection.execute(text(sql), [_row(entry) for entry in entries])

    def clear(self, connection: Connection) -> None:
        connection.execute(text("INSERT INTO found(found) VALUES ('delete-all')"))

    def query(self, phrases: Sequence[Phrase]) -> str:
        wanted = " AND ".join(_fts5(phrase) for phrase in phrases if not phrase.excluded)
        return f"({wanted})" + "".join(f" NOT {_fts5(phrase)}" for phrase in phrases if phrase.excluded)

    def matches(self, query: str | BindParameter[str]) -> ColumnElement[bool]:
        return literal_column(self.table).op("MATCH", is_comparison=True)(query)

    def score(self, query: str | BindParameter[str]) -> ColumnElement[float]:  # noqa: ARG002  # the row knows what it matches
        return -func.bm25(literal_column(self.table), HEADLINE_WEIGHT, 1.0)

    def faults(self, connection: Connection) -> list[str]:
        from sqlalchemy.exc import DBAPIError

        try:
            connection.execute(text("INSERT INTO found(found) VALUES ('integrity-check')"))
        except DBAPIError as fault:
            if "malformed" not in str(fault.orig):  # somebody is writing: that is no damage
                raise
            return ["The index of words is damaged; `runut doctor --mend` makes it anew."]
        return []

    def holder(self, connection: Connection) -> Callable[[Entry], bool]:
        connection.execute(text("CREATE VIRTUAL TABLE temp.places USING fts5vocab(main, found, instance)"))
        held: Counter[int] = Counter()
        for article, *place in connection.execute(text("SELECT doc, col, term, offset FROM temp.places")):
            held[article] += hash(tuple(place))
        connection.execute(text("DROP TABLE temp.places"))
        return lambda entry: held[entry.article] == sum(map(hash, _places(entry)))

    def compact(self, connection: Connection) -> None:
        connection.execute(text("INSERT INTO found(found) VALUES ('optimize')"))


class TsVector(FullText):
    """PostgreSQL's index of lexemes, which are our stems as they are."""

    table = "found"
    key = "article"

    def add(self, connection: Connection, entries: Sequence[Entry]) -> None:
        if entries:
            sql = "INSERT INTO found(article, stems) VALUES (:article, CAST(:stems AS tsvector))"
            connection.execute(text(sql), [{"article": e.article, "stems": _vector(e)} for e in entries])

    def remove(self, connection: Connection, entries: Sequence[Entry]) -> None:
        if entries:
            ids = [entry.article for entry in entries]
            connection.execute(text("DELETE FROM found WHERE article = ANY(:ids)"), {"ids": ids})

    def clear(self, connection: Connection) -> None:
        connection.execute(text("DELETE FROM found"))

    def query(self, phrases: Sequence[Phrase]) -> str:
        return " & ".join(("!" if phrase.excluded else "") + _tsquery(phrase) for phrase in phrases)

    def matches(self, query: str | BindParameter[str]) -> ColumnElement[bool]:
        return column("stems").op("@@", is_comparison=True)(cast(query, TSQUERY))

    def score(self, query: str | BindParameter[str]) -> ColumnElement[float]:
        # 1: divided by the logarithm of the length, so that long texts do not always win.
        return func.ts_rank(column("stems"), cast(query, TSQUERY), 1)

    def faults(self, connection: Connection) -> list[str]:  # noqa: ARG002  # the server checks its own pages
        return []

    def holder(self, connection: Connection) -> Callable[[Entry], bool]:
        sql = text("SELECT 1 FROM found WHERE article = :article AND stems = CAST(:stems AS tsvector)")

        def holds(entry: Entry) -> bool:
            found = connection.execute(sql, {"article": entry.article, "stems": _vector(entry)})
            return found.first() is not None

        return holds

    def compact(self, connection: Connection) -> None:
        pass  # the server's own vacuum does


def _row(entry: Entry) -> dict[str, Any]:
    return {"article": entry.article, "headline": " ".join(entry.headline), "body": " ".join(entry.body)}


def _places(entry: Entry) -> Iterator[tuple[str, str, int]]:
    for column_name, stems in (("headline", entry.headline), ("body", entry.body)):
        for number, stem in enumerate(stems):
            yield column_name, stem, number


def _fts5(phrase: Phrase) -> str:
    return "(" + " OR ".join('"' + " ".join(stems) + '"' for stems in phrase.alternatives) + ")"


def _tsquery(phrase: Phrase) -> str:
    rows = ("(" + " <-> ".join(f"'{stem}'" for stem in stems) + ")" for stems in phrase.alternatives)
    return "(" + " | ".join(rows) + ")"


def _vector(entry: Entry) -> str:
    """A `tsvector` as text: `'beras':1A,9 'harga':2A`. Stems hold letters and digits alone."""
    places: dict[str, list[str]] = {}
    for number, stem in enumerate(entry.headline, start=1):
        places.setdefault(stem, []).append(f"{number}A")
    # A gap between headline and text, so that no phrase spans the two.
    for number, stem in enumerate(entry.body, start=len(entry.headline) + 2):
        places.setdefault(stem, []).append(str(min(number, FARTHEST)))
    return " ".join(f"'{stem}':{','.join(found[:MOST_PLACES])}" for stem, found in places.items())
