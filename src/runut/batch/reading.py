"""Slices to articles: the plain reading of each page, and what is set aside with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import msgspec

from runut import flow
from runut.batch.cutting import Slice, opened_lines
from runut.batch.storage import open_input, told
from runut.batch.tables import article_row
from runut.capture import unpack
from runut.capture.collections import read_records, warcs
from runut.capture.files import read_stream
from runut.capture.limits import RAW_BYTES
from runut.capture.nature import HTML, TEXT
from runut.desk.lines import LONGEST_LINE, BadLine, read_article
from runut.errors import InputFault, Unreadable
from runut.vocabulary import Article, Capture

# A slice has fewer records than that: so the number of an article is its slice's and its own place in it.
PLACES = 1 << 16
# What a library in Rust raises when it meets what it did not expect; it is no Exception.
PANIC = "PanicException"

_Item = Capture | Article | InputFault | None


def read_slice(given: str) -> list[dict[str, Any]]:
    """The rows of one slice, given as JSON: `article` is filled, or `aside`, or neither for what is no page."""
    one = msgspec.json.decode(given, type=Slice)
    rows = [_row(item, one, place) for place, item in enumerate(_items(one))]
    return [*rows, _aside(one.files[0], None, Unreadable(one.fault))] if one.fault else rows


def _row(item: _Item, one: Slice, place: int) -> dict[str, Any]:
    """Whatever a page does to its reader costs that page alone: a run of a million must not end by one."""
    source = one.files[0]
    if item is None:
        return {"article": None, "aside": None}
    if isinstance(item, InputFault):
        return _aside(source, None, item)
    page = item.source if isinstance(item, Capture) else item.file
    try:
        article = item if isinstance(item, Article) else flow.read_article(unpack(item))
    except Exception as fault:  # noqa: BLE001  # told above
        return _aside(source, page, fault)
    return {"article": article_row(article, one.number * PLACES + place), "aside": None}


def _aside(source: str, page: str | None, fault: BaseException) -> dict[str, Any]:
    kind = type(fault).__name__ if isinstance(fault, InputFault) else "Unexpected"
    return {"article": None, "aside": {"source": source, "page": page, "reason": kind.lower(), "message": told(fault)}}


def _items(one: Slice) -> Iterator[_Item]:
    """The pages of a slice; what stops the reading of a file is a fault in the place of the rest."""
    try:
        if one.kind == "archive":
            yield from islice(_records(one), one.count)
        elif one.kind == "lines":
            yield from islice(_lines(one), one.count)
        else:
            yield from map(_page, one.files)
    except BaseException as fault:  # a damaged archive may raise anything, and what reads it is no Python
        if not isinstance(fault, Exception) and type(fault).__name__ != PANIC:
            raise
        yield Unreadable(f"{one.files[0]} cannot be read on: {told(fault)}.")


def _records(one: Slice) -> Iterator[_Item]:
    source = one.files[0]
    with open_input(source) as stream:
        if one.offset is not None:
            stream.seek(one.offset)
            yield from read_records(stream, source, RAW_BYTES)
            return
        for number, member in enumerate(warcs(stream, source)):
            if number == one.member:
                yield from islice(read_records(member, source, RAW_BYTES), one.first, None)
                return


def _lines(one: Slice) -> Iterator[_Item]:
    with opened_lines(one.files[0]) as stream:
        if one.offset is not None:
            stream.seek(one.offset)
        lines = enumerate(
            iter(lambda: stream.readline(LONGEST_LINE), b""), start=one.first if one.offset is not None else 0
        )
        for number, line in lines:
            if number >= one.first:
                yield _line(line, one.files[0], number + 1)


def _line(line: bytes, source: str, number: int) -> _Item:
    if not line.strip():
        return None
    found = read_article(line, number)
    if isinstance(found, BadLine):
        return Unreadable(f"Line {found.number} {found.message}")
    return found if found.file else msgspec.structs.replace(found, file=f"{source}#{number}")


def _page(path: str) -> _Item:
    try:
        with open_input(path) as stream:
            content = read_stream(stream, RAW_BYTES, path)
    except (OSError, InputFault) as fault:
        return Unreadable(told(fault))
    return Capture(path, content, media_type=TEXT if path.lower().removesuffix(".gz").endswith(".txt") else HTML)
