"""What is no name, though it stands like one: ordinary words with a capital, short forms of offices, numbers."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from runut.find.stems import fold
from runut.names.spelling import known, name_words, spelled, spelling, written

_FIGURE = re.compile(r"\d")


class Ordinary(Struct, frozen=True, forbid_unknown_fields=True):
    """`ordinary.toml`: words parted by white space."""

    small: str
    short: str
    english: str
    everywhere: str


@lru_cache(maxsize=1 << 16)
def is_ordinary(name: str) -> bool:
    """Whether all words of a name are ordinary ones (*Uang*, *Surat Keputusan*), so that it names nobody."""
    if spelled(name_words(name)) in known():
        return False
    found = written(name)
    words = [word for word in found if fold(word) not in spelling().silent] or found
    if len(words) != 1:
        return all(fold(word) in small() and not word.isupper() for word in words)
    return _is_ordinary_alone(words[0])


def is_pair(name: str, text: str) -> bool:
    """Whether a text knows both sides of a hyphen by themselves (*Sari-Bayu*): two names, and no one's."""
    left, hyphen, right = name.partition("-")
    if not (hyphen and left and right and left.isalpha() and right.isalpha() and right[0].isupper()):
        return False
    return all(re.search(rf"(?<![\w-]){side}(?![\w-])", text) for side in (left, right))


def _is_ordinary_alone(word: str) -> bool:
    lower = fold(word)
    if lower in _words()["short"] or _FIGURE.search(word):
        return True
    # In capitals it may be somebody's initials or a body's (*TAS*), whatever word they spell.
    return not word.isupper() and (lower in small() or lower in _words()["english"])


def small() -> frozenset[str]:
    """Words that are written small unless something else gives them a capital."""
    return _words()["small"]


def everywhere() -> frozenset[str]:
    """Words with a capital that very many articles have."""
    return _words()["everywhere"]


@cache
def _words() -> dict[str, frozenset[str]]:
    data = msgspec.toml.decode((files("runut.names") / "ordinary.toml").read_bytes(), type=Ordinary)
    return {name: frozenset(getattr(data, name).split()) for name in Ordinary.__struct_fields__}
