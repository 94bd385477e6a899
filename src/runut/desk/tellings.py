"""Stories as they were told: kept with a hash of all that they were told from, and worth nothing when that has changed.

Telling a story of two hundred articles takes seconds, reading what was told milliseconds. A row is never the only place
where something stands: it can be told again from the records, and goes when an article leaves its story.
"""

from __future__ import annotations

import hashlib
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, delete, func, insert, select

from runut.copies.texts import Text
from runut.desk.among import among
from runut.desk.checking import Fault
from runut.desk.packing import LARGEST
from runut.desk.tables import articles, rulings, told
from runut.desk.tables import tellings as table
from runut.stories.story import Story
from runut.version import __version__

# What tells a story, code and data; whichever of their files changes, the story may be told otherwise.
TELLING = ("copies", "find", "languages", "model", "names", "outlets", "stories", "text")


class Telling(Struct, frozen=True):
    """A story, with what lists need of the articles that it is told from."""

    name: str
    story: Story
    texts: dict[str, Text]
    """By the ids that the story has; their words stand in the records alone."""
    is_cut: bool
    """Whether there may be more articles than it was told from."""


_decoder = msgspec.json.Decoder(Telling)


def wrong(connection: Connection, numbers: Sequence[int]) -> defaultdict[int, set[tuple[str, str]]]:
    """For each of some stories the statements that were ruled wrong, by article and id: it is told without them."""
    query = (
        select(told.c.story, *rulings.c["article", "target", "verdict"])
        .join(articles, articles.c.id == told.c.article)
        .join(rulings, rulings.c.article == articles.c.key)
        .where(among(told.c.story, numbers), rulings.c.about == "statement")
        .order_by(rulings.c.id)
    )
    found: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)
    for story, article, target, verdict in connection.execute(query):
        change = found[story].add if verdict == "no" else found[story].discard
        change((article, target))
    return found


def states(connection: Connection, numbers: Sequence[int]) -> dict[int, bytes]:
    """Hashes of what some stories would be told from, and by.

    Every change of an article has a number above all others: with how many there are, the largest and their sum tell
    whether one of them changed or came. One that leaves takes the telling with it (runut.desk.weaving.leave).
    """
    changes = func.count(), func.max(articles.c.change), func.sum(articles.c.change)
    query = select(told.c.story, *changes).join(articles, articles.c.id == told.c.article)
    rows = connection.execute(query.where(among(told.c.story, numbers)).group_by(told.c.story)).all()
    ruled = wrong(connection, numbers)
    return {row[0]: _state([*map(int, row[1:])], sorted(ruled[row[0]])) for row in rows}


def _state(changes: Sequence[int], ruled: Sequence[tuple[str, str]]) -> bytes:
    return hashlib.sha256(msgspec.json.encode([making(), changes, ruled])).digest()


@cache
def making() -> str:
    """A hash of what tells stories here: the version, the code and the words of languages."""
    parts = [__version__, *(part for name in TELLING for part in _content(files("runut") / name))]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _content(folder: Traversable) -> Iterator[str]:
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_dir() and one.name != "__pycache__":
            yield from _content(one)
        elif one.is_file():
            # The model's files are large, and change with a release alone.
            content = one.read_bytes() if one.name.endswith((".py", ".toml")) else b""
            yield f"{one.name} {hashlib.sha256(content).hexdigest()}"


def read(connection: Connection, number: int, state: bytes) -> Telling | None:
    """A story as it was told; None where it was not, or what it was told from has changed since."""
    query = select(table.c.content).where(table.c.story == number, table.c.state == state)
    return _unpacked(connection.execute(query).scalar())


def write(connection: Connection, number: int, state: bytes, telling: Telling) -> None:
    """Keep a story as it was told, unless what it was told from has changed meanwhile."""
    if states(connection, [number]).get(number) != state:
        return
    content = zlib.compress(msgspec.json.encode(telling), 6)
    connection.execute(delete(table).where(table.c.story == number))
    values = {"story": number, "state": state, "origins": len(telling.story.origins), "content": content}
    connection.execute(insert(table), values)


def origins(connection: Connection, numbers: Sequence[int]) -> dict[int, int]:
    """On how many independent origins some stories rest: those that are told as they stand."""
    now = states(connection, numbers)
    query = select(*table.c["story", "state", "origins"]).where(among(table.c.story, numbers))
    return {row.story: row.origins for row in connection.execute(query) if row.state == now.get(row.story)}


def drop(connection: Connection, numbers: Sequence[int] | Mapping[int, Any]) -> None:
    """Let some stories be told anew."""
    connection.execute(delete(table).where(among(table.c.story, numbers)))


def check_tellings(connection: Connection) -> Iterator[Fault]:
    """Check that what was told can be read, and counts its origins rightly."""
    for row in connection.execute(select(table)):
        found = _unpacked(row.content)
        if found is None or len(found.story.origins) != row.origins:
            yield Fault("table", f"Story {row.story} cannot be read as it was told.", mendable=True)


def _unpacked(content: bytes | None) -> Telling | None:
    try:
        return _decoder.decode(zlib.decompressobj().decompress(content, LARGEST)) if content else None
    except (zlib.error, msgspec.MsgspecError, UnicodeError):
        return None
