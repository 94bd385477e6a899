"""What the attributes of an element tell of its text: words that describe it, and whether it is shown at all."""

from __future__ import annotations

import re
from typing import TypeAlias

HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
HIDDEN = re.compile(r"(?<!\S)(?:hide|hidden|d-none)(?!\S)")
WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
LONGEST_MARK = 300
MOST_KEPT = 8192

Attributes: TypeAlias = dict[str, str | None]


def told(attributes: Attributes) -> tuple[tuple[str, ...], bool]:
    """What the attributes tell: the marks, and whether they hide the element."""
    get = attributes.get
    marks, hidden = READ[get("class"), get("id"), get("role"), get("itemprop"), get("rel")]
    if not hidden:
        style = get("style")
        hidden = "hidden" in attributes or (style is not None and HIDING.search(style[:LONGEST_MARK]) is not None)
    return marks, hidden


_Named: TypeAlias = tuple[str | None, str | None, str | None, str | None, str | None]


class _Read(dict[_Named, tuple[tuple[str, ...], bool]]):
    """The words in class, id, role, itemprop and rel, and whether a class hides; kept, since pages repeat them."""

    def __missing__(self, values: _Named) -> tuple[tuple[str, ...], bool]:
        given = [value[:LONGEST_MARK] for value in values if value]
        words = " ".join(WORDS.findall(" ".join(given))).lower().split()
        hidden = values[0] is not None and HIDDEN.search(values[0][:LONGEST_MARK]) is not None
        found = tuple(dict.fromkeys(words)), hidden
        if len(self) >= MOST_KEPT:
            self.clear()
        # Nothing that a page made to exhaust could fill the memory with.
        if sum(len(value) for value in values if value) <= LONGEST_MARK:
            self[values] = found
        return found


READ = _Read()
