"""An HTTP answer as it stands in a web archive: status, headers, and the page inside its codings."""

from __future__ import annotations

import re

from msgspec import Struct

from runut.capture.inflate import gather, inflate
from runut.errors import Unreadable

CHARSET = re.compile(r";\s{0,9}charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE | re.ASCII)
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")
_SIZE = re.compile(rb"([0-9a-fA-F]{1,12})[^\r\n]{0,200}\r?\n")
_END = re.compile(rb"\r?\n\r?\n")


class Answer(Struct, frozen=True):
    """An answer, its body as it was sent."""

    status: int
    headers: dict[str, str]
    """The first value of each, names in lower case."""
    body: bytes

    @property
    def media_type(self) -> str:
        """What the server called it, in lower case; empty when it did not."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The character set that the server declared."""
        found = CHARSET.search(self.headers.get("content-type", ""))
        return found[1].lower() if found else None


def parse_answer(block: bytes) -> Answer | None:
    """Read an answer; None when the bytes are none."""
    status, end = _STATUS.match(block), _END.search(block)
    if not status or not end:
        return None
    headers: dict[str, str] = {}
    for line in block[: end.start()].split(b"\n")[1:]:
        name, colon, value = line.decode("latin-1").partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return Answer(int(status[1]), headers, block[end.end() :])


def page_of(answer: Answer, limit: int) -> bytes:
    """The page inside an answer: put together from its chunks, and unpacked.

    Raises `TooLarge` for more than `limit` bytes, `Unreadable` for damaged data. Many archives keep the header that
    tells of chunks though they have put these together: a body that is not chunked is taken as it is.
    """
    body = answer.body
    if "chunked" in answer.headers.get("transfer-encoding", "").lower() and _SIZE.match(body):
        body = _joined(body)
    coding = answer.headers.get("content-encoding", "")
    try:
        return gather(inflate([body], coding), limit)
    except Unreadable:
        if body.lstrip()[:1] == b"<":  # likewise for the header that tells how it is packed
            return body
        raise


def _joined(body: bytes) -> bytes:
    pieces: list[bytes] = []
    at = 0
    while found := _SIZE.match(body, at):
        size = int(found[1], 16)
        if size == 0:
            return b"".join(pieces)
        pieces.append(body[found.end() : found.end() + size])
        at = found.end() + size
        at += 2 if body[at : at + 2] == b"\r\n" else 1
    raise Unreadable("The chunks of the page are damaged; get the web archive again.")
