"""One capture as WARC records, and back: what was received, the request for it, and what else is known of it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from urllib.parse import quote

import msgspec
from fastwarc.warc import ArchiveIterator
from msgspec import Struct
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser
from warcio.warcwriter import WARCWriter

from runut.capture.answers import parse_answer
from runut.capture.inflate import gather, inflate
from runut.capture.limits import RAW_BYTES
from runut.capture.unpack import Unpacked
from runut.errors import BrokenEvidence, InputFault
from runut.version import __version__
from runut.vocabulary.captures import Capture, Exchange

TOLD = "application/json"
UNNAMED = "urn:runut:input:"
"""Begins the address of an input that has none."""
# Chunks are put together before a body is kept: a header that tells of them would be wrong.
_CHUNKED = re.compile(rb"^(transfer-encoding:)", re.IGNORECASE | re.MULTILINE)


class _Writer(WARCWriter):  # type: ignore[misc]  # the library has no types
    """Records here are small: what the library would spool to a temporary file stays in memory."""

    @staticmethod
    def _create_temp_file() -> io.BytesIO:
        return io.BytesIO()


class Told(Struct, frozen=True, kw_only=True):
    """The metadata record: everything of a capture that the protocol has no place for."""

    source: str
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    fetched: str | None = None
    address: str | None = None


class Group(Struct, frozen=True):
    """The records of one capture, gzipped one by one."""

    content: bytes
    record_id: str
    """Of the response or resource."""
    payload: bytes
    """What was received: the body as the server packed it, or the file."""


def received(capture: Capture) -> Capture:
    """The capture as it came in, before it was unpacked."""
    return capture.received if isinstance(capture, Unpacked) else capture


def group(capture: Capture) -> Group:
    """The WARC records of a capture as it was received: response and request, or resource; then metadata."""
    came = received(capture)
    out = io.BytesIO()
    writer = _Writer(out, gzip=True, warc_version="1.1")
    dated = {"WARC-Date": came.fetched} if came.fetched else {}
    address = capture.url or came.url or UNNAMED + quote(came.source, safe="")
    main = _main(writer, came, address, dated)
    name = main.rec_headers.get_header("WARC-Record-ID")
    beside = dated | {"WARC-Concurrent-To": name}
    writer.write_record(main)
    if came.exchange:
        writer.write_record(_request(writer, came.exchange, address, beside))
    writer.write_record(_metadata(writer, capture, came, address, beside))
    return Group(out.getvalue(), name, came.exchange.body if came.exchange else came.content)


def warcinfo(name: str) -> bytes:
    """The record that opens a file: who wrote it."""
    out = io.BytesIO()
    writer = _Writer(out, gzip=True, warc_version="1.1")
    writer.write_record(writer.create_warcinfo_record(name, {"software": f"Runut/{__version__}", "format": "WARC 1.1"}))
    return out.getvalue()


def ungroup(content: bytes) -> Capture:
    """The capture that some records hold.

    Raises BrokenEvidence when they are not the records of one capture.
    """
    try:
        return _ungroup(content)
    except (OSError, ValueError, KeyError, msgspec.MsgspecError, InputFault) as fault:
        raise BrokenEvidence(f"The records are not those of one capture ({fault}).") from None


def _main(writer: _Writer, came: Capture, address: str, headers: dict[str, str]) -> ArcWarcRecord:
    exchange = came.exchange
    if exchange is None:
        kind = came.media_type or "application/octet-stream"
        payload = io.BytesIO(came.content)
        return writer.create_warc_record(
            address, "resource", payload=payload, warc_content_type=kind, warc_headers_dict=headers
        )
    peer = {"WARC-IP-Address": exchange.address} if exchange.address else {}
    return writer.create_warc_record(
        address,
        "response",
        payload=io.BytesIO(exchange.body),
        http_headers=_http(_CHUNKED.sub(rb"X-Runut-Orig-\1", exchange.head)),
        warc_headers_dict=headers | peer,
    )


def _request(writer: _Writer, exchange: Exchange, address: str, headers: dict[str, str]) -> ArcWarcRecord:
    line, _, rest = exchange.request.partition(b"\r\n")
    fields = _http(b"HTTP/1.1 200 OK\r\n" + rest).headers
    return writer.create_warc_record(
        address,
        "request",
        http_headers=StatusAndHeaders(line.decode("latin-1"), fields, is_http_request=True),
        warc_headers_dict=headers,
    )


def _metadata(writer: _Writer, capture: Capture, came: Capture, address: str, headers: dict[str, str]) -> ArcWarcRecord:
    told = Told(
        source=came.source,
        url=capture.url or came.url,
        media_type=came.media_type,
        charset=came.charset,
        fetched=came.fetched,
        address=came.exchange.address if came.exchange else None,
    )
    payload = io.BytesIO(msgspec.json.encode(told))
    return writer.create_warc_record(
        address, "metadata", payload=payload, warc_content_type=TOLD, warc_headers_dict=headers
    )


def _http(head: bytes) -> StatusAndHeaders:
    return StatusAndHeadersParser(["HTTP/1.1", "HTTP/1.0", "HTTP/2"], verify=False).parse(io.BytesIO(head + b"\r\n"))


def _ungroup(content: bytes) -> Capture:
    blocks = dict(_blocks(content))
    told = msgspec.json.decode(blocks["metadata"], type=Told)
    exchange = None
    if "response" in blocks:
        head, body = _parted(blocks["response"])
        exchange = Exchange(_parted(blocks["request"])[0], head, body, told.address)
    return Capture(
        told.source,
        _content(exchange) if exchange else blocks["resource"],
        url=told.url,
        media_type=told.media_type,
        charset=told.charset,
        fetched=told.fetched,
        exchange=exchange,
    )


def _blocks(content: bytes) -> Iterator[tuple[str, bytes]]:
    for record in ArchiveIterator(io.BytesIO(content), parse_http=False):
        yield record.headers["WARC-Type"], record.reader.read()


def _parted(block: bytes) -> tuple[bytes, bytes]:
    """Head and body of an HTTP message; the head as it was before its chunking was noted."""
    head, _, body = block.partition(b"\r\n\r\n")
    return (head + b"\r\n").replace(b"X-Runut-Orig-", b""), body


def _content(exchange: Exchange) -> bytes:
    answer = parse_answer(exchange.head + b"\r\n")
    return gather(inflate([exchange.body], answer.headers.get("content-encoding", "") if answer else ""), RAW_BYTES)
