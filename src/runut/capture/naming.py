"""How an input is named in messages: safely, and short enough to read."""

import re

# How Python holds the bytes of a name that are no UTF-8.
_SURROGATE = re.compile("[\ud800-\udfff]")


def shown(text: str, width: int = 200) -> str:
    """The text with what would move a terminal's cursor or break JSON replaced, cut to `width` characters."""
    clean = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text[: width + 1])
    return clean if len(text) <= width else clean[: width - 1] + "…"


def named(path: str) -> str:
    """A path as text that UTF-8 can hold; bytes of the name that are no UTF-8 are replaced."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", path)
