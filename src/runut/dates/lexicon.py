"""The words of a language that tell time, each with a sign of its own, so that forms can be matched as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from runut.languages import Pack
from runut.languages.dates import Dates, Part

Value = int | str | Part | tuple[int, int]
PIECE = re.compile(r"\d+|[^\W\d]+|[^\w\s]")
# Numbers have signs by what they can be: month or day, day, two figures, a year, any other.
FIGURES = {"figure": "a", "day": "ab", "short": "abc", "year": "y", "count": "abcn"}
FIRST_SIGN = 0xE000
"""Words have signs from a private area of Unicode, so that no word of a page can be taken for one."""
ALIASES = {"named": "month", "plural": "unit", "short": "year"}
"""Roles that name the same field as another but allow fewer words."""
UNKNOWN = "\0"
"""The sign of pieces that no form knows."""
EARLIEST, LATEST = 1500, 2199


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Signs of words and the values that their roles give them."""

    signs: Mapping[str, str]
    roles: Mapping[str, Mapping[str, Value]]
    """Role to phrase (words joined by a space) to value."""
    heads: frozenset[str]
    """Words one of which every dated phrase without figures has."""

    def value(self, role: str, phrase: str) -> Value | None:
        """What a phrase means in a role; numbers mean themselves."""
        known = self.roles.get(role, {}).get(phrase)
        return int(phrase) if known is None and phrase.isdecimal() else known


def pieces(text: str) -> list[str]:
    """Cut into words, numbers and marks: `29/5` has three, `21st` two."""
    return PIECE.findall(text)


def number_sign(figures: str) -> str:
    """The sign of a number by its length and size."""
    if len(figures) <= 2:
        number = int(figures)
        return "a" if 1 <= number <= 12 else "b" if 13 <= number <= 31 else "c"
    return "y" if len(figures) == 4 and EARLIEST <= int(figures) <= LATEST else "n" if len(figures) == 3 else "x"


@cache
def lexicon(pack: Pack) -> Lexicon:
    """The lexicon of a pack, with a sign for each word that a role or a form names."""
    roles = {role: _normal(table) for role, table in _tables(pack.dates).items()}
    words = dict.fromkeys(piece for table in roles.values() for phrase in table for piece in phrase.split())
    for form in pack.dates.forms:
        words.update(dict.fromkeys(piece for text in form.words for piece in _literals(text)))
    signs = {word: chr(FIRST_SIGN + index) for index, word in enumerate(words) if word.isalpha()}
    heads = ("weekday", "month", "offset", "unit", "plural", "single", "season", "term", "daypart")
    return Lexicon(
        signs, roles, frozenset(p for role in heads for phrase in roles.get(role, {}) for p in phrase.split())
    )


def _tables(dates: Dates) -> dict[str, Mapping[str, Value]]:
    tables: dict[str, Mapping[str, Value]] = {
        "weekday": dates.weekdays,
        "named": dates.months,
        "month": dates.months | dates.short_months,
        "offset": dates.offsets,
        "unit": dates.units,
        "plural": dates.plurals,
        "single": dates.singles,
        "count": dates.numbers,
        "ordinal": dates.ordinals,
        "part": dates.parts,
        "season": dates.seasons,
        "term": dates.terms,
        "from": dates.terms_from,
        "zone": dates.zones,
    }
    for role, words in (*dates.relations.items(), *dates.words.items()):
        tables[role] = dict.fromkeys(words, role)
    return tables


def _normal(table: Mapping[str, Value]) -> dict[str, Value]:
    return {" ".join(pieces(phrase)): value for phrase, value in table.items()}


def _literals(form: str) -> Iterable[str]:
    return pieces(re.sub(r"\{[^}]*\}|[\[\]|>]", " ", form))
