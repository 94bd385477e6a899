"""The pages of a directory, in a fixed order, without leaving it."""
# A Path would drop the `./` that the user typed, and its tests raise where these say no.
# ruff: noqa: PTH112, PTH114, PTH118, PTH208

import os
from collections.abc import Iterator
from dataclasses import dataclass

from runut.capture.naming import named, shown
from runut.errors import InputFault, Refused, Unreadable

PAGES = (".html", ".htm", ".txt", ".mhtml", ".mht")
COLLECTIONS = (".warc", ".warc.gz", ".wacz")
SUFFIXES = (*PAGES, *(f"{suffix}.gz" for suffix in PAGES), *COLLECTIONS)


@dataclass(frozen=True, slots=True)
class Found:
    """One page of a directory: how it is named to the user, and where it is."""

    source: str
    path: str
    fault: InputFault | None = None
    """Why it is not to be read; None when it is."""


def walk(folder: str) -> Iterator[Found]:
    """All pages below `folder`, by name, each directory in its place.

    Hidden entries and other kinds of files are passed over. Links are followed to files inside the
    folder only: so no loop is entered, and a folder from elsewhere cannot make one publish a file of
    one's own. A link out of it is a `Found` with its fault; so is a directory that cannot be listed.
    """
    home = os.path.realpath(folder)
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if os.path.isdir(path) and (path == folder or not os.path.islink(path)):
            entries, fault = _entries(path)
            waiting.extend(os.path.join(path, name) for name in reversed(entries))
            if fault:
                yield Found(named(path), path, fault)
        elif path.lower().endswith(SUFFIXES) or os.path.islink(path):
            yield from _page(path, home)


def is_collection(path: str) -> bool:
    """Whether a file's name says that it is a web archive of many pages."""
    return path.lower().endswith(COLLECTIONS)


def _entries(path: str) -> tuple[list[str], InputFault | None]:
    try:
        return sorted(name for name in os.listdir(path) if not name.startswith(".")), None
    except OSError as fault:
        return [], Unreadable(f"The directory {shown(named(path))!r} cannot be listed: {fault.strerror}.")


def _page(path: str, home: str) -> Iterator[Found]:
    inside = _inside(path, home)
    if not inside:
        message = f"{shown(named(path))!r} links to something outside of the directory; give its target itself."
        yield Found(named(path), path, Refused(message))
    elif path.lower().endswith(SUFFIXES) and not os.path.isdir(path):
        yield Found(named(path), path)


def _inside(path: str, home: str) -> bool:
    if not os.path.islink(path):
        return True
    target = os.path.realpath(path)
    return target == home or target.startswith(os.path.join(home, ""))
