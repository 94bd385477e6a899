"""Comparing what the tables say with what the records say: every derived row must be just what its record gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, Table, select

from runut.desk.dictionary import texts, words_of
from runut.desk.fulltext import Entry
from runut.desk.opening import Desk
from runut.desk.packing import unpack
from runut.desk.placing import is_whole
from runut.desk.rows import Laid, entry, rows
from runut.desk.rulings import sealed
from runut.desk.sealing import seal
from runut.desk.tables import (
    articles,
    bearers,
    carriers,
    name_words,
    names,
    outlets,
    people,
    rulings,
    statements,
    tombstones,
    versions,
    vocabulary,
)
from runut.errors import StoreFault
from runut.find.stems import fold, stem
from runut.names import bearers as bearers_of

AT_ONCE = 200


class Fault(Struct, frozen=True):
    """Something that is not as it should be."""

    kind: str
    """`database`, `record`, `table`, `index`, `capture`, `ruling`."""
    message: str
    article: str | None = None
    """`key` of the article in question."""
    mendable: bool = False
    """Whether `runut doctor --mend` can make it right from what is intact."""


def check_articles(desk: Desk, connection: Connection) -> Iterator[Fault | None]:
    """Check all articles with their versions; yields a fault, or None after each article, so that progress shows."""
    holds = desk.fulltext.holder(connection)
    last = 0
    while (
        some := connection.execute(select(articles).where(articles.c.id > last).order_by(articles.c.id).limit(AT_ONCE))
        .mappings()
        .all()
    ):
        yield from _check(connection, [dict(row) for row in some], holds)
        last = some[-1]["id"]


def check_seals(connection: Connection) -> Iterator[Fault]:
    """Check what no record can prove: rulings and tombstones."""
    for row in connection.execute(select(rulings)).mappings():
        if row["seal"] != sealed(dict(row)):
            yield Fault("ruling", f"Ruling {row['id']} is not as it was made.", row["article"])
    for row in connection.execute(select(tombstones)).mappings():
        if row["seal"] != seal(row["key"], row["sha256"], row["at"], row["why"]):
            yield Fault("ruling", f"The tombstone {row['key']} is not as it was set.", row["key"])


def check_dictionary(connection: Connection) -> Iterator[Fault]:
    """Check the tables that give texts a number, and people's entries."""
    wanted = {(word, row.id) for row in connection.execute(select(names)) for word in words_of(row.name)}
    if wanted != {(row.word, row.name) for row in connection.execute(select(name_words))}:
        yield Fault("table", "The words of names are not those of the names.", mendable=True)
    for row in connection.execute(select(vocabulary)):
        if row.word != fold(row.word) or row.stem != stem(row.word, row.language):
            yield Fault("table", f"The word {row.word!a} has another stem than its own.", mendable=True)
    for row in connection.execute(select(people)):
        if not is_whole(row):
            yield Fault("table", f"The entry {row.id} of people is not what its mentions make.", mendable=True)


def _check(
    connection: Connection, some: Sequence[dict[str, Any]], holds: Callable[[Entry], bool]
) -> Iterator[Fault | None]:
    ids = [row["id"] for row in some]
    states = _by_article(connection, versions, ids)
    said, carried, borne = (_by_article(connection, table, ids) for table in (statements, carriers, bearers))
    numbers = _Numbers(connection, [*said.values()], [*carried.values()], [*borne.values()])
    for row in some:
        found, newest = _check_versions(row, states[row["id"]])
        yield from found
        if newest:
            if not numbers.agree(row, newest, said[row["id"]], carried[row["id"]], borne[row["id"]]):
                yield Fault("table", "The tables say something else of it than its record.", row["key"], mendable=True)
            if not holds(entry(newest.article, newest.record)):
                yield Fault("index", "The index does not hold the words of its record.", row["key"], mendable=True)
        yield None


def _check_versions(article: dict[str, Any], states: Sequence[dict[str, Any]]) -> tuple[list[Fault], Laid | None]:
    found: list[Fault] = []
    newest = None
    if sorted(state["number"] for state in states) != list(range(1, len(states) + 1)):
        found.append(Fault("record", "Its versions are not numbered from 1 without a gap.", article["key"]))
    for state in states:
        try:
            record = unpack(state["record"], state["sha256"], state["name"])
        except StoreFault as fault:
            found.append(Fault("record", str(fault), article["key"]))
            continue
        if state["seal"] != seal(state["name"], state["number"], state["sha256"], state["added"]):
            found.append(Fault("record", f"Version {state['number']} is not as it was added.", article["key"]))
        if state["id"] == article["version"]:
            newest = Laid(article["id"], record, rows(record))
    if newest is None and not found:
        found.append(Fault("record", "Its newest version is missing.", article["key"]))
    return found, newest


class _Numbers:
    """What the numbers in some rows stand for."""

    def __init__(self, connection: Connection, *tables: Sequence[Sequence[dict[str, Any]]]) -> None:
        used = {row["name"] for table in tables for some in table for row in some if row["name"] is not None}
        self.names = texts(connection, names, used)
        self.outlets = {row.id: (row.name, row.domain) for row in connection.execute(select(outlets))}

    def agree(
        self,
        article: dict[str, Any],
        laid: Laid,
        said: Sequence[dict[str, Any]],
        carried: Sequence[dict[str, Any]],
        borne: Sequence[dict[str, Any]],
    ) -> bool:
        """Whether all rows of an article are those that its record gives."""
        wanted = laid.rows
        plain = ("key", "language", "kind", "section", "headline", "url", "published", "moment", "day")
        return (
            all(article[name] == getattr(wanted, name) for name in plain)
            and self.outlets.get(article["outlet"], (None, None))[0] == (wanted.outlet.name if wanted.outlet else None)
            and {(row["number"], self.names.get(row["name"]), row["act"], row["manner"]) for row in said}
            == {(one.number, one.name, one.act, one.manner) for one in wanted.said}
            and {(self.names.get(row["name"]), row["place"]) for row in carried} == set(wanted.carriers)
            and {self.names.get(row["name"]) for row in borne} == {bearer.name for bearer in bearers_of(laid.record)}
        )


def _by_article(connection: Connection, table: Table, ids: Sequence[int]) -> defaultdict[int, list[dict[str, Any]]]:
    found: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in connection.execute(select(table).where(table.c.article.in_(ids))).mappings():
        found[row["article"]].append(dict(row))
    return found
