"""Inputs as a person names them, one after the other, to captures or to failures."""

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from runut.capture.files import read_file, read_stream
from runut.capture.folders import SUFFIXES, is_collection, walk
from runut.capture.limits import RAW_BYTES
from runut.capture.naming import named, shown
from runut.capture.nature import HTML, TEXT
from runut.capture.unpack import unpack
from runut.errors import InputFault, Unreadable
from runut.vocabulary.captures import Capture

STDIN = "-"
_ADDRESS = re.compile(r"\s*[a-z][a-z0-9+.-]{1,20}:\s*//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Options:
    """How inputs are taken."""

    allow_private: bool = False
    """Whether links to private and loopback addresses, and to any port, are followed."""
    limit: int = RAW_BYTES
    """The largest input, in bytes, before and after unpacking."""
    stdin: BinaryIO | None = None
    """What `-` stands for; None for the standard input of this process."""
    fetch: Callable[[str], Capture] | None = None
    """How a link is got; None for one polite GET."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be had, and why; the run goes on with the next."""

    source: str
    error: InputFault


def take(sources: str | Sequence[str], *, options: Options | None = None) -> Iterator[Capture | Failure]:
    """Take one input or several in their order: files, directories with all pages in them, `-`, and links.

    Yields one `Capture` a page, unpacked and with its media type told, or one `Failure`; never raises
    for what an input is or holds.
    """
    for source in (sources,) if isinstance(sources, str) else sources:
        yield from _take_one(source, options or Options())


def _take_one(source: str, options: Options) -> Iterator[Capture | Failure]:
    if source == STDIN:
        yield _attempt(source, partial(_from_stdin, options), options)
    elif _ADDRESS.match(source):
        yield _attempt(named(source), partial(_from_link, named(source), options), options)
    elif os.path.isdir(source):  # noqa: PTH112  # Path.is_dir raises for names that are too long
        yield from _from_folder(source, options)
    else:
        yield from _from_path(named(source), source, options)


def _attempt(source: str, get: Callable[[], Capture], options: Options) -> Capture | Failure:
    try:
        return unpack(get(), options.limit)
    except InputFault as fault:
        return Failure(source, fault)


def _from_stdin(options: Options) -> Capture:
    stream = options.stdin or (sys.stdin.buffer if sys.stdin else None)
    if stream is None:
        raise Unreadable("There is no standard input; give a file or a link.")
    try:
        return Capture(STDIN, read_stream(stream, options.limit, "standard input"))
    except (OSError, ValueError) as fault:
        raise Unreadable(f"Standard input cannot be read: {fault}.") from None


def _from_link(source: str, options: Options) -> Capture:
    if options.fetch:
        return options.fetch(source)
    # The network library takes a quarter of a second to import, and most inputs are files.
    from runut.capture.fetch import fetch

    return fetch(source, allow_private=options.allow_private)


def _from_path(source: str, path: str, options: Options) -> Iterator[Capture | Failure]:
    if not is_collection(path):
        yield _attempt(source, partial(_from_file, source, path, options), options)
        return
    from runut.capture.collections import read_collection  # its library is loaded for web archives only

    for item in read_collection(source, path, options.limit):
        yield (
            Failure(source, item)
            if isinstance(item, InputFault)
            else _attempt(item.source, partial(_given, item), options)
        )


def _given(capture: Capture) -> Capture:
    return capture


def _from_file(source: str, path: str, options: Options) -> Capture:
    return Capture(source, read_file(path, options.limit), media_type=_told_by(path))


def _from_folder(folder: str, options: Options) -> Iterator[Capture | Failure]:
    empty = True
    for found in walk(folder):
        empty = False
        if found.fault:
            yield Failure(found.source, found.fault)
            continue
        yield from _from_path(found.source, found.path, options)
    if empty:
        kinds = ", ".join(suffix for suffix in SUFFIXES if not suffix.endswith(".gz"))
        message = f"The directory {shown(named(folder))!r} holds no pages ({kinds}, or gzip of them)."
        yield Failure(named(folder), Unreadable(message))


def _told_by(path: str) -> str | None:
    """What a file's name says it is; None when it says nothing."""
    name = path.lower().removesuffix(".gz")
    if name.endswith((".html", ".htm")):
        return HTML
    return TEXT if name.endswith(".txt") else None
