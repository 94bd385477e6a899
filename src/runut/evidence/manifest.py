"""What an evidence archive says of itself."""

import hashlib

import msgspec
from msgspec import Struct

FORMAT = 1
"""Raised when an older Runut could misread an archive."""

MANIFEST = "manifest.json"
RECORD = "record.json"
REPORT = "report.html"
README = "README.txt"
SUMS = "SHA256SUMS"


class Member(Struct, frozen=True):
    """One file of the archive; `size` in bytes, `sha256` in hexadecimal."""

    name: str
    size: int
    sha256: str

    @classmethod
    def of(cls, name: str, content: bytes) -> "Member":
        """Weigh a file."""
        return cls(name, len(content), hashlib.sha256(content).hexdigest())


class Received(Struct, frozen=True, kw_only=True):
    """What was known of the input before it was unpacked."""

    url: str | None = None
    media_type: str | None = None
    charset: str | None = None


class Manifest(Struct, frozen=True, kw_only=True):
    """The archive's own account: what is in it, and where the input comes from."""

    format: int
    runut: str
    """The version that made the archive."""
    source: str
    """The input as the user named it."""
    url: str | None
    """The page's address, when it is known."""
    fetched: str | None
    """When it was fetched, RFC 3339 in UTC; None for files and pasted text."""
    input: str
    """The name of the member that is the input as received."""
    received: Received
    members: tuple[Member, ...]
    """All members but this one and the list of hashes."""


def encode(manifest: Manifest) -> bytes:
    """Write it so that people can read it too."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"


def sums(files: dict[str, bytes]) -> bytes:
    """The hashes of files in the form that `sha256sum --check` reads."""
    lines = (f"{Member.of(name, content).sha256}  {name}\n" for name, content in files.items() if name != SUMS)
    return "".join(lines).encode()
