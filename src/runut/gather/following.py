"""Which listings a desk follows."""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import Connection, delete, func, insert, select

from runut.desk.dictionary import next_number
from runut.desk.moments import now
from runut.desk.opening import Desk
from runut.desk.tables import finds, follows
from runut.errors import NotHeld, UsageFault
from runut.gather.discovery import discover
from runut.gather.listings import ListingKind
from runut.gather.manners import Manners


class Followed(Struct, frozen=True, kw_only=True):
    """One listing that is followed."""

    url: str
    kind: ListingKind
    title: str | None = None
    is_new: bool = False
    """Whether it was not followed before."""
    checked: str | None = None
    """When it was last asked for, RFC 3339 in UTC."""
    found: int = 0
    """How many addresses it has told of."""
    waiting: int = 0
    """How many of them are still to be read."""
    failed: int = 0
    """How many could not be had."""
    fault: str | None = None
    """Why it could not be had the last time."""


def follow(desk: Desk, address: str, manners: Manners) -> tuple[Followed, ...]:
    """Follow what is behind an address: a feed, a sitemap, or a site, of which the listings are found.

    Raises InputFault when the address cannot be had, UsageFault when it tells of nothing.
    """
    line = manners.line()
    found = discover(address, line, manners.robots(line))
    if not found:
        raise UsageFault(
            f"{address} names no feed and no sitemap of news, and none of its links reads like a headline; "
            "give the address of a feed, a sitemap or a section."
        )
    with desk.writing() as connection:
        return tuple(_note(connection, url, listing.kind, listing.title) for url, listing in found)


def follow_all(desk: Desk, named: tuple[tuple[str, str | None], ...]) -> tuple[Followed, ...]:
    """Follow feeds by address and title, as another reader listed them; nothing is asked for yet."""
    with desk.writing() as connection:
        return tuple(_note(connection, url, "feed", title) for url, title in named)


def unfollow(desk: Desk, url: str) -> None:
    """Stop following; what was read stays on the desk.

    Raises UsageFault when the address is not followed.
    """
    with desk.writing() as connection:
        number = connection.execute(select(follows.c.id).where(follows.c.url == url)).scalar()
        if number is None:
            raise NotHeld(f"{url} is not followed; `runut follow` lists what is.")
        connection.execute(delete(finds).where(finds.c.follow == number))
        connection.execute(delete(follows).where(follows.c.id == number))


def followed(desk: Desk) -> tuple[Followed, ...]:
    """All that is followed, in the order in which it was added."""
    times = select(finds.c.follow, finds.c.state, func.count().label("times")).group_by(finds.c.follow, finds.c.state)
    with desk.reading() as connection:
        counts = {(row.follow, row.state): row.times for row in connection.execute(times)}
        rows = connection.execute(select(follows).order_by(follows.c.id)).all()
    return tuple(
        Followed(
            url=row.url,
            kind=row.kind,
            title=row.title,
            checked=row.checked,
            found=sum(count for (number, _), count in counts.items() if number == row.id),
            waiting=counts.get((row.id, "waiting"), 0),
            failed=counts.get((row.id, "failed"), 0),
            fault=row.fault,
        )
        for row in rows
    )


def _note(connection: Connection, url: str, kind: ListingKind, title: str | None) -> Followed:
    is_new = connection.execute(select(follows.c.id).where(follows.c.url == url)).first() is None
    if is_new:
        values = {"id": next_number(connection, follows), "url": url, "kind": kind, "title": title, "added": now()}
        connection.execute(insert(follows), values | {"etag": "", "modified": "", "failures": 0, "due": 0})
    return Followed(url=url, kind=kind, title=title, is_new=is_new)
