"""The archive's frame: a zip of stored members whose every byte follows from what is in them.

Nothing is compressed. So the same members give the same bytes on every machine, an archive can be
compared as a whole with what its members would make, and none can be larger than the file itself.
"""

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass

from runut.capture.naming import shown
from runut.errors import BrokenEvidence

_EPOCH = (1980, 1, 1, 0, 0, 0)
_MEMBERS = 16
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}")
# What the standard library raises for damaged archives, beside its own error.
_DAMAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
    IndexError,
    KeyError,
)


@dataclass(frozen=True, slots=True)
class Opened:
    """What an archive holds."""

    files: dict[str, bytes]
    damaged: tuple[str, ...]
    """Names of members whose checksum or frame is broken."""
    is_exact: bool
    """Whether the archive is, byte for byte, what its members make."""


def write(files: dict[str, bytes]) -> bytes:
    """Make an archive; the same files in the same order give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            archive.writestr(info, content)
    return out.getvalue()


def read(data: bytes) -> Opened:
    """Open an archive without trusting it; `BrokenEvidence` when it is none or is none of ours."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _require_plain(infos, len(data))
            files = {info.filename: _content(archive, info) for info in infos}
    except _DAMAGE as fault:
        raise BrokenEvidence(
            f"The file is no evidence archive, or its frame is damaged ({shown(str(fault))})."
        ) from None
    intact = {name: content for name, content in files.items() if content is not None}
    damaged = tuple(name for name in files if name not in intact)
    return Opened(intact, damaged, not damaged and write(intact) == data)


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | None:
    try:
        return archive.read(info)
    except _DAMAGE:
        return None


def _require_plain(infos: list[zipfile.ZipInfo], size: int) -> None:
    names = [info.filename for info in infos]
    if len(names) > _MEMBERS:
        raise BrokenEvidence(f"The archive holds {len(names)} members; evidence has at most {_MEMBERS}.")
    if len(set(names)) < len(names):
        raise BrokenEvidence("The archive holds two members of one name.")
    for info in infos:
        if not _NAME.fullmatch(info.filename):
            raise BrokenEvidence(
                f"The archive holds a member with a name that evidence never has: {info.filename!a:.80}."
            )
        if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & 1:
            raise BrokenEvidence(f"{info.filename} is compressed or encrypted; the archive was packed again by others.")
    if sum(info.file_size for info in infos) > size:
        raise BrokenEvidence("The members claim to be larger than the archive.")
