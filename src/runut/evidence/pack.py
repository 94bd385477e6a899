"""Packing evidence."""

from importlib.resources import files as package_files

from runut.capture.inflate import GZIP
from runut.capture.mhtml import is_mhtml
from runut.capture.naming import named
from runut.capture.nature import TEXT
from runut.capture.unpack import Unpacked
from runut.evidence.frame import write
from runut.evidence.manifest import (
    FORMAT,
    MANIFEST,
    README,
    RECORD,
    REPORT,
    SUMS,
    Manifest,
    Member,
    Received,
    encode,
    sums,
)
from runut.version import __version__
from runut.vocabulary.captures import Capture


def pack(capture: Capture, record_json: bytes, report_html: bytes) -> bytes:
    """Make one archive of an input, the record read from it (one JSON object) and its report.

    The input goes in as it was received, before unpacking. The same arguments give the same bytes.
    """
    received = capture.received if isinstance(capture, Unpacked) else capture
    name = _input_name(received.content, capture.media_type)
    files = {name: received.content, RECORD: record_json, REPORT: report_html, README: _readme(name)}
    files[MANIFEST] = encode(
        Manifest(
            format=FORMAT,
            runut=__version__,
            source=named(capture.source),
            url=capture.url,
            fetched=capture.fetched,
            input=name,
            received=Received(url=received.url, media_type=received.media_type, charset=received.charset),
            members=tuple(Member.of(name, content) for name, content in files.items()),
        )
    )
    files[SUMS] = sums(files)
    return write(files)


def _input_name(content: bytes, media_type: str | None) -> str:
    if is_mhtml(content):
        return "input.mhtml"
    suffix = ".txt" if media_type == TEXT else ".html"
    return f"input{suffix}.gz" if content.startswith(GZIP) else f"input{suffix}"


def _readme(input_name: str) -> bytes:
    parts = (package_files("runut.evidence").joinpath(f"readme.{code}.txt").read_text("utf-8") for code in ("id", "en"))
    return "\n\n".join(parts).replace("{input}", input_name).encode()
