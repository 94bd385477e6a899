"""Reading the input of an archive again, to prove that the record comes from it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from runut.capture.unpack import unpack
from runut.errors import RunutError
from runut.vocabulary.captures import Capture
from runut.vocabulary.records import Reading, Record

Reread: TypeAlias = Callable[[Capture], Record]
"""Reads a capture, already unpacked, as `runut read` would."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a record and a new reading of its input agree, a sentence for each difference."""

    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def compare(received: Capture, record: Record, reread: Reread) -> Comparison:
    """Read the input again; where another version made the record, what differs is a note and no fault."""
    try:
        fresh = reread(unpack(received))
    except RunutError as fault:
        return Comparison(faults=(f"The input can no longer be read: {fault}",))
    return differences(record, fresh)


def differences(record: Record, fresh: Record) -> Comparison:
    """Compare a record with a new reading of the same input."""
    told = _differences(record, fresh)
    if record.reading == fresh.reading:
        return Comparison(faults=told)
    versions = f"Made by {_told(record.reading)}, read again by {_told(fresh.reading)}."
    return Comparison(notes=(versions, *told))


def _differences(record: Record, fresh: Record) -> tuple[str, ...]:
    if record.text != fresh.text:
        return ("The record's text is not what is read from the input.",)
    if _statements(record) != _statements(fresh):
        return ("The record's statements are not those read from the input.",)
    return ()


def _statements(record: Record) -> list[object]:
    return [(said.content, said.cue, said.source) for said in record.statements]


def _told(reading: Reading) -> str:
    packs = ", ".join(f"{code} {version}" for code, version in sorted(reading.packs.items()))
    return f"runut {reading.runut} ({packs or 'no packs'}; {reading.model or 'no model'})"
