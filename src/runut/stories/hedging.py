"""Words of caution in a language, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from runut.languages import load_pack, served
from runut.vocabulary import NoteKind, Span

# Notes that take back what was said.
NOTES: tuple[NoteKind, ...] = ("correction", "right_of_reply")


def first(pattern: re.Pattern[str], text: str, taken: Sequence[Span] = ()) -> re.Match[str] | None:
    """The first place where a word stands as such: a capital within a sentence makes a name of it (*in May*).

    Those within what is `taken` stand for something else.
    """
    free = (
        one
        for one in pattern.finditer(text)
        if not _is_name(text, one.start()) and not any(start <= one.start() < end for start, end in taken)
    )
    return next(free, None)


def _is_name(text: str, at: int) -> bool:
    return at > 0 and text[at].isupper() and text[at - 1] == " "


class Hedging(Struct, frozen=True):
    """How a language says that it is not sure."""

    unsure: re.Pattern[str]
    about: re.Pattern[str]
    """A number that is not exact."""
    contrasts: re.Pattern[str]
    caveats: re.Pattern[str]
    """What is denied, missing or not verified."""


@cache
def hedging(language: str) -> Hedging | None:
    """The patterns of a language; None for one that has no pack."""
    code = language.partition("-")[0]
    if code not in served():
        return None
    found = load_pack(code).hedges
    numbers = "|".join(map(re.escape, load_pack(code).dates.numbers)) or "(?!)"
    about = re.compile(rf"(?<!\w)(?:{any_of(found.about)})\s+\W?(?:\d|(?:{numbers})(?!\w))", re.IGNORECASE)
    return Hedging(_pattern(found.unsure), about, _pattern(found.contrasts), _pattern(found.caveats))


@cache
def noting(language: str) -> re.Pattern[str] | None:
    """How a paragraph begins that tells of a correction; None for a language that has no pack."""
    code = language.partition("-")[0]
    if code not in served():
        return None
    openings = sorted(
        [word for kind in NOTES for word in load_pack(code).asides.notices.notes[kind]], key=len, reverse=True
    )
    return re.compile(rf"\n\s*(?:{'|'.join(map(re.escape, openings))})(?!\w)", re.IGNORECASE)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words)})(?!\w)", re.IGNORECASE)


def any_of(words: Iterable[str]) -> str:
    """Words as alternatives of a pattern, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
