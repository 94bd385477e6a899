"""From bytes to text: which character set a page really is in."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from resiliparse.parse.encoding import detect_encoding

from runut.errors import Unreadable
from runut.vocabulary import Capture, Doubt

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
# How files of other kinds begin: PDF, pictures, archives, programs, sound.
MAGIC = tuple(b"%PDF- \x89PNG \xff\xd8\xff GIF8 PK\x03\x04 \x7fELF RIFF \x1f\x8b OggS ID3".split(b" "))
# Signs that no text has.
CONTROL = bytes((*range(9), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)))
# One broken byte in five thousand is damage; more is another character set.
DAMAGE = 5000
SAMPLE = 65536
AS_IS = "utf-8 without fault"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text, and the same as UTF-8, which is what it mostly came as."""

    text: str
    content: bytes
    doubts: tuple[Doubt, ...]


def decode(capture: Capture) -> Decoded:
    """Decode a capture, trusting the bytes over what is said about them.

    UTF-8 that decodes without fault is UTF-8, whatever is declared: other text is hardly ever valid
    UTF-8 by chance. Raises Unreadable for empty or binary content.
    """
    content = capture.content
    if not content.strip(b"\x00 \t\r\n\f"):
        raise Unreadable(f"{capture.source} is empty.")
    if content.startswith(MAGIC):
        raise Unreadable(f"{capture.source} is not a page: its bytes are those of another kind of file.")
    text, name, doubts = _decode(content, capture.charset)
    plain = content if name == AS_IS else text.encode("utf-8", "replace")
    if _is_binary(plain[:SAMPLE]):
        raise Unreadable(f"{capture.source} is not a page: it holds binary data.")
    if b"\x00" in plain:
        text, plain = text.replace("\x00", ""), plain.replace(b"\x00", b"")
    return Decoded(text, plain, doubts)


def _is_binary(sample: bytes) -> bool:
    return len(sample) - len(sample.translate(None, CONTROL)) > max(4, len(sample) // 200)


def _decode(content: bytes, said: str | None) -> tuple[str, str, tuple[Doubt, ...]]:
    for mark, name in BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace"), name, ()
    if wide := _wide(content):
        return content.decode(wide, "replace"), wide, ()
    declared = _known(said) or _known(_declared(content))
    try:
        return content.decode(), AS_IS, _differs(declared, "utf-8")
    except UnicodeDecodeError:
        return _decode_other(content, declared)


def _decode_other(content: bytes, declared: str | None) -> tuple[str, str, tuple[Doubt, ...]]:
    loose = content.decode("utf-8", "replace")
    if declared in (None, "utf-8") and loose.count("�") * DAMAGE <= len(loose) + DAMAGE:
        return loose, "utf-8", (Doubt("damaged_text", "Some bytes are not valid text; they were replaced."),)
    name = declared
    if name in (None, "utf-8"):
        name = _known(detect_encoding(content[:SAMPLE])) or "cp1252"
        if name in ("utf-8", "ascii"):
            name = "cp1252"
    return content.decode(name, "replace"), name, _differs(declared, name)


def _differs(declared: str | None, found: str) -> tuple[Doubt, ...]:
    if declared in (None, found, "ascii"):
        return ()
    return (Doubt("wrong_charset", f"The page says that it is {declared}, but its bytes are {found}."),)


def _declared(content: bytes) -> str | None:
    head = content[:4096]
    found = META.search(head) or XML.search(head)
    return found[1].decode("ascii", "replace") if found else None


def _known(name: str | None) -> str | None:
    """The codec of a declared name, with Latin-1 read as browsers read it; None when there is none."""
    try:
        found = codecs.lookup(name).name if name else None
        if found:
            # Codecs such as base64 are known by name but give no text.
            b"".decode(found)
    except (LookupError, ValueError):
        return None
    return "cp1252" if found in ("iso8859-1", "ascii") else found


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark shows in the zeros of every second byte."""
    head = content[:2048]
    half = len(head) // 2
    if half < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.1:
        return "utf-16-be"
    return None
