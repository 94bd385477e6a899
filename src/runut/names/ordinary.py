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
_PAIR = re.compile(r"(?<![\w-])([A-Z]\w+)-([A-Z]\w+)(?![\w-])")
_FIGURE = re.compile(r"\d")


class Ordinary(Struct, frozen=True, forbid_unknown_fields=True):
    """`ordinary.toml`: words parted by white space."""

    small: str
    short: str
    pointing: str
    tails: str
    verbal: str
    plurals: str
    joining: str
    between: str
    english: str
    everywhere: str


@lru_cache(maxsize=1 << 16)
def is_ordinary(name: str, kind: SpeakerType) -> bool:
    """Whether all words of a name are ordinary ones (*Uang*, *Surat Keputusan*), so that it names nobody."""
    if spelled(name_words(name)) in known():
        return False
    if _joined().search(name):
        return True
    found = WORD.findall(name)
    words = [word for word in found if fold(word) not in spelling().silent] or found
    if len(words) == 1:
        return _is_ordinary_alone(words[0])
    # Bodies bear such names (*Organisasi Kesehatan Dunia*), each word with a capital.
    if words[-1] in _words()["pointing"] or (fold(words[0]) in titles() and all(map(_is_wide, words))):
        return True
    is_proper = kind == "organisation" and all(word[0].isupper() for word in words)
    return not is_proper and all(map(_is_small, words))


def is_pair(name: str, text: str) -> bool:
    """Whether a text knows the sides of a hyphen by themselves (*Sari-Bayu*): two names, and no one's.

    Of a longer name (*Sari Dewanti-Bayu Laksana*) it must know both, as surnames are written so too.
    """
    enough = all if " " in name else any
    return any(enough(_stands_alone(side, text) for side in pair) for pair in _PAIR.findall(name))


def _stands_alone(word: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){word}(?![\w-])", text) is not None


def _is_small(word: str) -> bool:
    """Whether all parts of a word are ordinary or short for an office (*Undang-Undang*, *Kabid*)."""
    parts = [fold(part) for part in word.split("-")]
    if fold(word) in _words()["short"] or fold(word) in titles():
        return True
    return not word.isupper() and all(part in small() for part in parts)


def _is_wide(word: str) -> bool:
    """Whether a word of somebody's office is one that any office may have (*Ketua Tim Pemenangan Nasional*)."""
    return _is_small(word) or fold(word) in everywhere()


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
    return any(end in _words()["tails"] or _is_verb(end) for end in ends)


def _is_verb(word: str) -> bool:
    return len(word) > SHORTEST_GLUED + 1 and word.startswith(tuple(_words()["verbal"])) and word in small()


def is_lead(word: str) -> bool:
    """Whether a folded word before a name is no part of it (*Sejalan Asta Cita*, *Wamenkop Sari Dewanti*)."""
    return word in small() or word in _words()["short"] or word in titles()


def small() -> frozenset[str]:
    """Words that are written small unless something else gives them a capital."""
    return _words()["small"]


def joining() -> frozenset[str]:
    """Words that join others in roles of any two people."""
    return _words()["joining"]


def plurals() -> frozenset[str]:
    """What is added to a word to mean several."""
    return _words()["plurals"]


def everywhere() -> frozenset[str]:
    """Words with a capital that very many articles have."""
    return _words()["everywhere"]


@cache
def _joined() -> re.Pattern[str]:
    """Two names whose spaces around a word were lost (*Saridan|Bayu*)."""
    between = "|".join(sorted(_words()["between"]))
    return re.compile(rf"[a-z]{{2}}(?:{between})[A-Z][a-z]")


@cache
def _words() -> dict[str, frozenset[str]]:
    data = msgspec.toml.decode((files("runut.names") / "ordinary.toml").read_bytes(), type=Ordinary)
    return {name: frozenset(getattr(data, name).split()) for name in Ordinary.__struct_fields__}
