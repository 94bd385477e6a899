"""Bringing inputs to the desk: captures are written first, then what was read from them, so that nothing is lost."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal, TypeAlias

from msgspec import Struct
from sqlalchemy import func, select

from runut import flow
from runut.capture import Failure, Options, take
from runut.capture.archive import Archive
from runut.desk.adding import Item, Received, What, add
from runut.desk.lines import SUFFIXES, BadLine, read_lines
from runut.desk.opening import Desk
from runut.desk.tables import captures
from runut.vocabulary import Capture, Record

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
    with Archive.open(desk.address.captures, _ends(desk)) as archive:
        for some in _batches(_read(sources, options or Options(), join=join)):
            yield from _keep(desk, archive, some)


class _Read(Struct, frozen=True):
    """An input that was read, with the captures behind it, or why it was not."""

    file: str
    record: Record | None
    captures: tuple[Capture, ...] = ()
    reason: str | None = None


def _ends(desk: Desk) -> dict[str, int]:
    """Up to where each file of captures is known to this desk; what stands behind it was never committed."""
    query = select(captures.c.file, func.max(captures.c.start + captures.c.length)).group_by(captures.c.file)
    with desk.reading() as connection:
        return dict(connection.execute(query).tuples().all())


def _read(sources: Sequence[str], options: Options, *, join: bool) -> Iterator[_Read]:
    for is_lines, some in groupby(sources, _holds_lines):
        if is_lines:
            for path in some:
                yield from _from_lines(path)
        else:
            yield from _from_pages(take(list(some), options=options), join=join)


def _holds_lines(source: str) -> bool:
    return source.lower().endswith(SUFFIXES) and "://" not in source


def _from_lines(path: str) -> Iterator[_Read]:
    try:
        for number, found in enumerate(read_lines(path), start=1):
            if isinstance(found, BadLine):
                yield _Read(path, None, reason=f"Line {found.number} {found.message}")
            else:
                yield _Read(found.file or f"{path}#{number}", found)
    except (OSError, EOFError) as fault:
        yield _Read(path, None, reason=f"The file cannot be read: {fault}.")


def _from_pages(taken: Iterable[Capture | Failure], *, join: bool) -> Iterator[_Read]:
    if join:
        for record, found in flow.read_joined(taken):
            yield _told(record, found)
        return
    for item in taken:
        if isinstance(item, Failure):
            yield _told(flow.failed(item.source, item.error), ())
        else:
            yield _told(flow.read(item), (item,))


def _told(record: Record, found: tuple[Capture, ...]) -> _Read:
    reason = record.doubts[0].message if record.kind == "error" and record.doubts else None
    return _Read(record.file or "", record if record.id else None, found, reason)


def _batches(items: Iterable[_Read]) -> Iterator[list[_Read]]:
    gathered: list[_Read] = []
    begun = time.monotonic()
    for item in items:
        gathered.append(item)
        if len(gathered) >= AT_ONCE or time.monotonic() - begun > PATIENCE:
            yield gathered
            gathered, begun = [], time.monotonic()
    if gathered:
        yield gathered


def _keep(desk: Desk, archive: Archive, some: Sequence[_Read]) -> Iterator[Brought]:
    kept = [(read, read.record) for read in some if read.record and read.record.kind not in LEFT_OUT]
    items = [Item(record, tuple(_received(archive, capture) for capture in read.captures)) for read, record in kept]
    archive.sync()
    outcomes = dict(zip((id(read) for read, _ in kept), add(desk, items), strict=True))
    for read in some:
        outcome = outcomes.get(id(read))
        if outcome:
            yield Brought(file=read.file, what=outcome.what, article=outcome.article, version=outcome.version)
        else:
            yield _left_out(read)


def _left_out(read: _Read) -> Brought:
    if read.record is None:
        return Brought(file=read.file, what="unread", reason=read.reason)
    told = f"It is no article but a page of kind “{read.record.kind}”; the desk keeps articles."
    return Brought(file=read.file, what="no article", reason=read.reason or told)


def _received(archive: Archive, capture: Capture) -> Received:
    place = archive.keep(capture)
    return Received(
        source=capture.source,
        file=place.file,
        start=place.offset,
        length=place.length,
        record=place.record_id,
        sha256=place.sha256,
        url=capture.url,
        fetched=capture.fetched,
    )
