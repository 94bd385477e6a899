"""Places in a text as an address names them: `at=120-260`, in code points."""

from __future__ import annotations

import re

from runut.vocabulary import Span

_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")


def place(told: str | None, length: int) -> Span | None:
    """The span that an address means; None where it means none of a text of that length."""
    found = _PLACE.fullmatch(told or "")
    if not found:
        return None
    start, end = int(found[1]), min(int(found[2]), length)
    return (start, end) if start < end else None
