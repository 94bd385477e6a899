"""What is no name, though it stands like one: ordinary words with a capital, short forms of offices, numbers."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from runut.find.stems import fold
from runut.names.offices import titles
from runut.names.spelling import WORD, known, name_words, spelled, spelling
from runut.vocabulary import SpeakerType

# What is glued together is each as long.
SHORTEST_GLUED = 4
_FIGURE = re.compile(r"\d")


class Ordinary(Struct, frozen=True, forbid_unknown_fields=True):
    """`ordinary.toml`: words parted by white space."""

    small: str
    short: str
    pointing: str
    tails: str
    english: str
    everywhere: str


@lru_cache(maxsize=1 << 16)
def is_ordinary(name: str, kind: SpeakerType) -> bool:
    """Whether all words of a name are ordinary ones (*Uang*, *Surat Keputusan*), so that it names nobody."""
    if spelled(name_words(name)) in known():
        return False
    found = WORD.findall(name)
    words = [word for word in found if fold(word) not in spelling().silent] or found
    if len(words) == 1:
        return _is_ordinary_alone(words[0])
    # Bodies bear such names (*Organisasi Kesehatan Dunia*), each word with a capital.
    is_proper = kind == "organisation" and all(word[0].isupper() for word in words)
    return words[-1] in _words()["pointing"] or (not is_proper and all(map(_is_small, words)))


def is_pair(name: str, text: str) -> bool:
    """Whether a text knows a side of a hyphen by itself (*Sari-Bayu*): two names, and no one's."""
    left, hyphen, right = name.partition("-")
    if not (hyphen and left and right and left.isalpha() and right.isalpha() and right[0].isupper()):
        return False
    return any(re.search(rf"(?<![\w-]){side}(?![\w-])", text) for side in (left, right))


def _is_small(word: str) -> bool:
    """Whether all parts of a word are ordinary or short for an office (*Undang-Undang*, *Kabid*)."""
    parts = [fold(part) for part in word.split("-")]
    return fold(word) in _words()["short"] or (not word.isupper() and all(part in small() for part in parts))


def _is_ordinary_alone(word: str) -> bool:
    lower = fold(word)
    if all(side in everywhere() for side in lower.split("-")) and "-" in lower:
        return True  # heads of state that are named together
    if lower in _words()["short"] or _FIGURE.search(word):
        return True
    if _is_glued(lower):
        return True
    # In capitals it may be somebody's initials or a body's (*TAS*), whatever word they spell.
    return not word.isupper() and (lower in small() or lower in _words()["english"])


def _is_glued(lower: str) -> bool:
    """Whether an ordinary word is glued to the end (*Airlines|yang*, *Israel|mengklaim*)."""
    ends = (lower[start:] for start in range(SHORTEST_GLUED, len(lower) - SHORTEST_GLUED + 1))
    return any(end in _words()["tails"] or (end[:2] == "me" and len(end) > 5 and end in small()) for end in ends)


def is_lead(word: str) -> bool:
    """Whether a folded word before a name is no part of it (*Sejalan Asta Cita*, *Wamenkop Sari Dewanti*)."""
    return word in small() or word in _words()["short"] or word in titles()


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
