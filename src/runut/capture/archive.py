"""A folder of WARC files that captures are appended to, and from which nothing is lost when a writer is killed.

Whoever keeps an archive's places in a database commits them while the archive is still open: the file is locked until
then, and what stands behind the last place that is known was never committed and is cut off by the next writer.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from runut.capture.warc import group, ungroup, warcinfo
from runut.errors import BrokenEvidence, StoreFault
from runut.vocabulary.captures import Capture

try:
    import fcntl
except ImportError:  # a system without it: every writer begins a file of its own
    LOCKS = False
else:
    LOCKS = True

SUFFIX = ".warc.gz"
# A file that has grown to this is left; the next capture begins another.
LARGEST = 1_000_000_000
# Seconds that a takedown waits for writers to come to the end of what they are adding.
PATIENCE = 30.0


class Place(Struct, frozen=True):
    """Where a capture lies."""

    file: str
    """Name of the file in its folder."""
    offset: int
    """Of its first record, in bytes."""
    length: int
    """Of all its records together."""
    record_id: str
    """WARC-Record-ID of the response or resource."""
    sha256: str
    """Of what was received, in hexadecimal."""
    whole: str
    """SHA-256 of the bytes of all its records as they lie in the file."""


class Archive:
    """One WARC file that is open for appending; made by `open_archive`."""

    def __init__(self, folder: Path, name: str, stream: FileIO) -> None:
        self.name = name
        self._folder = folder
        self._stream = stream

    @property
    def size(self) -> int:
        """Bytes in the file."""
        return self._stream.tell()

    def keep(self, capture: Capture) -> Place:
        """Append a capture as it was received; on the disk for good only after `sync`.

        Raises StoreFault when the file cannot be written; it is then as it was before.
        """
        records = group(capture)
        digests = (hashlib.sha256(content).hexdigest() for content in (records.payload, records.content))
        return Place(self.name, self._append(records.content), len(records.content), records.record_id, *digests)

    def take(self, place: Place, content: bytes) -> Place:
        """Append the records of a capture that lay elsewhere; tells where they are now. Raises as `keep` does."""
        if hashlib.sha256(content).hexdigest() != place.whole:
            raise BrokenEvidence(
                f"The capture in {place.file} at byte {place.offset:,} is damaged; see `runut doctor`."
            )
        return replace(place, file=self.name, offset=self._append(content))

    def _append(self, content: bytes) -> int:
        offset = self._stream.tell()
        try:
            _write(self._stream, content)
        except OSError as fault:
            with suppress(OSError):
                self._stream.truncate(offset)
                self._stream.seek(offset)
            raise _fault(self._folder, fault) from fault
        return offset

    def sync(self) -> None:
        """See that everything kept is on the disk.

        Raises StoreFault when the system cannot promise that.
        """
        try:
            os.fsync(self._stream.fileno())
        except OSError as fault:
            raise _fault(self._folder, fault) from fault

    def close(self) -> None:
        """Close the file, and let others append to it."""
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_archive(folder: Path, end_of: Callable[[str], int]) -> Archive:
    """Open the newest file that nobody else writes to, or begin another.

    `end_of` tells up to where a file is known, in bytes; it is asked after the file was locked. What stands behind that
    was left by a writer that was killed, and is cut off. Raises StoreFault when the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(folder.glob("*" + SUFFIX), reverse=True) if LOCKS else ():
            archive = _open(folder, path, end_of)
            if archive:
                return archive
        return _begin(folder)
    except OSError as fault:
        raise _fault(folder, fault) from fault


def read(folder: Path, place: Place) -> Capture:
    """Give a capture back as it was received.

    Raises BrokenEvidence when it is missing, or when any byte of its records is not as it was written.
    """
    return ungroup(records(folder, place))


def records(folder: Path, place: Place) -> bytes:
    """The records of a capture as they lie in the file; raises as `read` does."""
    content = _bytes(folder, place)
    if hashlib.sha256(content).hexdigest() != place.whole:
        raise BrokenEvidence(f"The capture in {place.file} at byte {place.offset:,} is damaged or missing.")
    return content


