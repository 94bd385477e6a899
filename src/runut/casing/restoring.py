"""Whether a text has lost its capitals, and the same text with those that it would have."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import islice

from runut.casing.glued import hidden_starts

CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")
# In news a capital stands in 20 to 40 characters; a text with less than one in so many has lost them.
RAREST = 250


def cased(text: str, joints: Sequence[Container[str]] = ()) -> str:
    """The text, or one of the same length with capitals where it has hardly any.

    `joints` hold words that may be glued to the name behind them.
    """
    if not lacks_capitals(text):
        return text
    from runut.casing.network import network
    from runut.casing.words import written

    found = written(text)
    cases = network().cases(found)
    starts = [0] * len(found) if not joints else hidden_starts([word.text for word in found], cases, joints)
    parts, at = [], 0
    for word, case, start in zip(found, cases, starts, strict=True):
        parts += [text[at : word.start], _in_case(word.text, case, start)]
        at = word.end
    return "".join([*parts, text[at:]])


def lacks_capitals(text: str) -> bool:
    """It stops looking as soon as it has seen enough of them, which is early in any other text."""
    return next(islice(CAPITAL.finditer(text), len(text) // RAREST, None), None) is None


def _in_case(word: str, case: int, start: int) -> str:
    """The word as it is (0), with a capital (1) or in capitals (2), and one where a name starts within it.

    It is never longer, as `ß` would be.
    """
    if case == 0:
        return word
    new = word.upper() if case > 1 and not start else _capitalised(word[:start]) + _capitalised(word[start:])
    return new if len(new) == len(word) else word


def _capitalised(word: str) -> str:
    """`Sari`, `Jean-Luc`, `O'Brien`; but a word said twice has one (`Anak-anak`)."""
    parts = word.split("-")
    parts = parts if len(set(parts)) == len(parts) else [word]
    return "-".join([_begun(part) for part in parts])


def _begun(part: str) -> str:
    prefixed = part[1:2] in ("'", "’") and len(part) > 3
    start = 3 if prefixed else 1
    return part[:start].upper() + part[start:]
