"""How an input is named in messages: safely, and short enough to read."""

import re

from runut.errors import UsageFault

# How Python holds the bytes of a name that are no UTF-8.
_SURROGATE = re.compile("[\ud800-\udfff]")


def shown(text: str, width: int = 200) -> str:
    """The text with what would move a terminal's cursor or break JSON replaced, cut to `width` characters."""
    clean = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text[: width + 1])
    return clean if len(text) <= width else clean[: width - 1] + "…"


def named(path: str) -> str:
    """A path as text that UTF-8 can hold; bytes of the name that are no UTF-8 are replaced."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", path)


def is_web(address: str) -> bool:
    """Whether an address is one of the web: http or https."""
    return address[:8].lower().startswith(("http://", "https://"))


def require_web(address: str) -> str:
    """The address; for interfaces whose callers may name no files of this machine.

    Raises UsageFault for any but a web address.
    """
    if not is_web(address):
        raise UsageFault("Only web addresses are taken: http://… or https://…")
    return address