@contextmanager
def locked(folder: Path, files: Sequence[str]) -> Iterator[None]:
    """Keep writers away from some files; those that are not there are passed over.

    Raises StoreFault when a writer does not let go of one in time.
    """
    held: list[FileIO] = []
    try:
        for name in sorted(set(files)):
            with suppress(FileNotFoundError):
                held.append((folder / name).open("rb", buffering=0))
                _wait(held[-1], name)
        yield
    finally:
        for stream in held:
            stream.close()


def rewrite(folder: Path, staying: Sequence[Place]) -> Mapping[Place, Place]:
    """Write captures into a new file, and tell where each is now: how others are taken out.

    The old file stays until it is removed by `remove`, so that a database can turn to the new one first. Raises
    BrokenEvidence for a capture that is damaged, StoreFault when the folder cannot be written.
    """
    if not staying:
        return {}
    try:
        with _begin(folder) as archive:
            moved = {place: archive.take(place, _bytes(folder, place)) for place in staying}
            archive.sync()
        return moved
    except OSError as fault:
        raise _fault(folder, fault) from fault


def remove(folder: Path, name: str) -> None:
    """Remove a file that no place refers to any more; one that is gone already is no fault.

    Raises StoreFault when it cannot be removed.
    """
    try:
        (folder / name).unlink(missing_ok=True)
    except OSError as fault:
        raise _fault(folder, fault) from fault


def _open(folder: Path, path: Path, end_of: Callable[[str], int]) -> Archive | None:
    """The file, when it is neither full nor in use."""
    if path.stat().st_size >= LARGEST:
        return None
    stream = path.open("r+b", buffering=0)
    # A takedown may have removed the file before it let go of it: what is written there would be lost.
    if not _lock(stream) or not os.fstat(stream.fileno()).st_nlink:
        stream.close()
        return None
    end = end_of(path.name)
    size = stream.seek(0, os.SEEK_END)
    if end > size:  # damaged: `runut doctor` tells of it, and nothing may be written behind it
        stream.close()
        return None
    if end < size:
        stream.truncate(end)
        stream.seek(end)
    if not end:
        _write(stream, warcinfo(path.name))
    return Archive(folder, path.name, stream)


def _begin(folder: Path) -> Archive:
    name = f"runut-{datetime.now(UTC):%Y%m%d%H%M%S}-{secrets.token_hex(4)}{SUFFIX}"
    stream = (folder / name).open("xb", buffering=0)
    if not _lock(stream):  # another writer found it first; it is theirs
        stream.close()
        return _begin(folder)
    try:
        _write(stream, warcinfo(name))
        _settle(folder)
    except OSError:
        stream.close()
        raise
    return Archive(folder, name, stream)


def _settle(folder: Path) -> None:
    """See that the folder's own list of files outlives a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(stream: FileIO, content: bytes) -> None:
    """All of it: an unbuffered file may take less at a time, and keeps nothing back that could come later."""
    left = memoryview(content)
    while left:
        left = left[stream.write(left) :]


def _lock(stream: FileIO) -> bool:
    if not LOCKS:
        return True
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _wait(stream: FileIO, name: str) -> None:
    begun = time.monotonic()
    while not _lock(stream):
        if time.monotonic() - begun > PATIENCE:
            raise StoreFault(f"Another process is adding captures to {name}; wait for it, and run this again.")
        time.sleep(0.05)


def _bytes(folder: Path, place: Place) -> bytes:
    try:
        if Path(place.file).name != place.file:
            raise BrokenEvidence(f"{place.file!a:.80} is no name of a file of captures.")
        with (folder / place.file).open("rb") as stream:
            stream.seek(place.offset)
            return stream.read(place.length)
    except FileNotFoundError:
        raise BrokenEvidence(f"The file of captures {place.file} is missing; restore a backup.") from None
    except OSError as fault:
        raise _fault(folder, fault) from fault


def _fault(folder: Path, fault: OSError) -> StoreFault:
    return StoreFault(f"The captures in {folder} cannot be read or written: {fault.strerror or fault}.")
