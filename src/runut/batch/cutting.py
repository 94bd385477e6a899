"""What is to be read: inputs as files, files cut into slices, slices gathered to parts."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import IO, Literal, TypeAlias, cast

from msgspec import Struct

from runut.batch.storage import Stored, files, is_folder, open_input, stored, told
from runut.capture.collections import records, warcs
from runut.capture.folders import COLLECTIONS, PAGES
from runut.desk.lines import LONGEST_LINE
from runut.desk.lines import SUFFIXES as LINES
from runut.errors import InputFault, UsageFault

Kind: TypeAlias = Literal["archive", "lines", "pages"]

# So many records of an archive, lines, or files are one slice: some seconds of work, so that cores share evenly.
SLICE = 100
_PAGES = (*PAGES, *(f"{suffix}.gz" for suffix in PAGES))


class Slice(Struct, frozen=True, kw_only=True):
    """Some records that stand one after the other in a file, or some files of one page each."""

    number: int = 0
    """Among all slices, in the order of the inputs."""
    kind: Kind
    files: tuple[str, ...]
    """One file, but for pages."""
    first: int = 0
    """The first of the records, counted from 0 in its file, or in that file of a WACZ."""
    count: int
    offset: int | None = None
    """Where the first begins, in bytes; None where a file can only be read from its beginning."""
    member: int = 0
    """Which of the files in a WACZ."""
    fault: str | None = None
    """Why the file cannot be read behind these."""


def find(inputs: Iterable[str]) -> list[Stored]:
    """The files that inputs name, in the order of the inputs: themselves, or all of their kind in a folder.

    Raises UsageFault when an input names nothing, or nothing that can be read.
    """
    found: dict[str, Stored] = {}
    for given in inputs:
        named = _named(given)
        if not named:
            raise UsageFault(f"{given} holds nothing to read: {', '.join((*COLLECTIONS, *LINES, *PAGES))}.")
        found |= {one.path: one for one in named}
    return list(found.values())


def _named(given: str) -> list[Stored]:
    if is_folder(given):
        return [one for one in files(given) if kind_of(one.path)]
    try:
        return [stored(given)] if kind_of(given) else []
    except InputFault as fault:
        raise UsageFault(str(fault)) from None


def kind_of(path: str) -> Kind | None:
    """What a file's name says it holds."""
    lower = path.lower()
    if lower.endswith(COLLECTIONS):
        return "archive"
    if lower.endswith(LINES):
        return "lines"
    return "pages" if lower.endswith(_PAGES) else None


def groups(found: Sequence[Stored]) -> Iterator[tuple[str, ...]]:
    """What is cut at a time: each archive and each file of lines alone, pages by the slice."""
    pages = [one.path for one in found if kind_of(one.path) == "pages"]
    yield from ((one.path,) for one in found if kind_of(one.path) != "pages")
    yield from (tuple(pages[start : start + SLICE]) for start in range(0, len(pages), SLICE))


def cut(group: tuple[str, ...]) -> list[Slice]:
    """Cut files into slices; one that cannot be read to its end leaves a slice that says why."""
    kind = kind_of(group[0])
    if kind == "archive":
        return list(_cut(group[0], "archive"))
    if kind == "lines":
        return list(_cut(group[0], "lines"))
    return [Slice(kind="pages", files=group, count=len(group))]


class _Mark(Struct, frozen=True):
    """Where a record begins."""

    member: int
    number: int
    offset: int | None


_START = _Mark(0, 0, None)


def _cut(path: str, kind: Literal["archive", "lines"]) -> Iterator[Slice]:
    marks = (_records if kind == "archive" else _lines)(path)
    begun: _Mark | None = None
    count = 0
    try:
        for mark in marks:
            if begun and (count == SLICE or mark.member != begun.member):
                yield _slice(path, kind, begun, count)
                begun, count = None, 0
            begun = begun or mark
            count += 1
    except Exception as fault:  # noqa: BLE001  # a damaged archive may raise anything, and must not end the run
        yield _slice(path, kind, begun or _START, count, told(fault))
        return
    yield _slice(path, kind, begun or _START, count, None if begun else "It holds no record of a page.")


def _slice(path: str, kind: Kind, begun: _Mark, count: int, fault: str | None = None) -> Slice:
    return Slice(
        kind=kind,
        files=(path,),
        first=begun.number,
        count=count,
        offset=begun.offset,
        member=begun.member,
        fault=fault,
    )


def _records(path: str) -> Iterator[_Mark]:
    """The records of an archive; those in a WACZ, and in a WARC that is packed as a whole, have no place to seek."""
    can_seek = not path.lower().endswith(".wacz")
    before = -1
    with open_input(path) as stream:
        for member, inner in enumerate(warcs(stream, path)):
            for number, record in enumerate(records(inner)):
                can_seek = can_seek and record.stream_pos > before
                before = record.stream_pos
                yield _Mark(member, number, record.stream_pos if can_seek else None)


def _lines(path: str) -> Iterator[_Mark]:
    offset = 0
    with opened_lines(path) as stream:
        for number, line in enumerate(iter(lambda: stream.readline(LONGEST_LINE), b"")):
            yield _Mark(0, number, None if path.endswith(".gz") else offset)
            offset += len(line)


def opened_lines(path: str) -> IO[bytes]:
    """A file of lines, unpacked.

    Raises Unreadable when it cannot be opened.
    """
    stream = open_input(path)
    # The files of the engine's stores know no lines.
    return cast("IO[bytes]", gzip.open(stream) if path.endswith(".gz") else io.BufferedReader(stream))


def parts(slices: Iterable[Slice], size: int) -> list[tuple[Slice, ...]]:
    """Gather numbered slices to parts of about so many records: what is done, and kept, at a time."""
    gathered: list[tuple[Slice, ...]] = []
    remaining = iter(slices)
    while some := tuple(islice(remaining, max(1, size // SLICE))):
        gathered.append(some)
    return gathered
