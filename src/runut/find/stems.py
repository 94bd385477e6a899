"""Words of a text, and the stems under which they are found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

WORD = re.compile(r"[^\W_]+")
# What is longer is no word; its first part finds it just as well.
LONGEST = 40


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of a text in order, where they stand; hyphens, dots and apostrophes part them."""
    return WORD.finditer(text)


def stems(text: str, language: str) -> list[str]:
    """The stems of a text's words in order, one for each word."""
    return [stem(word, language) for word in WORD.findall(text)]


@lru_cache(maxsize=1 << 17)
def stem(word: str, language: str) -> str:
    """The form under which a word is found: folded, and cut to its stem in the languages that have a stemmer."""
    return _stemmer(language.partition("-")[0])(fold(word))


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """A word without case, accents and what only typography tells apart; never longer than 40 characters."""
    if word.isascii():
        return word.lower()[:LONGEST]
    plain = unicodedata.normalize("NFKD", word.casefold())
    # Accents fall away, and so do the brackets of `⑴`: an index takes letters and digits only.
    return "".join(filter(str.isalnum, plain))[:LONGEST] or word


def variants(word: str, languages: Iterable[str]) -> tuple[str, ...]:
    """The stems under which a word may be found in texts of several languages, each once."""
    return tuple(dict.fromkeys(stem(word, language) for language in languages))


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    name = _algorithms().get(language)
    if name is None:
        return str
    from snowballstemmer import stemmer  # a tenth of a second, and only searching and adding need it

    cut: Callable[[str], str] = stemmer(name).stemWord
    return cut


@cache
def _algorithms() -> dict[str, str]:
    content = (files("runut.find") / "stemmers.toml").read_bytes()
    return msgspec.toml.decode(content, type=dict[str, str])
