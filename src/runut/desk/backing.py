"""Backups: the whole desk with its captures in one file, taken while it is in use, and put back anywhere.

A backup is a tar file of the desk as SQLite (whatever database it lives in), its captures, and a list of hashes.
"""

from __future__ import annotations

import hashlib
import io
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import msgspec
from msgspec import Struct

from runut.desk.address import Address
from runut.desk.copying import copy
from runut.desk.moments import now
from runut.desk.opening import Desk, open_desk
from runut.desk.places import ends
from runut.errors import BrokenEvidence, StoreFault, UsageFault
from runut.evidence import Member
from runut.version import __version__

FORMAT = 1
DATABASE = "desk.db"
CAPTURES = "captures/"
MANIFEST = "manifest.json"
STEP = 1 << 20


class Manifest(Struct, frozen=True):
    """What a backup holds."""

    format: int
    runut: str
    at: str
    members: tuple[Member, ...]


def backup(desk: Desk, target: Path) -> Manifest:
    """Write the desk as it stands now to one file; writers go on meanwhile.

    Raises UsageFault when the file is there already, StoreFault when it cannot be written.
    """
    if target.exists():
        raise UsageFault(f"{target} is there already; give another name, so that no backup is lost.")
    draft = target.with_name(target.name + ".part")
    try:
        with tempfile.TemporaryDirectory(dir=target.absolute().parent) as folder:
            database = Path(folder) / DATABASE
            with open_desk(Address.of(str(database))) as twin:
                copy(desk, twin)
                with twin.reading() as connection:
                    held = ends(connection)
            manifest = _write(draft, database, desk.address.captures, held)
        draft.replace(target)
    except OSError as fault:
        draft.unlink(missing_ok=True)
        raise StoreFault(f"The backup cannot be written to {target}: {fault.strerror}.") from fault
    return manifest


def restore(source: Path, address: Address) -> Manifest:
    """Make a desk from a backup, after every hash in it was checked.

    Raises UsageFault when there is a desk already, BrokenEvidence when the backup is damaged, StoreFault when the desk
    cannot be written.
    """
    _require_free(address)
    try:
        with tempfile.TemporaryDirectory(dir=_beside(address)) as name:
            folder = Path(name)
            manifest = _extract(source, folder)
            address.captures.mkdir(parents=True, exist_ok=True)
            with open_desk(Address.of(str(folder / DATABASE))) as held, open_desk(address) as desk:
                for file in sorted((folder / CAPTURES).glob("*")):
                    file.replace(address.captures / file.name)
                copy(held, desk)
    except OSError as fault:
        raise StoreFault(f"The backup cannot be restored: {fault.strerror or fault}.") from fault
    return manifest


def _require_free(address: Address) -> None:
    if address.in_memory:
        raise UsageFault("A desk in memory is gone at once; name a file or a server to restore to.")
    if not address.on_server and Path(address.database).exists():
        raise UsageFault(f"There is a desk at {address} already; name another, or move it away first.")
    if address.captures.is_dir() and any(address.captures.iterdir()):
        raise UsageFault(f"{address.captures} holds captures already; name another folder by RUNUT_CAPTURES.")


def _beside(address: Address) -> Path:
    """Where files can be moved to the folder of captures without being copied."""
    address.captures.parent.mkdir(parents=True, exist_ok=True)
    return address.captures.parent


def _write(draft: Path, database: Path, folder: Path, held: dict[str, int]) -> Manifest:
    with tarfile.open(draft, "w") as archive:
        members = [_put(archive, DATABASE, database, database.stat().st_size)]
        members += [_put(archive, CAPTURES + file, folder / file, end) for file, end in sorted(held.items())]
        manifest = Manifest(FORMAT, __version__, now(), tuple(members))
        content = msgspec.json.format(msgspec.json.encode(manifest), indent=2)
        info = tarfile.TarInfo(MANIFEST)
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return manifest


def _put(archive: tarfile.TarFile, name: str, path: Path, size: int) -> Member:
    """Put the first `size` bytes of a file into the archive: captures that came later belong to no row."""
    info = tarfile.TarInfo(name)
    info.size = size
    with path.open("rb") as stream:
        digest = _digest(stream, size)
        stream.seek(0)
        archive.addfile(info, stream)
    return Member(name, size, digest)


def _extract(source: Path, folder: Path) -> Manifest:
    """Unpack a backup into a folder, trusting neither names nor sizes."""
    (folder / CAPTURES).mkdir()
    try:
        with tarfile.open(source, "r:") as archive:
            manifest = _manifest(archive)
            for member in manifest.members:
                _take(archive, member, folder)
    except (tarfile.TarError, msgspec.MsgspecError, EOFError, KeyError, UnicodeError) as fault:
        raise BrokenEvidence(f"{source} is no backup of a desk, or it is damaged ({fault}).") from None
    except FileNotFoundError:
        raise UsageFault(f"There is no file {source}.") from None
    return manifest


def _manifest(archive: tarfile.TarFile) -> Manifest:
    stream = archive.extractfile(MANIFEST)
    if stream is None:
        raise KeyError(MANIFEST)
    manifest = msgspec.json.decode(stream.read(STEP * 64), type=Manifest)
    if manifest.format != FORMAT:
        raise BrokenEvidence(f"The backup has format {manifest.format}; this Runut knows {FORMAT}. Use a newer one.")
    return manifest


def _take(archive: tarfile.TarFile, member: Member, folder: Path) -> None:
    plain = member.name.removeprefix(CAPTURES)
    is_known = member.name == DATABASE or (member.name.startswith(CAPTURES) and plain.endswith(".warc.gz"))
    if not is_known or "/" in plain or plain.startswith("."):
        raise BrokenEvidence(f"The backup holds a member that backups never have: {member.name!a:.80}.")
    stream = archive.extractfile(member.name)
    if stream is None:
        raise KeyError(member.name)
    digest = hashlib.sha256()
    with (folder / member.name).open("wb") as target:
        for piece in _pieces(stream, member.size):
            digest.update(piece)
            target.write(piece)
    if digest.hexdigest() != member.sha256:
        raise BrokenEvidence(f"{member.name} in the backup is not as it was packed.")


def _digest(stream: IO[bytes], size: int) -> str:
    digest = hashlib.sha256()
    for piece in _pieces(stream, size):
        digest.update(piece)
    return digest.hexdigest()


def _pieces(stream: IO[bytes], size: int) -> Iterator[bytes]:
    while size > 0 and (piece := stream.read(min(STEP, size))):
        size -= len(piece)
        yield piece
