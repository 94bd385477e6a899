"""A page without its tree: for pages that nest too deep to build one."""

from __future__ import annotations

import html
import re

from runut.pages.page import Block

BOUNDARY = re.compile(
    r"</?(?:address|article|aside|blockquote|body|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|"
    r"main|nav|ol|p|pre|section|table|td|th|tr|ul)\b",
    re.IGNORECASE,
)
SILENT = re.compile(r"<(script|style|noscript|svg|template)\b", re.IGNORECASE)
MOST_BLOCKS = 20_000


def flatten(text: str) -> tuple[Block, ...]:
    """Cut HTML at its block tags and drop all other tags; linear in the length of the text."""
    blocks: list[Block] = []
    parts: list[str] = []
    at, end = 0, len(text)
    while at < end and len(blocks) < MOST_BLOCKS:
        opened = text.find("<", at)
        parts.append(text[at : opened if opened >= 0 else end])
        if opened < 0:
            break
        if BOUNDARY.match(text, opened):
            _flush(parts, blocks)
        at = _after_tag(text, opened)
    _flush(parts, blocks)
    return tuple(blocks)


def _after_tag(text: str, opened: int) -> int:
    if text.startswith("<!--", opened):
        return _past(text, "-->", opened)
    if silent := SILENT.match(text, opened):
        closing = re.compile(rf"</{silent[1]}\b", re.IGNORECASE).search(text, silent.end())
        return _past(text, ">", closing.end()) if closing else len(text)
    if not text[opened + 1 : opened + 2].strip():
        return opened + 1
    return _past(text, ">", opened)


def _past(text: str, sign: str, start: int) -> int:
    found = text.find(sign, start)
    return found + len(sign) if found >= 0 else len(text)


def _flush(parts: list[str], blocks: list[Block]) -> None:
    text = " ".join(html.unescape("".join(parts)).split())
    parts.clear()
    if text:
        blocks.append(Block(text, "div"))
