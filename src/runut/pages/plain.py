"""Plain text, as copied from a browser or pasted from a chat, as blocks by line."""

from __future__ import annotations

import re
from itertools import pairwise

from runut.pages.page import Block, Link

MOST_LINES = 10_000
MOST_TEXT = 500_000
UNSEEN = str.maketrans(dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202c"))
ADDRESS = re.compile(r"https?://[^\s<>\"]{4,2000}")
# Chats mark bold as *bold*, italic as _italic_, struck as ~struck~; the mark hugs the words on both sides.
BOLD = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,2000})(?<=\S)\*(?![\w*])")
SLANTED = re.compile(r"(?<![\w_~])([_~])(?=\S)([^_~\n]{1,2000})(?<=\S)\1(?![\w_~])")
# The stamp of a message in an exported chat: `[24/10/24 09.12] Name: ` or `24/10/24 09.12 - Name: `.
STAMP = re.compile(
    r"^\[?\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: ?[AP]M)?(?:\]| -) [^:\n]{1,60}: "
)
FOLDED = (50, 100)


def cut_lines(text: str) -> tuple[tuple[Block, ...], bool]:
    """Cut a text at its line ends; the second value is True when there was too much to take all."""
    lines = [_line(line) for line in text[:MOST_TEXT].splitlines()[: MOST_LINES * 2]]
    if _is_folded(lines):
        lines = _unfold(lines)
    blocks: list[Block] = []
    gap = True
    for line in lines:
        if not line:
            gap = True
            continue
        blocks.append(_block(line, gap))
        gap = False
    return tuple(blocks[:MOST_LINES]), len(blocks) > MOST_LINES or len(text) > MOST_TEXT


def _line(line: str) -> str:
    return STAMP.sub("", " ".join(line.translate(UNSEEN).split()))


def _block(line: str, gap: bool) -> Block:
    bold = sum(len(found) for found in BOLD.findall(line))
    text = SLANTED.sub(r"\2", BOLD.sub(r"\1", line)) if bold or "_" in line or "~" in line else line
    links = tuple(Link(found, found) for found in ADDRESS.findall(text))
    return Block(text, gap=gap, links=links, linked=sum(len(link.text) for link in links), bold=min(bold, len(text)))


def _is_folded(lines: list[str]) -> bool:
    """Lines folded at a fixed width (as in e-mail) mostly go on in lower case after a full one."""
    pairs = [(a, b) for a, b in pairwise(lines) if b and FOLDED[0] <= len(a) <= FOLDED[1]]
    onward = sum(b[0].islower() and a[-1] not in ".?!:" for a, b in pairs)
    return len(pairs) >= 6 and onward > len(pairs) * 0.5


def _unfold(lines: list[str]) -> list[str]:
    groups: list[list[str]] = [[]]
    for line in lines:
        if line:
            groups[-1].append(line)
        else:
            groups.append([])
    return [part for group in groups for part in (" ".join(group), "")]
