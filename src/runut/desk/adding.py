"""Adding records: what is new is kept, what has changed gets another version, what is known is left as it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, Table, bindparam, insert, select, update

from runut.capture.archive import Place
from runut.desk import tables
from runut.desk.deriving import derive, described, withdraw
from runut.desk.dictionary import chunks, enter, enter_outlets, next_number
from runut.desk.looking import record_of
from runut.desk.moments import now
from runut.desk.opening import Desk
from runut.desk.packing import pack
from runut.desk.rows import LONGEST_URL, Laid, Rows, rows
from runut.desk.sealing import seal
from runut.vocabulary import Reading, Record

Also: TypeAlias = Callable[[Connection], None]
What: TypeAlias = Literal["new", "changed", "reread", "known", "forgotten"]


class Outcome(Struct, frozen=True):
    """What became of one record."""

    article: str
    version: str
    what: What
    """`new`; `changed`: another version of a page that the desk has; `reread`: the same version, read differently;
    `known`; `forgotten`: it was taken down, and is not taken in again."""


class Received(Struct, frozen=True, kw_only=True):
    """One capture that was kept, and what is known of it."""

    source: str
    """The input as it was named."""
    place: Place
    url: str | None = None
    fetched: str | None = None


class Item(Struct, frozen=True):
    """A record to be added, with the captures that it was read from; none for a record from elsewhere."""

    record: Record
    captures: tuple[Received, ...] = ()


def add(desk: Desk, items: Sequence[Item], also: Also | None = None) -> tuple[Outcome, ...]:
    """Add records in one transaction: all of them, or none when anything is raised.

    `also` is called within it, at its end.
    Raises StoreFault when the desk cannot be written.
    """
    laid = [rows(item.record) for item in items]
    with desk.writing() as connection:
        batch = _Batch(desk, connection)
        batch.look_up([one.key for one in laid])
        outcomes = tuple(batch.take(item, one) for item, one in zip(items, laid, strict=True))
        batch.write()
        if also:
            also(connection)
    return outcomes


@dataclass(slots=True)
class _Held:
    """An article as the desk has it, and what this batch makes of it."""

    id: int
    versions: dict[str, int]
    """Its versions: name to number in `versions`."""
    version: int
    """The newest of them."""
    is_new: bool = False
    before: Record | None = None
    """What the tables are made from; None where they say nothing of it, or where nothing changes."""
    after: tuple[Record, Rows] | None = None
    """What they are to be made from; None where nothing changes."""


@dataclass(slots=True)
class _Batch:
    """The rows of one transaction, gathered first and written in few statements."""

    desk: Desk
    connection: Connection
    held: dict[str, _Held] = field(default_factory=dict)
    forgotten: frozenset[str] = frozenset()
    added: dict[Table, list[dict[str, Any]]] = field(default_factory=dict)
    replaced: list[dict[str, Any]] = field(default_factory=list)
    records: dict[int, Record] = field(default_factory=dict)
    """Records of versions that this batch adds or has looked at."""
    numbers: dict[str, int] = field(default_factory=dict)
    time: str = field(default_factory=now)

    def look_up(self, keys: Sequence[str]) -> None:
        """Find what the desk has of these articles."""
        articles, versions, stones = tables.articles.c, tables.versions.c, tables.tombstones.c
        gone: set[str] = set()
        for some in chunks(keys):
            query = (
                select(articles.key, articles.id, articles.version, versions.name, versions.id.label("number"))
                .join(tables.versions, versions.article == articles.id)
                .where(articles.key.in_(some))
            )
            for row in self.connection.execute(query):
                held = self.held.setdefault(row.key, _Held(row.id, {}, row.version))
                held.versions[row.name] = row.number
            gone.update(self.connection.execute(select(stones.key).where(stones.key.in_(some))).scalars())
        self.forgotten = frozenset(gone)

    def take(self, item: Item, laid: Rows) -> Outcome:
        """Decide what becomes of one record."""
        if laid.key in self.forgotten:
            return Outcome(laid.key, laid.name, "forgotten")
        held = self.held.get(laid.key)
        if held is None:
            held = self.held[laid.key] = _Held(self._number(tables.articles), {}, 0, is_new=True)
        what = self._keep(held, item.record, laid)
        self._add_captures(held.versions[laid.name], item.captures)
        return Outcome(laid.key, laid.name, what)

    def write(self) -> None:
        """Write everything that was gathered."""
        changed = [held for held in self.held.values() if held.after]
        self._write_articles(changed)
        for table, values in self.added.items():
            self.connection.execute(insert(table), values)
        if self.replaced:
            target = tables.versions.c.id == bindparam("version")
            self.connection.execute(update(tables.versions).where(target), self.replaced)
        withdraw(self.desk, self.connection, [(held.id, held.before) for held in changed if held.before])
        derive(self.desk, self.connection, [Laid(held.id, *held.after) for held in changed if held.after])

    def _keep(self, held: _Held, record: Record, laid: Rows) -> What:
        if laid.name not in held.versions:
            what: What = "changed" if held.versions else "new"
            self._add_version(held, record, laid)
            return what
        version = held.versions[laid.name]
        kept = self._record(version)
        # A page read again from another file says nothing new.
        record = replace(record, file=kept.file, seconds=None)
        if record == kept and version == held.version:
            return "known"
        self._change(held, version, record, laid)
        if record == kept:
            return "changed"  # it is shown again as it was before
        self.replaced.append({"version": version, **self._packed(record, *self._sealed(version))})
        return "reread"

    def _add_version(self, held: _Held, record: Record, laid: Rows) -> None:
        record = replace(record, seconds=None)
        number = self._number(tables.versions)
        self._change(held, number, record, laid)
        held.versions[laid.name] = number
        order = len(held.versions)
        values = {"id": number, "article": held.id, "number": order, "name": laid.name, "added": self.time}
        self._add(tables.versions, values | self._packed(record, laid.name, order, self.time))

    def _change(self, held: _Held, version: int, record: Record, laid: Rows) -> None:
        if held.before is None and not held.is_new:
            held.before = self._record(held.version)
        held.version = version
        held.after = record, laid
        self.records[version] = record

    def _record(self, version: int) -> Record:
        if version not in self.records:
            self.records[version] = record_of(self.connection, version)
        return self.records[version]

    def _sealed(self, version: int) -> tuple[str, int, str]:
        """What a version's seal stands for beside its record."""
        columns = tables.versions.c["name", "number", "added"]
        row = self.connection.execute(select(*columns).where(tables.versions.c.id == version)).one()
        return row.name, row.number, row.added

    def _packed(self, record: Record, name: str, order: int, added: str) -> dict[str, Any]:
        packed = pack(record)
        return {
            "record": packed.content,
            "sha256": packed.sha256,
            "run": self._run(record.reading),
            "seal": seal(name, order, packed.sha256, added),
        }

    def _run(self, reading: Reading) -> int:
        made = msgspec.json.encode(reading, order="deterministic").decode()
        if made not in self.numbers:
            self.numbers |= enter(self.connection, tables.runs, "made", [made], {"first": self.time})
        return self.numbers[made]

    def _add_captures(self, version: int, captures: Sequence[Received]) -> None:
        for capture in captures:
            values = {
                "id": self._number(tables.captures),
                "version": version,
                "source": self._source(capture.source[:LONGEST_URL]),
                "url": capture.url,
                "fetched": capture.fetched,
                "file": capture.place.file,
                "start": capture.place.offset,
                "length": capture.place.length,
                "record": capture.place.record_id,
                "sha256": bytes.fromhex(capture.place.sha256),
                "whole": bytes.fromhex(capture.place.whole),
            }
            self._add(tables.captures, values)

    def _source(self, name: str) -> int:
        times = {"first": self.time, "last": self.time}
        found = enter(self.connection, tables.sources, "name", [name], times)[name]
        target = tables.sources.c.id == found
        self.connection.execute(update(tables.sources).where(target).values(last=self.time))
        return found

    def _write_articles(self, changed: Sequence[_Held]) -> None:
        laid = [(held, held.after[1]) for held in changed if held.after]
        outlets = enter_outlets(self.connection, [rows.outlet for _, rows in laid if rows.outlet])
        values = [
            {"id": held.id, "version": held.version, "change": self._number(tables.articles, "change")}
            | described(rows, outlets)
            for held, rows in laid
        ]
        if made := [row for row, held in zip(values, changed, strict=True) if held.is_new]:
            self.connection.execute(insert(tables.articles), made)
        for row in (row for row, held in zip(values, changed, strict=True) if not held.is_new):
            target = tables.articles.c.id == row["id"]
            self.connection.execute(update(tables.articles).where(target).values(row))

    def _add(self, table: Table, values: dict[str, Any]) -> None:
        self.added.setdefault(table, []).append(values)

    def _number(self, table: Table, column: str = "id") -> int:
        name = f"{table.name}.{column}"
        self.numbers[name] = (
            self.numbers[name] + 1 if name in self.numbers else next_number(self.connection, table, column)
        )
        return self.numbers[name]
