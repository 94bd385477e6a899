"""Tables that give every text one number: names, outlets, sources, runs, and the words of all articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, delete, func, insert, select

from runut.desk import tables
from runut.desk.among import among
from runut.desk.rows import LONGEST_LANGUAGE
from runut.find.stems import fold, stem, words
from runut.flow import LONGEST
from runut.vocabulary import Outlet, Record

T = TypeVar("T")
# SQLite takes more parameters, older servers do not.
AT_ONCE = 5_000
LANGUAGES = "languages"
"""Name of the fact that lists them."""
_HELD = select(tables.facts.c.value).where(tables.facts.c.name == LANGUAGES)


def enter(
    connection: Connection, table: Table, column: str, values: Iterable[str], also: Mapping[str, Any] | None = None
) -> dict[str, int]:
    """The number of each text in a table; texts that are new get one, with what else their row says."""
    wanted = list(dict.fromkeys(values))
    found = known(connection, table, column, wanted)
    if missing := [value for value in wanted if value not in found]:
        first = next_number(connection, table)
        numbers = {value: first + i for i, value in enumerate(missing)}
        rows = [{"id": number, column: value, **(also or {})} for value, number in numbers.items()]
        connection.execute(insert(table), rows)
        found |= numbers
    return found


def known(connection: Connection, table: Table, column: str, values: Sequence[str]) -> dict[str, int]:
    """The numbers of those texts that a table has."""
    found: dict[str, int] = {}
    for some in chunks(values):
        query = select(table.c[column], table.c.id).where(table.c[column].in_(some))
        found |= {row[0]: row[1] for row in connection.execute(query)}
    return found


def texts(connection: Connection, table: Table, numbers: Iterable[int]) -> dict[int, str]:
    """The name of each number in a table."""
    if not (wanted := set(numbers)):
        return {}
    return {row.id: row.name for row in connection.execute(_named(table), {"ids": wanted})}


@cache
def _named(table: Table) -> Select[tuple[int, str]]:
    return select(table.c.id, table.c.name).where(among(table.c.id, "ids"))


def next_number(connection: Connection, table: Table, column: str = "id") -> int:
    """The number that follows the highest of a table; one writer at a time, so nobody else takes it."""
    return (connection.execute(select(func.max(table.c[column]))).scalar() or 0) + 1


def enter_names(connection: Connection, names: Iterable[str]) -> dict[str, int]:
    """The number of each name; the words of new names are noted, so that any of them finds it."""
    wanted = list(dict.fromkeys(names))
    before = next_number(connection, tables.names)
    numbers = enter(connection, tables.names, "name", wanted)
    new = [
        {"word": word, "name": number}
        for name, number in numbers.items()
        if number >= before
        for word in words_of(name)
    ]
    if new:
        connection.execute(insert(tables.name_words), new)
    return numbers


def words_of(name: str) -> frozenset[str]:
    """The words by which a name is found."""
    return frozenset(fold(found[0]) for found in words(name))


def enter_outlets(connection: Connection, outlets: Iterable[Outlet]) -> dict[str, int]:
    """The number of each outlet by its name."""
    domains = {outlet.name: outlet.domain for outlet in outlets}
    numbers = known(connection, tables.outlets, "name", list(domains))
    for name in domains.keys() - numbers.keys():
        numbers |= enter(connection, tables.outlets, "name", [name], {"domain": domains[name]})
    return numbers


def learn(connection: Connection, records: Iterable[Record]) -> None:
    """Note the words of texts that no text before them had."""
    pairs = {
        (fold(word[0]), record.language[:LONGEST_LANGUAGE])
        for record in records
        for word in words(record.text[:LONGEST])
    }
    _note_languages(connection, {language for _, language in pairs})
    for language in {language for _, language in pairs}:
        fresh = [word for word, spoken in pairs if spoken == language]
        held = set(_held(connection, language, fresh))
        new = [{"word": w, "language": language, "stem": stem(w, language)} for w in fresh if w not in held]
        if new:
            connection.execute(insert(tables.vocabulary), new)


def _held(connection: Connection, language: str, fresh: Sequence[str]) -> Iterator[str]:
    column = tables.vocabulary.c.word
    for some in chunks(fresh):
        query = select(column).where(tables.vocabulary.c.language == language, column.in_(some))
        yield from connection.execute(query).scalars()


def held_languages(connection: Connection) -> tuple[str, ...]:
    """The languages of the texts on the desk, in the order in which they came."""
    value = connection.execute(_HELD).scalar()
    return tuple(json.loads(value)) if value else ()


def _note_languages(connection: Connection, languages: set[str]) -> None:
    held = held_languages(connection)
    if not languages <= set(held):
        noted = json.dumps([*held, *sorted(languages.difference(held))])
        connection.execute(delete(tables.facts).where(tables.facts.c.name == LANGUAGES))
        connection.execute(insert(tables.facts), {"name": LANGUAGES, "value": noted})


def chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """As many values at once as a query may name."""
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]
