"""Bytes of one file or of standard input, never more than the limit and never from a special file."""

import os
import stat
from typing import IO

from runut.capture.limits import STEP, megabytes
from runut.capture.naming import shown
from runut.errors import Refused, TooLarge, Unreadable

# Opening a pipe without a writer would wait for ever; a device could act on being opened.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def read_file(path: str, limit: int) -> bytes:
    """Read a regular file of at most `limit` bytes.

    Raises `Unreadable` when it cannot be opened or read, `Refused` when it is no regular file,
    `TooLarge` when it holds more.
    """
    try:
        with open(path, "rb", opener=lambda name, _: os.open(name, _FLAGS)) as stream:
            _require_regular(os.fstat(stream.fileno()).st_mode, path)
            return read_stream(stream, limit, path)
    except FileNotFoundError:
        raise Unreadable(f"There is no file {shown(path)!r}.{_advice(path)}") from None
    except PermissionError:
        raise Unreadable(f"{shown(path)!r} may not be read by you; change its permissions or copy it.") from None
    except IsADirectoryError:
        raise Unreadable(f"{shown(path)!r} is a directory where a file was expected.") from None
    except (OSError, ValueError) as fault:
        raise Unreadable(f"{shown(path)!r} cannot be read: {_reason(fault)}.") from None


def read_stream(stream: IO[bytes], limit: int, name: str) -> bytes:
    """Read a stream to its end; `TooLarge` as soon as it has given more than `limit` bytes."""
    pieces = []
    room = limit
    while piece := stream.read(min(STEP, room + 1)):
        room -= len(piece)
        if room < 0:
            raise TooLarge(f"{shown(name)!r} is larger than {megabytes(limit)}, the limit for one page.")
        pieces.append(piece)
    return b"".join(pieces)


def _require_regular(mode: int, path: str) -> None:
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    raise Refused(f"{shown(path)!r} is a pipe or a device, not a file; send its data to standard input and give `-`.")


def _advice(path: str) -> str:
    looks_like_a_link = "." in path.partition("/")[0].strip(".") and "/" in path
    return " For a web page, begin its address with https://" if looks_like_a_link else " Check the spelling."


def _reason(fault: OSError | ValueError) -> str:
    return (fault.strerror if isinstance(fault, OSError) else str(fault)) or "unknown reason"
