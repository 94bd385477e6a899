"""The words of a name as they are compared: folded, without titles, in one spelling."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from runut.find.stems import fold

WORD = re.compile(r"[^\W_]+(?:['’`-][^\W_]+)*")


_WITHIN = re.compile(r"['’`-]")
# A figure behind a word is that of a list whose line breaks were lost.
_LISTED = re.compile(r"([^\W\d_]{3,})\d{1,2}$")


class Spelling(Struct, frozen=True, forbid_unknown_fields=True):
    """`spelling.toml`."""

    same: tuple[tuple[str, ...], ...]
    silent: frozenset[str]
    common: frozenset[str]
    old: dict[str, str]


class Known(Struct, frozen=True, forbid_unknown_fields=True):
    """`known.toml`: short names and what they stand for."""

    people: dict[str, str]
    bodies: dict[str, str]


@lru_cache(maxsize=1 << 16)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without titles; all of them where there is nothing but titles."""
    found = tuple(fold(_WITHIN.sub("", _LISTED.sub(r"\1", word))) for word in WORD.findall(name))
    return tuple(word for word in found if word not in spelling().silent) or found


@lru_cache(maxsize=1 << 16)
def spelled(words: tuple[str, ...]) -> tuple[str, ...]:
    """The same words in one spelling: *Soekarno* and *Sukarno*, *Moh.* and *Muhammad*."""
    return tuple(_spelled(word) for word in words)


def borne(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without those at the beginning that are left out as often as not: *Muhammad*, *M.*, but two."""
    while len(words) > 2 and (len(words[0]) == 1 or is_common(words[0])):
        words = words[1:]
    return words


def is_common(word: str) -> bool:
    """Whether very many people bear it."""
    return word in spelling().common


@cache
def spelling() -> Spelling:
    """The data of `spelling.toml`."""
    return msgspec.toml.decode((files("runut.names") / "spelling.toml").read_bytes(), type=Spelling)


@cache
def known() -> dict[tuple[str, ...], tuple[str, ...]]:
    """For each public short name its full one, both as words in one spelling."""
    data = msgspec.toml.decode((files("runut.names") / "known.toml").read_bytes(), type=Known)
    pairs = {**data.people, **data.bodies}
    return {spelled(name_words(short)): spelled(name_words(full)) for short, full in pairs.items()}


@cache
def _same() -> dict[str, str]:
    return {word: group[0] for group in spelling().same for word in group}


def _spelled(word: str) -> str:
    if word in _same():
        return _same()[word]
    for old, new in spelling().old.items():
        word = word.replace(old, new)
    return _same().get(word, word)
