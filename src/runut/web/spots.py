"""Addresses of articles, of their statements, and of places in a text: `at=120-260`, in code points."""

from __future__ import annotations

import re
from urllib.parse import quote

from runut.vocabulary import Span
from runut.web.marking import AT_ONCE

_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")


def place(told: str | None, length: int) -> Span | None:
    """The span that an address means; None where it means none of a text of that length."""
    found = _PLACE.fullmatch(told or "")
    if not found:
        return None
    start, end = int(found[1]), min(int(found[2]), length)
    return (start, end) if start < end else None


def article_address(key: str) -> str:
    """Where an article is shown, whatever its key has in it."""
    return f"/articles/{segment(key)}"


def segment(key: str) -> str:
    """An article's key as one segment of an address; slashes, which end one, as JSON pointers have them (RFC 6901)."""
    return quote(key.replace("~", "~0").replace("/", "~1"), safe="")


def key_of(segment: str) -> str:
    """The key that `segment` wrote."""
    return segment.replace("~1", "/").replace("~0", "~")


def statement_address(key: str, number: int) -> str:
    """Where a statement of an article is shown; one that is not among the first listed is the first of its list."""
    asked = f"?from={number}" if number > AT_ONCE else ""
    return f"{article_address(key)}{asked}#s{number}"
