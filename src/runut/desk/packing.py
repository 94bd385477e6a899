"""Records as they are kept: their JSON, deflated, with its hash."""

from __future__ import annotations

import hashlib
import zlib
from typing import NamedTuple, TypeVar

import msgspec
from msgspec.structs import replace

from runut.errors import StoreFault
from runut.vocabulary import Record

# No record is larger; a damaged one must not fill the memory.
LARGEST = 64_000_000

Shape = TypeVar("Shape")

_whole = msgspec.json.Decoder(Record)


class Packed(NamedTuple):
    """A record as the database holds it."""

    content: bytes
    sha256: bytes
    """Of the JSON before it was deflated."""


def pack(record: Record) -> Packed:
    """Pack a record; the time that its reading took is not part of what it says."""
    said = msgspec.json.encode(replace(record, seconds=None))
    return Packed(zlib.compress(said, 6), hashlib.sha256(said).digest())


def unpack(content: bytes, sha256: bytes, name: str) -> Record:
    """Give a record back just as it was packed.

    Raises StoreFault when a byte of it or of its hash has changed.
    """
    return unpack_as(_whole, content, sha256, name)


def unpack_as(decoder: msgspec.json.Decoder[Shape], content: bytes, sha256: bytes, name: str) -> Shape:
    """Give back what a decoder takes of a record: a list of hits needs few of its fields, and soon.

    Raises StoreFault when a byte of it or of its hash has changed.
    """
    try:
        inflater = zlib.decompressobj()
        said = inflater.decompress(content, LARGEST)
        if inflater.eof and hashlib.sha256(said).digest() == sha256:
            return decoder.decode(said)
    except (zlib.error, msgspec.MsgspecError, UnicodeError):
        pass
    raise StoreFault(f"The record of {name} is not as it was kept; see `runut doctor`, and restore a backup.")
