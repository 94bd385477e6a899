"""Untrusted text made harmless to show, on a terminal as in a page."""

import unicodedata

BAD = "\N{REPLACEMENT CHARACTER}"
"""Stands where a character was that could steer a terminal or turn the reading direction."""

# Format characters that draw nothing and steer nothing are dropped; every other one leaves BAD, so that
# a reader sees that something stood there.
_DROPPED = frozenset("\u00ad\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff")
_BREAKS = {"\t": " ", "\n": "\n", "\r": " ", "\x0b": " ", "\x0c": " ", "\x85": " ", "\u2028": "\n", "\u2029": "\n"}
_STEERING = frozenset({"Cc", "Cf", "Cs", "Cn", "Co"})


def plain(text: str) -> str:
    """Text without control characters, escape sequences, direction overrides and invisible characters.

    Works a character at a time, so that text cut anywhere gives the same pieces; line breaks stay.
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_harmless, text))


def line(text: str) -> str:
    """`plain` text on one line, with runs of white space made one space."""
    return " ".join(plain(text).split())


def elide(text: str, width: int) -> str:
    """`line` of at most `width` characters; what is too long loses its middle, at word boundaries if it can."""
    words = line(text)
    if len(words) <= width:
        return words
    room = max(width - 3, 2)
    head, tail = words[: room - room // 3], words[len(words) - room // 3 :]
    if " " in head[len(head) // 2 :]:
        head = head.rsplit(" ", 1)[0]
    if " " in tail[: len(tail) // 2]:
        tail = tail.split(" ", 1)[1]
    return f"{head.rstrip()} … {tail.lstrip()}"


def _harmless(char: str) -> str:
    if char in _BREAKS:
        return _BREAKS[char]
    if char in _DROPPED or 0xE0100 <= ord(char) <= 0xE01EF:
        return ""
    return BAD if unicodedata.category(char) in _STEERING else char
