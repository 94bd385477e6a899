"""Pages saved from a browser as one file: the mark that the saving tool left, and the address in it."""

import html
import re
from typing import NamedTuple

from runut.capture.limits import HEAD

_URL = rb"(?P<url>https?://[^\s\"'<>]{1,2000})"

# Each is a comment or an element that a tool adds and that is no part of the page.
_MARKS = (
    # SingleFile and its command line.
    rb"<!--\s{0,20}Page saved with SingleFile\s{1,20}url:\s{0,9}" + _URL + rb"[^>]{0,2000}-->",
    # Browsers on "Save as" (the Mark of the Web); the number is the address's length.
    rb"<!--\s{0,20}saved from url=\(\d{4}\)(?:" + _URL + rb"|[^>\s]{0,200})\s{0,20}-->",
    # monolith
    rb"<!--\s{0,20}Saved from\s{1,9}" + _URL + rb"[^>]{0,400}using monolith[^>]{0,80}-->",
    # HTTrack, whose address has no scheme.
    rb"<!--\s{0,20}Mirrored from (?P<bare>[^\s>]{1,2000}) by HTTrack[^>]{0,400}-->",
    rb"<!--\s{0,20}Added by HTTrack\s{0,20}-->[^>]{0,400}>\s{0,20}<!--\s{0,20}/Added by HTTrack\s{0,20}-->",
    # Save Page WE
    rb"<meta\s{1,9}name=\"savepage-url\"\s{1,9}content=\"" + _URL + rb"\"[^>]{0,200}>",
    rb"<meta\s{1,9}name=\"savepage-[a-z]{1,20}\"[^>]{0,2000}>",
    # WebScrapBook writes attributes of the root element.
    rb"\sdata-scrapbook-source=\"" + _URL + rb"\"",
    rb"\sdata-scrapbook-[a-z-]{1,20}=\"[^\"]{0,2000}\"",
)
_MARK = tuple(re.compile(mark, re.IGNORECASE) for mark in _MARKS)


class Saved(NamedTuple):
    """A page without the marks of the tool that saved it."""

    content: bytes
    url: str | None
    """The address it was saved from, when a mark tells."""


def unmark(content: bytes) -> Saved:
    """Take out the marks that saving tools leave in the first 64 KiB of a page."""
    head, rest = content[:HEAD], content[HEAD:]
    urls = []
    for mark in _MARK:
        urls += [_address(found) for found in mark.finditer(head)]
        head = mark.sub(b"", head)
    return Saved(head + rest, next(filter(None, urls), None))


def _address(found: re.Match[bytes]) -> str | None:
    groups = found.groupdict()
    if bare := groups.get("bare"):
        return "https://" + html.unescape(bare.decode("utf-8", "replace"))
    url = groups.get("url")
    return html.unescape(url.decode("utf-8", "replace")) if url else None
