"""MHTML (RFC 2557): the page inside a web page saved as one mail message.

Only the outermost parts are split, by hand: the standard library's mail parser recurses into nested
messages and reads line by line, which a hostile file of this size would make slow or deep. Headers are
read by it.
"""

import binascii
import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32
from email.utils import collapse_rfc2231_value

from msgspec import Struct

from runut.capture.nature import HTML
from runut.errors import Unreadable

_HEADER_BYTES = 1 << 14
_PARTS = 2_000
_DEPTH = 3
_MESSAGE = re.compile(rb"\s{0,8}[A-Za-z][A-Za-z0-9-]{0,60}:[ \t]")
_RELATED = re.compile(rb"^content-type:\s{1,80}multipart/(?:related|mixed|alternative)", re.IGNORECASE | re.MULTILINE)
_BLANK = re.compile(rb"\r?\n\r?\n")


class Root(Struct, frozen=True):
    """The page of a saved message."""

    content: bytes
    url: str | None
    charset: str | None


def is_mhtml(content: bytes) -> bool:
    """Whether it begins as a mail message of several parts does."""
    head = content[:_HEADER_BYTES]
    return _MESSAGE.match(head) is not None and _RELATED.search(_headers(head)) is not None


def root(content: bytes) -> Root:
    """The root part, decoded; `Unreadable` when the message holds no HTML."""
    message, body = _split(content.lstrip())
    part = _find(message, body, _DEPTH)
    if part is None:
        raise Unreadable("The MHTML file holds no HTML part; save the page again, as HTML.")
    headers, packed = part
    url = _address(message, "Snapshot-Content-Location") or _address(headers, "Content-Location")
    return Root(_decode(headers, packed), url, headers.get_content_charset())


def _find(message: Message, body: bytes, depth: int) -> tuple[Message, bytes] | None:
    start = collapse_rfc2231_value(message.get_param("start", "")).strip(" <>")
    first = None
    for headers, content in _parts(message, body):
        found: tuple[Message, bytes] | None = (headers, content)
        if headers.get_content_maintype() == "multipart":
            found = _find(headers, content, depth - 1) if depth > 1 else None
        elif headers.get_content_type() not in (HTML, "application/xhtml+xml"):
            found = None
        if found and (not start or _text(headers, "Content-ID").strip("<>") == start):
            return found
        first = first or found
    return first


def _parts(message: Message, body: bytes) -> Iterator[tuple[Message, bytes]]:
    boundary = (message.get_boundary() or "").encode("ascii", "replace")
    if not boundary:
        return
    mark = b"\n--" + boundary
    place = body.find(mark[1:]) if body.startswith(mark[1:]) else body.find(mark)
    for _ in range(_PARTS):
        begin = body.find(b"\n", place + len(mark) - 1) if place >= 0 else -1
        if begin < 0:
            return
        place = body.find(mark, begin)
        end = place if place >= 0 else len(body)
        yield _split(body[begin + 1 : end].removesuffix(b"\r"))


def _split(content: bytes) -> tuple[Message, bytes]:
    head = _headers(content[:_HEADER_BYTES])
    message = BytesHeaderParser(policy=compat32).parsebytes(head)
    gap = _BLANK.match(content, len(head))
    return message, content[gap.end() if gap else len(head) :]


def _headers(head: bytes) -> bytes:
    gap = _BLANK.search(head)
    return head[: gap.start()] if gap else head


def _decode(headers: Message, packed: bytes) -> bytes:
    coding = _text(headers, "Content-Transfer-Encoding").lower()
    if coding == "quoted-printable":
        return binascii.a2b_qp(packed)
    if coding != "base64":
        return packed
    try:
        return binascii.a2b_base64(packed)
    except binascii.Error:
        raise Unreadable("The base64 data in the MHTML file is damaged; save the page again.") from None


def _text(message: Message, name: str) -> str:
    return str(message.get(name, "")).strip()


def _address(message: Message, name: str) -> str | None:
    value = re.sub(r"\s", "", _text(message, name))
    return value if re.match(r"https?://", value, re.IGNORECASE) else None
