"""The page inside an input: gzip, MHTML, single-file saves and frames of web archives, in this order."""

from msgspec import Struct
from msgspec.structs import replace

from runut.capture.archives import unframe
from runut.capture.inflate import GZIP, gunzip
from runut.capture.limits import RAW_BYTES
from runut.capture.mhtml import is_mhtml, root
from runut.capture.nature import HTML, TEXT, looks_like_html, require_readable
from runut.capture.saves import unmark
from runut.errors import Unreadable
from runut.vocabulary.captures import Capture


class Unpacked(Capture, frozen=True, kw_only=True):
    """A page that was inside something else; `content` is the page, `received` what came in."""

    received: Capture


class _Layer(Struct, frozen=True):
    content: bytes
    url: str | None
    charset: str | None
    media_type: str


def unpack(capture: Capture, limit: int = RAW_BYTES) -> Capture:
    """Give the page inside a capture, with its address when the packing tells it.

    What comes back is an `Unpacked` when its bytes are not those received. Its media type is always
    told: `text/html` or `text/plain`. Raises `Unreadable` for bytes that are no page and `TooLarge` for
    more than `limit` bytes unpacked.
    """
    layer = _unwrap(capture, limit)
    require_readable(layer.content)
    if layer.media_type == HTML:
        layer = _clean(layer)
    page = replace(capture, media_type=layer.media_type, url=layer.url, charset=layer.charset)
    if layer.content == capture.content:
        return page
    return Unpacked(
        source=page.source,
        content=layer.content,
        url=page.url,
        media_type=page.media_type,
        charset=page.charset,
        fetched=page.fetched,
        received=capture,
    )


def _unwrap(capture: Capture, limit: int) -> _Layer:
    content = capture.content
    if content.startswith(GZIP):
        content = gunzip(content, limit)
        if content.startswith(GZIP):
            raise Unreadable("The input is gzip inside gzip; unpack it once and try again.")
    if is_mhtml(content):
        part = root(content)
        return _Layer(part.content, capture.url or part.url, part.charset, HTML)
    return _Layer(content, capture.url, capture.charset, _media_type(capture, content))


def _media_type(capture: Capture, content: bytes) -> str:
    told = (capture.media_type or "").lower()
    if told in (HTML, "application/xhtml+xml"):
        return HTML
    if told == TEXT:
        return TEXT
    return HTML if looks_like_html(content) else TEXT


def _clean(layer: _Layer) -> _Layer:
    saved = unmark(layer.content)
    url = layer.url or saved.url
    page = unframe(saved.content, url)
    return _Layer(page.content, page.url or url, layer.charset, layer.media_type)
