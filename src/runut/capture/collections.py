"""Pages inside web archives: WARC files, packed or not, and WACZ, which is WARC in a zip."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType
from msgspec.structs import replace

from runut.capture.answers import page_of, parse_answer
from runut.capture.folders import is_collection
from runut.capture.limits import megabytes
from runut.capture.naming import is_web, shown
from runut.capture.nature import HTML, TEXT
from runut.errors import InputFault, TooLarge, Unreadable
from runut.vocabulary.captures import Capture

_PAGES = (HTML, "application/xhtml+xml", TEXT, "")
# A resource is a file that somebody kept: it may be packed, as files are.
_FILES = (*_PAGES, "application/octet-stream", "application/gzip", "multipart/related")
# No header is longer, no web archive of pages is made of more parts.
_HEADER_BYTES = 65_536
_MEMBERS = 10_000
_LONGEST_ADDRESS = 4_000
OK = 200


def read_collection(source: str, path: str, limit: int) -> Iterator[Capture | InputFault]:
    """The pages of a web archive in order, each as it was received; what cannot be read is a fault in its place.

    `source` is how the user named the file; a page is named `source#address`. Only answers with status 200 that are
    HTML or text are pages. Nothing is kept in memory but one page of at most `limit` bytes.
    """
    count = 0
    try:
        for item in _items(path, source, limit):
            count += isinstance(item, Capture)
            if item is not None:
                yield item
    except (OSError, ValueError, RuntimeError, EOFError, NotImplementedError, zipfile.BadZipFile, zlib.error) as fault:
        yield Unreadable(f"{shown(source)!r} is damaged behind page {count} ({shown(str(fault))}).")
        return
    if not count:
        yield Unreadable(f"{shown(source)!r} holds no page: no answer with status 200 that is HTML or text.")


def _items(path: str, source: str, limit: int) -> Iterator[Capture | InputFault | None]:
    with open(path, "rb") as stream:  # noqa: PTH123  # a Path would drop the `./` that the user typed
        for inner in warcs(stream, path):
            yield from read_records(inner, source, limit)


def warcs(stream: IO[bytes], path: str) -> Iterator[IO[bytes]]:
    """The WARC files in a web archive: the file itself, or those in a WACZ.

    Raises what `zipfile` raises for a WACZ that is none.
    """
    if not path.lower().endswith(".wacz"):
        yield stream
        return
    with zipfile.ZipFile(stream) as archive:
        for member in _members(archive):
            with archive.open(member) as inner:
                yield inner


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    names = archive.infolist()
    if len(names) > _MEMBERS:
        raise ValueError(f"{len(names):,} members, more than any WACZ has")
    return [info for info in names if info.filename.startswith("archive/") and is_collection(info.filename)]


def read_records(stream: IO[bytes], source: str, limit: int) -> Iterator[Capture | InputFault | None]:
    """The pages of a WARC from where the stream stands, a fault for one that cannot be read, None for what is none.

    Raises what the stream raises.
    """
    for record in records(stream):
        address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")[:_LONGEST_ADDRESS]
        address = address if address.isprintable() else shown(address, _LONGEST_ADDRESS)
        name = f"{source}#{address}"
        try:
            page = _page(record, name, address, limit)
        except InputFault as fault:
            yield type(fault)(f"{shown(address, 200)}: {fault}")
        else:
            yield page


def records(stream: IO[bytes]) -> Iterator[WarcRecord]:
    """The records of a WARC that may hold pages, unread; each tells by `stream_pos` where it begins."""
    kinds = WarcRecordType.response | WarcRecordType.resource
    found: Iterator[WarcRecord] = ArchiveIterator(
        stream, record_types=kinds, parse_http=False, max_header_len=_HEADER_BYTES
    )
    return found


def _page(record: WarcRecord, name: str, address: str, limit: int) -> Capture | None:
    """The page that a record holds; None when it holds none."""
    if record.record_type == WarcRecordType.response:
        head: bytes = record.reader.read(_HEADER_BYTES)
        seen = parse_answer(head)
        if seen is None or seen.status != OK or seen.media_type not in _PAGES:
            return None
        answer = replace(seen, body=seen.body + _rest(record, len(head), limit))
        content, kind, charset = page_of(answer, limit), answer.media_type, answer.charset
    else:
        kind, charset = _media_type(record), None
        if kind not in _FILES:
            return None
        content = _rest(record, 0, limit)
    return Capture(
        name,
        content,
        url=address if is_web(address) else None,
        media_type=kind if kind in (HTML, TEXT) else None,
        charset=charset,
        fetched=record.headers.get("WARC-Date"),
    )


def _rest(record: WarcRecord, had: int, limit: int) -> bytes:
    """What follows the first `had` bytes of a record, when as much of it is there as it says."""
    told = record.headers.get("Content-Length") or ""
    if told.isdecimal() and int(told) > limit + _HEADER_BYTES:
        raise TooLarge(f"The record is larger than {megabytes(limit)}, the limit for one page.")
    rest: bytes = record.reader.read()
    if told != str(had + len(rest)):
        raise Unreadable("The record is cut off; get the web archive again.")
    return rest


def _media_type(record: WarcRecord) -> str:
    return (record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
