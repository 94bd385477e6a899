"""Files where they are: in a folder of this machine, or in any store that speaks S3."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from typing import IO, Any, cast

from msgspec import Struct

from runut.errors import InputFault, RunutError, StoreFault, Unreadable, UsageFault

S3 = "s3://"
# A store may be restarted, a line may break: after so many tries, some half a minute in all, it is told.
TRIES = 8
SECONDS = 20.0


class Stored(Struct, frozen=True):
    """A file."""

    path: str
    """With its scheme, as it is opened."""
    size: int
    """Bytes."""


def endpoint() -> str | None:
    """Where the S3-compatible store is, as the tools of Amazon are told it; None for Amazon's own."""
    return os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL")


def region() -> str | None:
    """The region of the store, where the environment names one."""
    return os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION")


def is_remote(path: str) -> bool:
    """Whether a path is one of an S3 store."""
    return path.startswith(S3)


def joined(folder: str, *names: str) -> str:
    """A path below a folder."""
    return "/".join((folder.rstrip("/"), *names))


def open_input(path: str) -> IO[bytes]:
    """Open a file for reading; it can be sought.

    Raises Unreadable when it cannot be opened.
    """
    try:
        return cast("IO[bytes]", _system(path).open_input_file(_bare(path)))
    except OSError as fault:
        raise Unreadable(f"{path} cannot be read: {fault}. Check its name, and who may read it.") from None


def read_bytes(path: str) -> bytes:
    """All bytes of a small file.

    Raises Unreadable when it cannot be had.
    """
    try:
        with open_input(path) as stream:
            return stream.read()
    except OSError as fault:
        raise Unreadable(f"{path} cannot be read: {fault}.") from None


def write_bytes(path: str, content: bytes) -> None:
    """Write a small file whole or not at all.

    Raises StoreFault when it cannot be written.
    """
    system, bare = _system(path), _bare(path)
    draft = bare if is_remote(path) else f"{bare}.part"  # an object of a store appears when it is complete
    try:
        system.create_dir(bare.rsplit("/", 1)[0], recursive=True)
        with system.open_output_stream(draft) as stream:
            stream.write(content)
        if draft != bare:
            system.move(draft, bare)
    except OSError as fault:
        raise StoreFault(f"{path} cannot be written: {fault}. Check the place, and who may write there.") from None


def exists(path: str) -> bool:
    """Whether there is a file or a folder of that name.

    Raises StoreFault when the store cannot be asked.
    """
    return bool(_info(path).type.value)


def is_folder(path: str) -> bool:
    """Whether there is a folder of that name.

    Raises StoreFault when the store cannot be asked.
    """
    return bool(_info(path).type.name == "Directory")


def files(folder: str) -> Iterator[Stored]:
    """All files below a folder, by name; hidden ones are passed over. None when there is no such folder.

    Raises StoreFault when the store cannot be asked.
    """
    from pyarrow.fs import FileSelector, FileType

    selector = FileSelector(_bare(folder), recursive=True, allow_not_found=True)
    try:
        found = _system(folder).get_file_info(selector)
    except OSError as fault:
        raise StoreFault(f"{folder} cannot be listed: {fault}.") from None
    home = _bare(folder)
    for info in sorted((one for one in found if one.type == FileType.File), key=lambda one: one.path):
        if not any(part.startswith(".") for part in info.path.removeprefix(home).split("/")):
            yield Stored(_whole(info.path, folder), info.size)


def stored(path: str) -> Stored:
    """A file by its name.

    Raises Unreadable when there is none.
    """
    info = _info(path)
    if info.type.name != "File":
        raise Unreadable(f"There is no file {path}. Check the spelling.")
    return Stored(path, info.size)


def remove(folder: str) -> None:
    """Remove a folder with all that is in it; nothing happens when there is none.

    Raises StoreFault when it cannot be removed.
    """
    try:
        if _info(folder).type.name == "Directory":
            _system(folder).delete_dir(_bare(folder))
    except OSError as fault:
        raise StoreFault(f"{folder} cannot be removed: {fault}.") from None


def require_arrow() -> None:
    """Make sure that what reads stores is installed.

    Raises UsageFault when it is not.
    """
    try:
        import pyarrow.fs  # noqa: F401  # asked for, not used
    except ModuleNotFoundError:
        raise UsageFault("This needs more than Runut alone: pip install 'runut[batch]'.") from None


def told(fault: BaseException) -> str:
    """Why an input could not be had, in one line."""
    return str(fault) if isinstance(fault, InputFault | RunutError) else f"{type(fault).__name__}: {fault}"


def _info(path: str) -> Any:
    try:
        return _system(path).get_file_info(_bare(path))
    except OSError as fault:
        raise StoreFault(f"{path} cannot be asked for: {fault}. Is AWS_ENDPOINT_URL right?") from None


def _system(path: str) -> Any:
    from pyarrow.fs import LocalFileSystem

    return _s3(endpoint(), region()) if is_remote(path) else LocalFileSystem()


@cache
def _s3(address: str | None, place: str | None) -> Any:
    """Keys come from the environment or the machine's role, as for all tools of the kind."""
    from pyarrow.fs import AwsStandardS3RetryStrategy, S3FileSystem

    return S3FileSystem(
        endpoint_override=address,
        region=place or ("us-east-1" if address else None),
        retry_strategy=AwsStandardS3RetryStrategy(max_attempts=TRIES),
        connect_timeout=SECONDS,
        request_timeout=SECONDS,
    )


def _bare(path: str) -> str:
    return path.removeprefix(S3).rstrip("/") if is_remote(path) else os.path.abspath(path)  # noqa: PTH100  # as given


def _whole(bare: str, like: str) -> str:
    return S3 + bare if is_remote(like) else bare
