"""The addresses that listings tell of: noted once, read once, and again when they have changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct
from sqlalchemy import Connection, bindparam, insert, select, update

from runut.articles.identity import article_id
from runut.capture.visit import State
from runut.desk.dictionary import chunks, next_number
from runut.desk.moments import moment
from runut.desk.tables import articles, finds, tombstones, versions
from runut.gather.listings import Entry


class Find(Struct, frozen=True):
    """An address that waits to be read."""

    id: int
    url: str
    host: str
    tries: int
    """How often it was asked for in vain."""
    state: State
    """What the server called it when it was last read."""


class Result(Struct, frozen=True):
    """What became of asking for a find."""

    id: int
    state: str
    """`waiting`, `done` or `failed`."""
    tries: int = 0
    due: int = 0
    """When it may be asked for again, in seconds since 1970 UTC."""
    seen: State = State()
    fault: str | None = None


def host_of(url: str) -> str:
    """The host that an address is asked from."""
    return (urlsplit(url).hostname or "").lower()


def note(connection: Connection, follow: int, entries: Sequence[Entry]) -> set[str]:
    """Note what is new, and what has changed since it was read; gives the hosts where something waits now."""
    known = dict(_known(connection, [entry.url for entry in entries]))
    changed = [(known[e.url].id, e) for e in entries if e.url in known and _is_newer(e, known[e.url].stated)]
    if changed:
        again = update(finds).where(finds.c.id == bindparam("number"))
        connection.execute(
            again.values(state="waiting", tries=0, due=0, stated=bindparam("time")),
            [{"number": number, "time": entry.stated} for number, entry in changed],
        )
    new = _add(connection, follow, [entry for entry in entries if entry.url not in known])
    return {*new, *(host_of(entry.url) for _, entry in changed)}


def waiting_hosts(connection: Connection, now: int) -> list[str]:
    """The hosts where something waits that may be asked for."""
    query = select(finds.c.host).where(finds.c.state == "waiting", finds.c.due <= now).distinct()
    return list(connection.execute(query).scalars())


def waiting(connection: Connection, host: str, after: int, now: int, limit: int) -> list[Find]:
    """What waits at a host, in the order of discovery, behind the find of a number."""
    query = (
        select(finds)
        .where(finds.c.state == "waiting", finds.c.host == host, finds.c.id > after, finds.c.due <= now)
        .order_by(finds.c.id)
        .limit(limit)
    )
    rows = connection.execute(query)
    return [Find(row.id, row.url, row.host, row.tries, State(row.etag, row.modified)) for row in rows]


def settle(connection: Connection, results: Sequence[Result]) -> None:
    """Note what became of finds."""
    if not results:
        return
    change = update(finds).where(finds.c.id == bindparam("number"))
    values: dict[str, Any] = {
        name: bindparam(f"to_{name}") for name in ("state", "tries", "due", "etag", "modified", "fault")
    }
    connection.execute(change.values(values), [_row(result) for result in results])


def _row(result: Result) -> dict[str, Any]:
    return {
        "number": result.id,
        "to_state": result.state,
        "to_tries": result.tries,
        "to_due": result.due,
        "to_etag": result.seen.etag,
        "to_modified": result.seen.modified,
        "to_fault": result.fault,
    }


def _known(connection: Connection, urls: Sequence[str]) -> Iterator[tuple[str, Any]]:
    for some in chunks(urls):
        for row in connection.execute(select(finds.c.id, finds.c.url, finds.c.stated).where(finds.c.url.in_(some))):
            yield row.url, row


def _is_newer(entry: Entry, stated: int | None) -> bool:
    return entry.stated is not None and stated is not None and entry.stated > stated


def _add(connection: Connection, follow: int, entries: Sequence[Entry]) -> set[str]:
    """Add finds; those that the desk holds as they are need not be read, those taken down must not be."""
    keys = {entry.url: article_id(entry.url) for entry in entries}
    held, gone = dict(_held(connection, list(keys.values()))), set(_gone(connection, list(keys.values())))
    first = next_number(connection, finds)
    rows: list[dict[str, Any]] = [
        {
            "id": first + place,
            "url": entry.url,
            "follow": follow,
            "host": host_of(entry.url),
            "stated": entry.stated,
            "state": "done" if _is_read(entry, held.get(keys[entry.url])) else "waiting",
            "tries": 0,
            "due": 0,
            "etag": "",
            "modified": "",
        }
        for place, entry in enumerate(one for one in entries if keys[one.url] not in gone)
    ]
    if rows:
        connection.execute(insert(finds), rows)
    return {row["host"] for row in rows if row["state"] == "waiting"}


def _is_read(entry: Entry, added: str | None) -> bool:
    """Whether the desk got the article after the listing says that it was changed."""
    came = moment(added).seconds
    return came is not None and (entry.stated is None or entry.stated <= came)


def _held(connection: Connection, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """When the newest version of each article came to the desk."""
    for some in chunks(keys):
        query = select(articles.c.key, versions.c.added).join(versions, versions.c.id == articles.c.version)
        for row in connection.execute(query.where(articles.c.key.in_(some))):
            yield row.key, row.added


def _gone(connection: Connection, keys: Sequence[str]) -> Iterator[str]:
    for some in chunks(keys):
        yield from connection.execute(select(tombstones.c.key).where(tombstones.c.key.in_(some))).scalars()
