"""WACZ 1.1.1: captures with an index, a list of pages and hashes, for ReplayWeb.page and other archives."""

from __future__ import annotations

import hashlib
import io
import json
import uuid
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO
from urllib.parse import quote, urlsplit

from fastwarc.warc import ArchiveIterator, WarcRecordType
from msgspec import Struct
from warcio.warcwriter import WARCWriter

from runut.capture.naming import is_web
from runut.version import __version__

VERSION = "1.1.1"
WARC = "archive/data.warc.gz"
INDEX = "indexes/index.cdx"
PAGES = "pages/pages.jsonl"
PACKAGE = "datapackage.json"
DIGEST = "datapackage-digest.json"
# Members carry no time of the machine that wrote them.
_EPOCH = (1980, 1, 1, 0, 0, 0)
# Stand for themselves in a key; what is percent-encoded already stays so.
_PLAIN = "!$%&'()*+,/:;=?@[]|"
_PORTS = {"http": 80, "https": 443}
_DEFAULT_DATE = "1970-01-01T00:00:00Z"


class Held(Struct, frozen=True):
    """One capture to be exported."""

    content: bytes
    """Its WARC records, gzipped one by one, the response or resource first."""
    title: str | None = None


class _Page(Struct, frozen=True):
    url: str
    date: str
    title: str | None
    line: str
    """Of the index (CDXJ)."""


def write_wacz(target: Path, captures: Iterable[Held], *, title: str, at: str) -> int:
    """Write a WACZ of captures, made at a time (RFC 3339 in UTC, whole seconds); gives the number of pages in it.

    Captures are read one at a time; what stays in memory is one line of the index for each. Files that were not fetched
    have no address that an index could name, and are left out. The same captures, title and time give the same bytes.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        hashes: dict[str, tuple[str, int]] = {}
        with archive.open(_info(WARC), "w", force_zip64=True) as stream:
            counting = _Hashed(stream)
            counting.write(_opening(title, at))
            pages = list(_write_captures(counting, captures))
            hashes[WARC] = counting.told
        lines = sorted(page.line for page in pages)
        hashes[INDEX] = _add(archive, INDEX, "".join(lines))
        hashes[PAGES] = _add(archive, PAGES, "".join(_page_lines(pages)))
        package = json.dumps(_package(hashes, title, at), indent=2)
        sha, _ = _add(archive, PACKAGE, package)
        _add(archive, DIGEST, json.dumps({"path": PACKAGE, "hash": f"sha256:{sha}"}))
    return len(pages)


def _opening(title: str, at: str) -> bytes:
    """The record that opens the WARC; its name comes from what is written, not from chance."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    facts = {"software": f"Runut/{__version__}", "format": "WARC 1.1"}
    record = writer.create_warcinfo_record(Path(WARC).name, facts)
    record.rec_headers.replace_header("WARC-Record-ID", uuid.uuid5(uuid.NAMESPACE_URL, f"{title} {at}").urn.join("<>"))
    record.rec_headers.replace_header("WARC-Date", at)
    writer.write_record(record)
    return out.getvalue()


class _Hashed:
    """Writes through, and keeps hash and length of what was written."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._hash = hashlib.sha256()
        self.length = 0

    def write(self, content: bytes) -> None:
        self._stream.write(content)
        self._hash.update(content)
        self.length += len(content)

    @property
    def told(self) -> tuple[str, int]:
        return self._hash.hexdigest(), self.length


def _write_captures(stream: _Hashed, captures: Iterable[Held]) -> Iterator[_Page]:
    for held in captures:
        page = _indexed(held, stream.length)
        if page:
            stream.write(held.content)
            yield page


def _indexed(held: Held, offset: int) -> _Page | None:
    """The line of the index for the first record of a capture; None where it has no web address."""
    records = ArchiveIterator(io.BytesIO(held.content), parse_http=True)
    main = next(iter(records))
    url = (main.headers.get("WARC-Target-URI") or "").strip("<> ")
    date = main.headers.get("WARC-Date") or _DEFAULT_DATE
    if not is_web(url):
        return None
    is_response = main.record_type == WarcRecordType.response
    kind = main.http_content_type if is_response else (main.headers.get("Content-Type") or "")
    status = main.http_headers.status_code if is_response else 200
    digest = main.headers.get("WARC-Payload-Digest") or main.headers.get("WARC-Block-Digest") or ""
    following = next(records, None)
    length = following.stream_pos if following else len(held.content)
    facts = {
        "url": url,
        "mime": (kind or "").partition(";")[0].strip() or "unk",
        "status": str(status),
        "digest": digest,
        "length": str(length),
        "offset": str(offset),
        "filename": Path(WARC).name,
    }
    stamp = "".join(filter(str.isdigit, date))[:14].ljust(14, "0")
    return _Page(url, date, held.title, f"{_key(url)} {stamp} {json.dumps(facts)}\n")


def _key(url: str) -> str:
    """The sort key of an address (SURT): the host from its end, then the path; no spaces, for they part the fields."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port not in (None, _PORTS.get(parts.scheme)) else ""
        host = (parts.hostname or "").removeprefix("www.").encode("idna").decode()
    except ValueError:  # no address that a browser would ask for; web archives of others hold such
        return quote(url, safe=_PLAIN).lower()
    query = f"?{parts.query}" if parts.query else ""
    return quote(
        f"{','.join(reversed(host.split('.')))}{port}){parts.path.rstrip('/') or '/'}{query}", safe=_PLAIN
    ).lower()


def _page_lines(pages: Iterable[_Page]) -> Iterator[str]:
    yield json.dumps({"format": "json-pages-1.0", "id": "pages", "title": "All pages"}) + "\n"
    for page in pages:
        # Not demanded, but the reference validator takes a page with neither id nor title for an empty row.
        name = hashlib.sha256(page.line.encode()).hexdigest()[:16]
        facts = {"id": name, "url": page.url, "ts": page.date} | ({"title": page.title} if page.title else {})
        yield json.dumps(facts, ensure_ascii=False) + "\n"


def _package(hashes: dict[str, tuple[str, int]], title: str, at: str) -> dict[str, object]:
    return {
        "profile": "data-package",
        "wacz_version": VERSION,
        "title": title,
        "created": at,
        "software": f"Runut {__version__}",
        "resources": [
            {"name": Path(path).name, "path": path, "hash": f"sha256:{sha}", "bytes": length}
            for path, (sha, length) in hashes.items()
        ],
    }


def _add(archive: zipfile.ZipFile, name: str, text: str) -> tuple[str, int]:
    content = text.encode()
    archive.writestr(_info(name), content)
    return hashlib.sha256(content).hexdigest(), len(content)


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.external_attr = 0o100644 << 16
    return info
