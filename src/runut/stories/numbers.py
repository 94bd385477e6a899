"""Numbers of a text as values, however a language writes them: 18.000, 18,000 and 18 ribu are one; 3,4 is not 34."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from runut.languages import load_pack, served

_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
THOUSAND = 1_000
# Longer texts are no sentences, and are not kept.
SENTENCE = 600


class Number(NamedTuple):
    """A number where it stands."""

    value: str
    start: int
    end: int


def numbers(text: str, language: str) -> tuple[Number, ...]:
    """The numbers of a text in order, in figures and in words; those within dates such as 14/3/2025 are left out."""
    return _kept(text, language) if len(text) <= SENTENCE else _found(text, language)


@lru_cache(maxsize=4096)
def _kept(text: str, language: str) -> tuple[Number, ...]:
    """Those of a sentence, which is asked for again with each copy of its article."""
    return _found(text, language)


def _found(text: str, language: str) -> tuple[Number, ...]:
    figures = (Number(_value(found), *found.span()) for found in _pattern().finditer(text))
    words, pattern = _words(language.partition("-")[0])
    spelled = (Number(words[found[0].lower()], *found.span()) for found in pattern.finditer(text)) if words else ()
    return tuple(sorted((*figures, *spelled), key=lambda number: number.start))


@cache
def _words(code: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """The words for numbers from two on: one is an article in many languages."""
    named = load_pack(code).dates.numbers if code in served() else {}
    words = {word: str(value) for word, value in named.items() if value > 1}
    longest = sorted(words, key=len, reverse=True)
    return words, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    """Numbers with the word for a thousand behind them, in any language that is served."""
    words = "|".join(re.escape(word) for code in served() for word in load_pack(code).about.thousand)
    return re.compile(rf"(?<![\d/.,:])\d+(?:[.,]\d+)*(?![\w/:])(?:\s+({words})\b)?", re.IGNORECASE)


def _value(found: re.Match[str]) -> str:
    written = found[0].split()[0]
    value = re.sub("[.,]", "", written) if _GROUPED.fullmatch(written) else written.replace(",", ".")
    return f"{float(value) * THOUSAND:g}" if found[1] and value.count(".") <= 1 else value
