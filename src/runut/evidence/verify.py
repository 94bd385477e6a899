"""Checking evidence: hashes, frame, spans, and whether the record still comes from the input."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from os import PathLike, fspath

import msgspec

from runut.capture.files import read_file
from runut.errors import BrokenEvidence
from runut.evidence.again import Comparison, Reread, compare
from runut.evidence.frame import Opened, read
from runut.evidence.manifest import FORMAT, MANIFEST, RECORD, REPORT, SUMS, Manifest, Member, sums
from runut.evidence.spans import stray
from runut.vocabulary.captures import Capture
from runut.vocabulary.records import Record

# The largest input, and as much again for its record and for its report.
_ARCHIVE_BYTES = 250_000_000


@dataclass(frozen=True, slots=True)
class Verification:
    """What a check of an archive found."""

    ok: bool
    """Whether there are no faults."""
    faults: tuple[str, ...]
    """What does not agree, a sentence each."""
    notes: tuple[str, ...]
    """What is worth knowing and no fault, such as another version of Runut."""
    members: tuple[Member, ...]
    """The undamaged files of the archive as they are, whatever the manifest says."""
    sha256: str
    """Of the archive as a whole, to be compared with one written down elsewhere."""
    manifest: Manifest | None
    """None when it cannot be read."""
    is_reread: bool
    """Whether the input was read again and compared with the record."""


def verify(path: str | PathLike[str], *, reread: Reread | None = None) -> Verification:
    """Check an evidence archive.

    With `reread`, the input is read again, provided that nothing is wrong so far, and text and statements
    are compared with the record's. Where they differ and another version of Runut, of its packs or its
    model made the record, that is a note and no fault.

    Raises `BrokenEvidence` for a file that is no evidence archive or a hostile one, and an `InputFault`
    for a file that cannot be read.
    """
    data = read_file(fspath(path), _ARCHIVE_BYTES)
    opened = read(data)
    manifest = _manifest(opened)
    record = _record(opened)
    faults = (*_faults(opened, manifest), *(stray(record) if record else ()))
    again = (
        compare(_received(opened, manifest), record, reread) if reread and manifest and record and not faults else None
    )
    return Verification(
        ok=not (faults or (again and again.faults)),
        faults=faults + (again or Comparison()).faults,
        notes=(again or Comparison()).notes,
        members=tuple(Member.of(name, content) for name, content in opened.files.items()),
        sha256=hashlib.sha256(data).hexdigest(),
        manifest=manifest,
        is_reread=again is not None,
    )


def _manifest(opened: Opened) -> Manifest | None:
    if MANIFEST in opened.damaged:
        return None
    if MANIFEST not in opened.files:
        raise BrokenEvidence(f"The archive has no {MANIFEST}; it is no evidence archive of Runut.")
    try:
        manifest = msgspec.json.decode(opened.files[MANIFEST], type=Manifest)
    except (msgspec.DecodeError, RecursionError):
        return None
    if manifest.format != FORMAT:
        raise BrokenEvidence(f"The archive has format {manifest.format}; this Runut knows {FORMAT}. Use a newer one.")
    return manifest


def _record(opened: Opened) -> Record | None:
    try:
        return msgspec.json.decode(opened.files.get(RECORD, b""), type=Record)
    except (msgspec.DecodeError, RecursionError):
        return None


def _received(opened: Opened, manifest: Manifest) -> Capture:
    told = manifest.received
    return Capture(
        manifest.source,
        opened.files[manifest.input],
        url=told.url,
        media_type=told.media_type,
        charset=told.charset,
        fetched=manifest.fetched,
    )


def _faults(opened: Opened, manifest: Manifest | None) -> Iterator[str]:
    yield from (f"{name} is damaged." for name in opened.damaged)
    if not opened.is_exact:
        yield "The archive is not as it was made: its frame or its members were changed."
    if opened.files.get(SUMS) != sums(opened.files):
        yield f"{SUMS} does not agree with the files."
    if manifest is None:
        yield f"{MANIFEST} cannot be read."
    else:
        yield from _member_faults(opened, manifest)
    if _record(opened) is None:
        yield f"{RECORD} cannot be read as a record."


def _member_faults(opened: Opened, manifest: Manifest) -> Iterator[str]:
    told = {member.name: member for member in manifest.members}
    for name in (manifest.input, RECORD, REPORT):
        if name not in told:
            yield f"{MANIFEST} does not tell of {name}."
    for name, member in told.items():
        if name not in opened.files:
            if name not in opened.damaged:
                yield f"{name} is missing."
        elif Member.of(name, opened.files[name]) != member:
            yield f"{name} is not the file that {MANIFEST} tells of: size or hash differ."
    for name in opened.files.keys() - told.keys() - {MANIFEST, SUMS}:
        yield f"{name} does not belong to the archive."
