"""What bytes are by their look: HTML, plain text, or nothing that could be read as a page."""

import re

from runut.errors import Unreadable

HTML = "text/html"
TEXT = "text/plain"

_SAMPLE = 1 << 16
_UTF = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_TAG = re.compile(rb"<(?:!doctype|html|head|meta|title|body|article|main|section|div|p|h1|script)[\s>]", re.IGNORECASE)
# What people hand over by mistake, by its first bytes.
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"bplist", "a Safari web archive"),
    (b"SQLite format", "a database"),
)
_ADVICE = "save the page as HTML in a browser, or paste its text"


def require_readable(content: bytes) -> None:
    """Raise `Unreadable` for bytes that are empty or are no text in any usual encoding."""
    if not content.strip(b"\x00 \t\r\n\f"):
        raise Unreadable(f"The input is empty; {_ADVICE}.")
    for start, kind in _KINDS:
        if content.startswith(start):
            raise Unreadable(f"The input is {kind}, not a web page; {_ADVICE}.")
    if not content.startswith(_UTF) and _is_binary(content[:_SAMPLE]):
        raise Unreadable(f"The input is binary data, not a web page; {_ADVICE}.")


def looks_like_html(content: bytes) -> bool:
    """Whether a page's start holds markup; UTF-16 is looked at as well."""
    return _TAG.search(content[:_SAMPLE].replace(b"\x00", b"")) is not None


def _is_binary(sample: bytes) -> bool:
    if _is_wide(sample):
        return False
    # Control characters that no text uses; tabs, line ends, form feeds and ESC (ISO-2022) are left out.
    odd = len(sample) - len(sample.translate(None, bytes([*range(9), 11, *range(14, 27), *range(28, 32), 127])))
    return odd > len(sample) // 20 and not (odd == sample.count(0) and looks_like_html(sample))


def _is_wide(sample: bytes) -> bool:
    """Whether it is UTF-16 without a mark: Latin text has a zero in every second byte, and in no other."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most, least = max(even, odd), min(even, odd)
    return most > len(sample) // 5 and least <= most // 20
