"""What the attributes of an element tell of its text: words that describe it, and whether it is shown at all."""

from __future__ import annotations

import re
from typing import TypeAlias

HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
HIDDEN = re.compile(r"(?<!\S)(?:hide|hidden|d-none)(?!\S)")
WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# What parts the words of a name in lower case: all but letters.
LOWER = bytes(sign if chr(sign).islower() and sign < 128 else 32 for sign in range(256))
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
        names = " ".join([value[:LONGEST_MARK] for value in values if value])
        found = tuple(dict.fromkeys(_words(names))), values[0] is not None and _hides(values[0][:LONGEST_MARK])
        if len(self) >= MOST_KEPT:
            self.clear()
        # Nothing that a page made to exhaust could fill the memory with.
        if len(names) < LONGEST_MARK:
            self[values] = found
        return found


def _hides(names: str) -> bool:
    return ("hid" in names or "none" in names) and HIDDEN.search(names) is not None


def _words(names: str) -> list[str]:
    """The words in names such as `read-content` or `readContent`, in lower case."""
    if names.isascii() and names.islower():
        return names.encode().translate(LOWER).decode().split()
    return " ".join(WORDS.findall(names)).lower().split()


READ = _Read()
