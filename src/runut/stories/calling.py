"""By which names the articles of a story call a speaker that is no person: *polisi (police)*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from runut.find.stems import fold
from runut.languages import load_pack, served
from runut.stories.members import Member

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# A name of more words than this stands in no table.
LONGEST = 6
# What is longer tells who it is.
MOST_WORDS = 12


class Callings:
    """How each language of a story calls somebody; made once for a story."""

    def __init__(self, articles: Sequence[Member]) -> None:
        texts: defaultdict[str, list[str]] = defaultdict(list)
        for one in articles:
            texts[one.language.partition("-")[0]].append(_plain(one.body))
        self._texts = {code: f" {' | '.join(found)} " for code, found in texts.items() if code in served()}

    def __call__(self, speaker: str, language: str) -> str:
        """A speaker, and behind it by which other names the articles call it, the own language's first."""
        code = language.partition("-")[0]
        if code not in self._texts or len(speaker.split()) > MOST_WORDS:
            return speaker
        keys = _keys(_plain(speaker).split(), code)
        others = (self._composed(keys, code, other) for other in sorted(self._texts, key=lambda one: one != code))
        own = _plain(speaker)
        names = dict.fromkeys(name for name in (*self._shorter(own, code), *others) if name and _plain(name) not in own)
        return f"{speaker} ({', '.join(names)})" if names else speaker

    def _shorter(self, name: str, code: str) -> Iterator[str]:
        """Short names of a body, in one language: *Kemlu*."""
        return (short.capitalize() for short in _shorts(code).get(name, ()) if self._has(short, code))

    def _composed(self, keys: Sequence[str], code: str, other: str) -> str | None:
        """The words of another language put together as it puts them, if its articles have the main word."""
        if code == other or not keys:
            return None
        there, here = load_pack(other), load_pack(code)
        names = there.callings.names
        words = [next((name for name in names.get(key, ()) if self._has(name, other)), None) for key in keys]
        if not words[-1 if here.credits.head_last else 0]:
            return None
        is_alike = here.credits.head_last == there.credits.head_last
        return " ".join(word for word in (words if is_alike else reversed(words)) if word)

    def _has(self, name: str, code: str) -> bool:
        return f" {name} " in self._texts[code]


def _plain(text: str) -> str:
    return " ".join(fold(word) for word in _WORD.findall(text))


def _keys(words: Sequence[str], code: str) -> list[str]:
    """What somebody is called by the keys of all languages, the longest names first."""
    callings, found, at = load_pack(code).callings, [], 0
    while at < len(words) and not (at and words[at] in callings.ends):
        taken = ((size, " ".join(words[at : at + size])) for size in range(LONGEST, 0, -1))
        size, key = next(((size, _by_name(code)[name]) for size, name in taken if name in _by_name(code)), (1, ""))
        found += [key] if key else []
        at += size
    return found


@cache
def _by_name(code: str) -> Mapping[str, str]:
    """The key of each name; the first that has it."""
    names = load_pack(code).callings.names
    return {name: key for key, all_names in reversed(names.items()) for name in all_names}


@cache
def _shorts(code: str) -> Mapping[str, tuple[str, ...]]:
    """The short names of bodies by their whole ones, both in lower case."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for short, whole in load_pack(code).sources.short_organisations.items():
        found[_plain(whole)].append(short)
    return {whole: tuple(shorts) for whole, shorts in found.items()}
