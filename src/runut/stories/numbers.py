"""Numbers of a text as values, however a language writes them: 18.000, 18,000 and 18 ribu are one; 3,4 is not 34."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from runut.languages import load_pack, served

_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
THOUSAND = 1_000


class Number(NamedTuple):
    """A number where it stands."""

    value: str
    start: int
    end: int


def numbers(text: str) -> list[Number]:
    """The numbers of a text in order; those within dates such as 14/3/2025 are left out."""
    return [Number(_value(found), *found.span()) for found in _pattern().finditer(text)]


@cache
def _pattern() -> re.Pattern[str]:
    """Numbers with the word for a thousand behind them, in any language that is served."""
    words = "|".join(re.escape(word) for code in served() for word in load_pack(code).about.thousand)
    return re.compile(rf"(?<![\d/.,])\d+(?:[.,]\d+)*(?![\w/])(?:\s+({words})\b)?", re.IGNORECASE)


def _value(found: re.Match[str]) -> str:
    written = found[0].split()[0]
    value = re.sub("[.,]", "", written) if _GROUPED.fullmatch(written) else written.replace(",", ".")
    return f"{float(value) * THOUSAND:g}" if found[1] and value.count(".") <= 1 else value
