"""Short forms of offices and what they stand for, of all languages that are read here."""

from __future__ import annotations

from functools import cache

from runut.languages import load_pack, served
from runut.languages.sources import Sources


@cache
def offices() -> dict[str, str]:
    """By each short form in lower case, the office in full (*menlu*)."""
    return {short: full for words in _sources() for short, full in words.short_titles.items()}


@cache
def titles() -> frozenset[str]:
    """What holders of offices are called, in full and short (*gubernur*, *menlu*)."""
    return frozenset(word for words in _sources() for word in (*words.titles, *words.short_titles))


@cache
def _sources() -> tuple[Sources, ...]:
    return tuple(load_pack(code).sources for code in sorted(served()))
