"""From a capture to a page."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from runut.errors import TooLarge, Unreadable
from runut.pages.claims import read_claims
from runut.pages.decoding import Decoded, decode
from runut.pages.depth import too_deep
from runut.pages.flat import flatten
from runut.pages.html import MOST_TEXT, cut_blocks
from runut.pages.page import Block, Claim, Page
from runut.pages.plain import cut_lines
from runut.vocabulary import Capture, Doubt

LARGEST = 10 * 1024 * 1024
"""The largest page that is read, in bytes."""
OPENING = re.compile(r"\s*(?:<\?xml|<!doctype\s+html|<!--|<html|<head|<body)", re.IGNORECASE)
TAGS = re.compile(
    r"<(?:/?(?:html|head|body|div|p|article|span|h[1-6]|ul|li|table|section)|meta|title|script|link|img|br)[\s>/]",
    re.IGNORECASE,
)
DEEP = Doubt("too_deep", "The page nests too deep, or has too many tags; its text was read without its structure.")
MANY = Doubt("cut_short", "The page has too many parts; only the first were read.")


def parse(capture: Capture) -> Page:
    """Read the bytes of a capture as a page: blocks of text in reading order, and claims.

    Raises Unreadable when the bytes are no page (empty, binary) and TooLarge above `LARGEST` bytes.
    """
    if len(capture.content) > LARGEST:
        raise TooLarge(f"{capture.source} has {len(capture.content):,} bytes; pages above {LARGEST:,} are not read.")
    decoded = decode(capture)
    page = _hypertext(capture, decoded) if is_html(capture, decoded.text) else _plain(capture, decoded)
    if not page.blocks and not page.claims:
        raise Unreadable(f"{capture.source} holds no text.")
    return page


def is_html(capture: Capture, text: str) -> bool:
    """Whether a text is a page of HTML rather than text to be read as it stands."""
    if OPENING.match(text):
        return True
    if capture.media_type and capture.media_type.startswith("text/plain"):
        return False
    return len(TAGS.findall(text[:65536])) >= 3


def _plain(capture: Capture, decoded: Decoded) -> Page:
    blocks, cut = cut_lines(decoded.text)
    return Page(capture.source, "plain", blocks, url=capture.url, doubts=decoded.doubts + ((MANY,) if cut else ()))


def _hypertext(capture: Capture, decoded: Decoded) -> Page:
    parts = _flat(decoded.text) if too_deep(decoded.content) else _tree(decoded.content)
    blocks, claims, language, doubts = parts
    return Page(capture.source, "html", blocks, claims, capture.url, language, decoded.doubts + doubts)


_Parts = tuple[tuple[Block, ...], tuple[Claim, ...], str | None, tuple[Doubt, ...]]


def _flat(text: str) -> _Parts:
    return flatten(text, MOST_TEXT), (), None, (DEEP,)


def _tree(content: bytes) -> _Parts:
    try:
        tree = LexborHTMLParser(content)
    except SelectolaxError:
        return _flat(content.decode())
    claims = read_claims(tree, content)
    language = _language(tree)
    body = tree.body
    if body is None:
        return (), claims, language, ()
    blocks, cut = cut_blocks(body)
    return blocks, claims, language, (MANY,) if cut else ()


def _language(tree: LexborHTMLParser) -> str | None:
    root = tree.root
    declared = root.attributes.get("lang") or root.attributes.get("xml:lang") if root is not None else None
    return declared.strip() or None if declared else None
