"""Pages saved from web archives: their frames are taken out and their links lead to the original again.

Known are the Wayback Machine, archives that replay with pywb, and archive.today. An address in an archive
is told by its form (`…/20240131000000/https://…`), not by the archive's name.
"""

import html
import re
from typing import NamedTuple

from runut.capture.cuts import cut_between, cut_comment, cut_element, cut_head, element

_STAMP = r"(?:\d{4,14}(?:[a-z]{2}_)?|\d{4}\.\d\d\.\d\d-\d{6})"
_KEPT = re.compile(
    rf"https?://[^/\s]{{1,200}}/(?:[\w-]{{1,40}}/){{0,2}}{_STAMP}/(https?://\S{{1,4000}})", re.IGNORECASE
)

# Slashes may be escaped, since links also stand in JSON.
_SLASH = rb"\\?/"
_PREFIX = re.compile(
    rb"(?<![\w.-])(?:(?:https?:)?" + _SLASH + _SLASH + rb"[\w.:-]{1,100})?(?:" + _SLASH + rb"[\w-]{1,40}){0,2}"
    + _SLASH + _STAMP.encode() + _SLASH + rb"(https?:" + _SLASH + _SLASH + rb")",
    re.IGNORECASE,
)  # fmt: skip
_OUTGOING = re.compile(rb"https?://archive\.[a-z]{2,8}/o/[A-Za-z0-9]{1,12}/(https?://)")

_REPLAYED = (b"BEGIN WAYBACK TOOLBAR INSERT", b"__wm.wombat(", b"End Wayback Rewrite JS Include", b"<!-- WB Insert -->")
_REPLAYED_ID = re.compile(rb"\bid=[\"']?wm-ipp-base\b")
_ORIGINALS = (
    re.compile(rb"__wm\.wombat\(\s{0,9}[\"'](https?://[^\"'\s]{1,4000})[\"']"),
    re.compile(rb"wbinfo\.url\s{0,9}=\s{0,9}[\"'](https?://[^\"'\s]{1,4000})[\"']"),
    re.compile(rb"id=\"wmtbURL\" value=\"(https?://[^\"\s]{1,4000})\""),
)

_TODAY = re.compile(
    rb"<link\s[^>]{0,400}href=[\"']https?://archive\.[a-z]{2,8}/" + _STAMP.encode() + rb"/(https?://[^\"'\s<>]{1,4000})"
)
_TITLE = re.compile(rb"<title[^>]{0,200}>[^<]{0,2000}</title>", re.IGNORECASE)


class Unframed(NamedTuple):
    """A page as it was before an archive framed it."""

    content: bytes
    url: str | None
    """Its original address; None when the page is from no archive or does not tell."""


def original(url: str | None) -> str | None:
    """The address that an address in a web archive stands for; None when it is none."""
    found = _KEPT.fullmatch(url or "")
    return _without_port(found[1]) if found else None


def unframe(content: bytes, url: str | None) -> Unframed:
    """Take an archive's frame off a page; a page from elsewhere comes back as it is."""
    if (today := _TODAY.search(content)) and element(content, b"CONTENT"):
        return Unframed(_without_today(content), original(url) or _told(today))
    if original(url) or _is_replayed(content):
        told = next(filter(None, (pattern.search(content) for pattern in _ORIGINALS)), None)
        return Unframed(_without_replay(content), original(url) or (_told(told) if told else None))
    return Unframed(content, None)


def _is_replayed(content: bytes) -> bool:
    return any(mark in content for mark in _REPLAYED) or _REPLAYED_ID.search(content) is not None


def _without_replay(content: bytes) -> bytes:
    content = cut_between(content, b"<!-- BEGIN WAYBACK TOOLBAR INSERT -->", b"<!-- END WAYBACK TOOLBAR INSERT -->")
    content = cut_between(content, b"<!-- WB Insert -->", b"<!-- End WB Insert -->")
    content = cut_head(content, b"<!-- End Wayback Rewrite JS Include -->")
    for opening in (b"FILE ARCHIVED ON", b"playback timings (ms)"):
        content = cut_comment(content, opening)
    for name in (b"wm-ipp-base", b"wm-ipp-print", b"donato"):
        content = cut_element(content, name)
    return _PREFIX.sub(rb"\1", content)


def _without_today(content: bytes) -> bytes:
    """The archive replaces the page's head by its own, with its own time and name: only the title is the page's."""
    inner = element(content, b"CONTENT")
    title = _TITLE.search(content)
    body = content[inner[0] : inner[1]] if inner else content
    page = b"<!DOCTYPE html><html><head>%b</head><body>%b</body></html>" % (title[0] if title else b"", body)
    return _PREFIX.sub(rb"\1", _OUTGOING.sub(rb"\1", page))


def _told(found: re.Match[bytes]) -> str:
    return _without_port(html.unescape(found[1].decode("utf-8", "replace")))


def _without_port(url: str) -> str:
    """Archives write the port that a scheme has anyway: `http://example.com:80/`."""
    return re.sub(r"^(http://[^/:]+):80(?=/|$)|^(https://[^/:]+):443(?=/|$)", r"\1\2", url)
