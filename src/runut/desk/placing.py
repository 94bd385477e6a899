"""People's entries: everybody named in an article finds the entry that is theirs, or gets one."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from runut.desk.dictionary import chunks, next_number
from runut.desk.looking import record_of
from runut.desk.rulings import on_people
from runut.desk.tables import articles, bearers, names, people, people_keys
from runut.names import Bearer, Entry, asked, kept, place
from runut.names import bearers as bearers_of
from runut.names.entries import MOST, Placed
from runut.names.spelling import name_words

# So many different mentions of somebody are enough to know them by.
MOST_MEMBERS = 8


def placed(
    connection: Connection, named: Mapping[int, Sequence[Bearer]], numbers: dict[str, int]
) -> dict[tuple[int, str], int]:
    """Place everybody who is named in some articles; gives the entry of each name in each article.

    `named` are those of each article, `numbers` those of their names.
    """
    register = _Register(connection)
    register.look_up(bearer for some in named.values() for bearer in some)
    pairs = ((article, bearer) for article, some in named.items() for bearer in some)
    # Fuller names first: a single one finds its bearer among them, and a nickname whoever an article gives it to.
    rows = [register.row(*pair, numbers) for pair in sorted(pairs, key=lambda pair: _is_bare(pair[1]))]
    register.write()
    if rows:
        connection.execute(insert(bearers), [values for values, _ in rows])
    return {(values["article"], name): values["person"] for values, name in rows}


def displace(connection: Connection, articles: Sequence[int]) -> None:
    """Take everybody named in some articles out of their entries; entries without anybody go."""
    query = select(bearers.c.person).where(bearers.c.article.in_(articles))
    left: defaultdict[int, int] = defaultdict(int)
    for person in connection.execute(query).scalars():
        left[person] += 1
    connection.execute(delete(bearers).where(bearers.c.article.in_(articles)))
    for person, count in left.items():
        values = {"articles": people.c.articles - count}
        connection.execute(update(people).where(people.c.id == person).values(values))
    empty = select(people.c.id).where(people.c.id.in_(left), people.c.articles <= 0)
    gone = list(connection.execute(empty).scalars())
    connection.execute(delete(people_keys).where(people_keys.c.person.in_(gone)))
    connection.execute(delete(people).where(people.c.id.in_(gone)))


def remember(connection: Connection, persons: Sequence[int]) -> None:
    """Make anew what entries are known by, from the articles that still name them: nothing else is left in them."""
    for person in persons:
        members: tuple[Bearer, ...] = ()
        query = (
            select(articles.c.version, names.c.name)
            .join(bearers, bearers.c.article == articles.c.id)
            .join(names, names.c.id == bearers.c.name)
            .where(bearers.c.person == person)
            .order_by(articles.c.id)
        )
        for row in connection.execute(query).all():
            found = (b for b in bearers_of(record_of(connection, row.version)) if b.name == row.name)
            members = next(((*members, b) for b in found if _tells(b, members)), members)
            if len(members) == MOST_MEMBERS:
                break
        entry = Entry(person, 0, members)
        values = {key: value for key, value in _row(entry).items() if key not in ("id", "articles")}
        connection.execute(update(people).where(people.c.id == person).values(values))
        connection.execute(delete(people_keys).where(people_keys.c.person == person))
        connection.execute(insert(people_keys), [{"key": key, "person": person} for key in _keys(members)])


@dataclass(slots=True)
class _Known:
    """An entry as this batch knows it."""

    entry: Entry
    before: tuple[Bearer, ...] = ()
    """The members that the desk has; none of an entry that is new."""
    is_changed: bool = False

    @property
    def is_new(self) -> bool:
        return not self.before


@dataclass(slots=True)
class _Register:
    """The entries that some names may belong to, and those made for them."""

    connection: Connection
    known: dict[int, _Known] = field(default_factory=dict)
    by_key: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    ruled: dict[tuple[str, str], bool] = field(default_factory=dict)
    partners: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    next: int = 0

    def look_up(self, found: Iterable[Bearer]) -> None:
        """Read the entries that some names may belong to."""
        self._read_rulings()
        wanted = sorted({key for bearer in found for key in self._asked(bearer)})
        for some in chunks(wanted):
            query = select(people_keys.c.key, people_keys.c.person).where(people_keys.c.key.in_(some))
            for key, person in self.connection.execute(query):
                self.by_key[key].add(person)
        few = (found for found in self.by_key.values() if len(found) <= MOST)
        self._read_entries(sorted(set().union(*few)))
        self.next = next_number(self.connection, people)

    def row(self, article: int, bearer: Bearer, numbers: dict[str, int]) -> tuple[dict[str, Any], str]:
        """Place one name, and give its row with the name."""
        # A key that very many share points at nobody; another one may.
        shared = [self.by_key[key] for key in self._asked(bearer) if key in self.by_key]
        ids = sorted(set().union(*(found for found in shared if len(found) <= MOST)))
        found = place(bearer, [self.known[number].entry for number in ids], self.ruled)
        person = self._joined(found, bearer) if found else self._made(bearer)
        values = {
            "article": article,
            "name": numbers[bearer.name],
            "person": person,
            "rule": found.match.rule if found else "first",
            "beside": numbers.get(found.member.name) if found else None,
            "score": found.match.score if found else 1.0,
        }
        return values, bearer.name

    def write(self) -> None:
        """Write entries that are new or have changed, and their keys."""
        new = [known for known in self.known.values() if known.is_new]
        if new:
            self.connection.execute(insert(people), [_row(known.entry) for known in new])
        changed = [known for known in self.known.values() if known.is_changed and not known.is_new]
        if changed:
            target = people.c.id == bindparam("number")
            rows = [_row(known.entry) for known in changed]
            # Not its id: to set that, even to what it is, has every table searched that refers to it.
            rows = [{"number": row.pop("id"), **row} for row in rows]
            self.connection.execute(update(people).where(target), rows)
        keys = [
            {"key": key, "person": known.entry.id}
            for known in (*new, *changed)
            if known.entry.members != known.before
            for key in _keys(known.entry.members) - _keys(known.before)
        ]
        if keys:
            self.connection.execute(insert(people_keys), keys)

    def _read_rulings(self) -> None:
        for target, verdict in on_people(self.connection).items():
            left, right = target.split("\n")
            if verdict != "undecided":
                self.ruled[left, right] = verdict == "yes"
                self.partners[left].append(right)
                self.partners[right].append(left)

    def _asked(self, bearer: Bearer) -> frozenset[int]:
        found = asked(bearer)
        for name in self.partners.get(bearer.name, ()):
            found |= asked(Bearer(name=name, kind=bearer.kind))
        return _numbers(found)

    def _read_entries(self, ids: Sequence[int]) -> None:
        for some in chunks(ids):
            for row in self.connection.execute(select(people).where(people.c.id.in_(some))):
                entry = Entry(row.id, row.articles, msgspec.json.decode(row.members, type=tuple[Bearer, ...]))
                self.known[row.id] = _Known(entry, entry.members)

    def _joined(self, found: Placed, bearer: Bearer) -> int:
        known = self.known[found.entry]
        entry = known.entry
        members = entry.members
        if len(members) < MOST_MEMBERS and _tells(bearer, members):
            members = (*members, bearer)
            for key in _numbers(kept(bearer)):
                self.by_key[key].add(entry.id)
        known.entry = Entry(entry.id, entry.articles + 1, members)
        known.is_changed = True
        return entry.id

    def _made(self, bearer: Bearer) -> int:
        entry = Entry(self.next, 1, (bearer,))
        self.next += 1
        self.known[entry.id] = _Known(entry)
        for key in _numbers(kept(bearer)):
            self.by_key[key].add(entry.id)
        return entry.id


def _tells(bearer: Bearer, members: Sequence[Bearer]) -> bool:
    """Whether a mention tells something that none of the others has told."""
    # In what company somebody is named tells most of those whose name is one word.
    parts = ("roles", "known_as", "called", *(("company",) if _is_bare(bearer) else ()))
    same = (member for member in members if member.name == bearer.name)
    return not any(all(set(getattr(bearer, p)) <= set(getattr(member, p)) for p in parts) for member in same)


def _is_bare(bearer: Bearer) -> bool:
    return len(name_words(bearer.name)) < 2


def _keys(members: Sequence[Bearer]) -> frozenset[int]:
    return frozenset(key for member in members for key in _numbers(kept(member)))


def _numbers(keys: Iterable[str]) -> frozenset[int]:
    return frozenset(map(_number, keys))


@lru_cache(maxsize=1 << 16)
def _number(key: str) -> int:
    """A key as the database has it: eight bytes take half the room and time of the words themselves."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), byteorder="big", signed=True)


def is_whole(row: Any) -> bool:
    """Whether a row of `people` is what its members make."""
    try:
        entry = Entry(row.id, row.articles, msgspec.json.decode(row.members, type=tuple[Bearer, ...]))
    except (msgspec.MsgspecError, UnicodeError):
        return False
    made = _row(entry) if entry.members else {}
    return (made.get("name"), made.get("kind"), made.get("members")) == (row.name, row.kind, row.members)


def _row(entry: Entry) -> dict[str, Any]:
    # The first whole name: later ones may have a word too many.
    whole = next((m for m in entry.members if len(name_words(m.name)) > 1), entry.members[0])
    return {
        "id": entry.id,
        "name": whole.name,
        "kind": entry.members[0].kind,
        "articles": entry.articles,
        "members": msgspec.json.encode(entry.members),
    }
