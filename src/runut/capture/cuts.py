"""Cutting known pieces out of a page's bytes, each in one pass over it."""

import re

_TAG = re.compile(rb"<(/?)div\b", re.IGNORECASE)
_HEAD = re.compile(rb"<head(?:\s[^>]{0,500})?>", re.IGNORECASE)

# Enough for the scripts and styles that an archive puts first in the head; more would be the page's own.
_HEAD_BYTES = 1 << 15
_PIECES = 16


def cut_between(content: bytes, opening: bytes, closing: bytes) -> bytes:
    """Take out what stands from `opening` to `closing`, both included; nothing where one is missing."""
    for _ in range(_PIECES):
        start = content.find(opening)
        end = content.find(closing, start + len(opening)) if start >= 0 else -1
        if end < 0:
            break
        content = content[:start] + content[end + len(closing) :]
    return content


def cut_comment(content: bytes, opening: bytes) -> bytes:
    """Take out the comment that begins with these words."""
    found = re.search(rb"<!--\s{0,20}" + re.escape(opening), content)
    end = content.find(b"-->", found.end()) if found else -1
    return content[: found.start()] + content[end + 3 :] if found and end >= 0 else content


def cut_head(content: bytes, closing: bytes) -> bytes:
    """Take out what stands from the start of the head to `closing`."""
    end = content.find(closing)
    opened = _HEAD.search(content, max(0, end - _HEAD_BYTES), end) if end >= 0 else None
    return content[: opened.end()] + content[end + len(closing) :] if opened else content


def cut_element(content: bytes, name: bytes) -> bytes:
    """Take out the `div` of this id with all that is in it."""
    found = element(content, name)
    return content[: found[0]] + content[found[1] :] if found else content


def element(content: bytes, name: bytes) -> tuple[int, int] | None:
    """Where the `div` of this id begins and ends; None when there is none or it is never closed."""
    found = re.search(rb"\bid\s{0,3}=\s{0,3}[\"']?" + re.escape(name) + rb"(?=[\"'\s>])", content)
    start = content.rfind(b"<", max(0, found.start() - 2_000), found.start()) if found else -1
    if start < 0 or not _TAG.match(content, start):
        return None
    depth = 0
    for tag in _TAG.finditer(content, start):
        depth += -1 if tag[1] else 1
        if depth == 0:
            end = content.find(b">", tag.end())
            return (start, end + 1) if end >= 0 else None
    return None
