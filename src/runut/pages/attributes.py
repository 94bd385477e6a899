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
Told: TypeAlias = tuple[tuple[str, ...], bool]
"""The marks, and whether they hide the element."""


def told(attributes: Attributes) -> Told:
    """What the attributes tell: the marks, and whether they hide the element."""
    get = attributes.get
    name = get("class") or ""
    if len(attributes) == 1 and name:
        return CLASSES[name]
    rest = (get("id"), get("role"), get("itemprop"), get("rel"))
    found = _with(name, rest) if any(rest) else CLASSES[name]
    if not found[1] and ("hidden" in attributes or _styled(get("style"))):
        return found[0], True
    return found


def _with(name: str, rest: tuple[str | None, ...]) -> Told:
    """The words in class, id, role, itemprop and rel; ids are seldom met twice, so this is not kept."""
    marks, hidden = CLASSES[name]
    more = _words(" ".join([value[:LONGEST_MARK] for value in rest if value]))
    return (tuple(dict.fromkeys((*marks, *more))), hidden) if more else (marks, hidden)


def _styled(style: str | None) -> bool:
    return style is not None and HIDING.search(style[:LONGEST_MARK]) is not None


class _Classes(dict[str, Told]):
    """The words in a class, and whether it hides; kept, since pages repeat them."""

    def __missing__(self, name: str) -> Told:
        given = name[:LONGEST_MARK]
        found = tuple(dict.fromkeys(_words(given))), _hides(given)
        if len(self) >= MOST_KEPT:
            self.clear()
        # Nothing that a page made to exhaust could fill the memory with.
        if len(name) <= LONGEST_MARK:
            self[name] = found
        return found


def _hides(names: str) -> bool:
    return ("hid" in names or "none" in names) and HIDDEN.search(names) is not None


def _words(names: str) -> list[str]:
    """The words in names such as `read-content` or `readContent`, in lower case."""
    if names.isascii() and names.islower():
        return names.encode().translate(LOWER).decode().split()
    return " ".join(WORDS.findall(names)).lower().split()


CLASSES = _Classes()
