"""Bringing inputs to the desk: captures are written first, then what was read from them, so that nothing is lost."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from functools import partial
from itertools import groupby
from typing import Literal, TypeAlias

from msgspec import Struct
from sqlalchemy import select

from runut import flow
from runut.capture import Failure, Options, take
from runut.capture.archive import Place, open_archive
from runut.capture.warc import received
from runut.desk.adding import Also, Item, Received, What, add
from runut.desk.lines import SUFFIXES, BadLine, read_lines
from runut.desk.opening import Desk
from runut.desk.places import end_of
from runut.desk.rows import key_of
from runut.desk.tables import captures, tombstones
from runut.vocabulary import Capture, Record

_Identity: TypeAlias = tuple[str, str | None, str | None]
Fate: TypeAlias = What | Literal["unread", "no article"]

# So many records are written at once, or those that came within so many seconds: a link may take long.
AT_ONCE = 100
PATIENCE = 2.0
LEFT_OUT = ("error", "index")


class Brought(Struct, frozen=True, kw_only=True):
    """What became of one input."""

    file: str
    """The input as it was given."""
    what: Fate
    """As `Outcome.what` tells, or `unread` and `no article`: nothing was kept."""
    article: str | None = None
    version: str | None = None
    reason: str | None = None
    """Why nothing was kept."""


def bring(
    desk: Desk, sources: Sequence[str], *, options: Options | None = None, join: bool = True
) -> Iterator[Brought]:
    """Read inputs and keep them; yields what became of each, in their order, as soon as it is on the disk.

    Files of JSON Lines hold records; everything else is taken as `runut read` takes it. What was told is kept for good:
    whoever is interrupted may add the same inputs again, and nothing is doubled.

    Raises StoreFault when the desk or its folder of captures cannot be written.
    """
    for some in _batches(_read(sources, options or Options(), join=join)):
        yield from keep(desk, some)


class Read(Struct, frozen=True):
    """An input that was read, with the captures behind it, or why it was not."""

    file: str
    record: Record | None
    captures: tuple[Capture, ...] = ()
    reason: str | None = None


def _read(sources: Sequence[str], options: Options, *, join: bool) -> Iterator[Read]:
    for is_lines, some in groupby(sources, _holds_lines):
        if is_lines:
            for path in some:
                yield from _from_lines(path)
        else:
            yield from _from_pages(take(list(some), options=options), join=join)


def _holds_lines(source: str) -> bool:
    return source.lower().endswith(SUFFIXES) and "://" not in source


def _from_lines(path: str) -> Iterator[Read]:
    try:
        for number, found in enumerate(read_lines(path), start=1):
            if isinstance(found, BadLine):
                yield Read(path, None, reason=f"Line {found.number} {found.message}")
            else:
                yield Read(found.file or f"{path}#{number}", found)
    except (OSError, EOFError) as fault:
        yield Read(path, None, reason=f"The file cannot be read: {fault}.")


def _from_pages(taken: Iterable[Capture | Failure], *, join: bool) -> Iterator[Read]:
    if join:
        for record, found in flow.read_joined(taken):
            yield _told(record, found)
        return
    for item in taken:
        if isinstance(item, Failure):
            yield _told(flow.failed(item.source, item.error), ())
        else:
            yield _told(flow.read(item), (item,))


def _told(record: Record, found: tuple[Capture, ...]) -> Read:
    reason = record.doubts[0].message if record.kind == "error" and record.doubts else None
    return Read(record.file or "", record if record.id else None, found, reason)


def _batches(items: Iterable[Read]) -> Iterator[list[Read]]:
    gathered: list[Read] = []
    begun = time.monotonic()
    for item in items:
        gathered.append(item)
        if len(gathered) >= AT_ONCE or time.monotonic() - begun > PATIENCE:
            yield gathered
            gathered, begun = [], time.monotonic()
    if gathered:
        yield gathered


def read_capture(capture: Capture) -> Read:
    """Read one page as it was received."""
    return _told(flow.read(capture), (capture,))


def keep(desk: Desk, some: Sequence[Read], also: Also | None = None) -> Iterator[Brought]:
    """Write the captures of a batch, then its records; the archive stays locked until these are committed.

    `also` is called with the connection before that, so that what it writes is committed with them or not at all.
    """
    identities = {id(capture): _identity(capture) for read in some for capture in read.captures}
    known = _known(desk, some, identities)
    kept = [(read, read.record) for read in some if read.record and _is_kept(read.record, known)]
    new = _new([capture for read, _ in kept for capture in read.captures], identities, known)
    with open_archive(desk.address.captures, partial(_end, desk)) if new else nullcontext() as archive:
        places = {id(capture): archive.keep(capture) for capture in new} if archive else {}
        if archive:
            archive.sync()
        items = [Item(record, tuple(_received(read.captures, places))) for read, record in kept]
        outcomes = dict(zip((id(read) for read, _ in kept), add(desk, items, also), strict=True))
    for read in some:
        outcome = outcomes.get(id(read))
        if outcome:
            yield Brought(file=read.file, what=outcome.what, article=outcome.article, version=outcome.version)
        else:
            yield _left_out(read, known)


def _new(found: Sequence[Capture], identities: Mapping[int, _Identity], known: _Known) -> list[Capture]:
    """The captures that the desk does not have; of those that are the same, the first."""
    by_identity = {identities[id(capture)]: capture for capture in reversed(found)}
    return [capture for identity, capture in reversed(by_identity.items()) if identity not in known.captures]


class _Known(Struct, frozen=True):
    """What the desk has of a batch already."""

    captures: frozenset[_Identity]
    forgotten: frozenset[str]


def _known(desk: Desk, some: Sequence[Read], identities: Mapping[int, _Identity]) -> _Known:
    keys = [key_of(read.record) for read in some if read.record]
    digests = [bytes.fromhex(digest) for digest, _, _ in identities.values()]
    columns = captures.c["sha256", "url", "fetched"]
    with desk.reading() as connection:
        held = connection.execute(select(*columns).where(captures.c.sha256.in_(digests))) if digests else ()
        gone = connection.execute(select(tombstones.c.key).where(tombstones.c.key.in_(keys))).scalars()
        return _Known(
            frozenset((row.sha256.hex(), row.url, row.fetched) for row in held),
            frozenset(gone),
        )


def _identity(capture: Capture) -> _Identity:
    """What tells a capture from another: the same bytes from the same address at the same time are the same."""
    came = received(capture)
    payload = came.exchange.body if came.exchange else came.content
    return hashlib.sha256(payload).hexdigest(), capture.url, capture.fetched


def _is_kept(record: Record, known: _Known) -> bool:
    return record.kind not in LEFT_OUT and key_of(record) not in known.forgotten


def _received(found: Sequence[Capture], places: dict[int, Place]) -> Iterator[Received]:
    for capture in found:
        if id(capture) in places:
            place = places[id(capture)]
            yield Received(source=capture.source, place=place, url=capture.url, fetched=capture.fetched)


def _end(desk: Desk, file: str) -> int:
    with desk.reading() as connection:
        return end_of(connection, file)


def _left_out(read: Read, known: _Known) -> Brought:
    if read.record is None:
        return Brought(file=read.file, what="unread", reason=read.reason)
    if key_of(read.record) in known.forgotten:
        return Brought(file=read.file, what="forgotten", article=key_of(read.record))
    why = f"It is no article but a page of kind “{read.record.kind}”; the desk keeps articles."
    return Brought(file=read.file, what="no article", reason=read.reason or why)
