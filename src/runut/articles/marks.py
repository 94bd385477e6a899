"""What the markup says of a part of the page: the words that publishers put into class and id."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from runut.articles.typed import BlockKind

NEGATION = "no"
# HTML elements whose meaning needs no class.
ELEMENTS: dict[str, BlockKind] = {
    "figcaption": "caption",
    "caption": "caption",
    "nav": "menu",
    "menu": "menu",
    "dialog": "menu",
    "address": "byline",
}


class Marks(Struct, frozen=True, forbid_unknown_fields=True):
    """Shape of `marks.toml`."""

    kinds: dict[BlockKind, tuple[str, ...]]
    beside: dict[BlockKind, dict[BlockKind, tuple[str, ...]]]
    """By a kind that another word tells: what further words then tell."""


@cache
def _table() -> Marks:
    content = (files("runut.articles") / "marks.toml").read_bytes()
    return msgspec.toml.decode(content, type=Marks)


@cache
def _kinds() -> dict[str, tuple[BlockKind, ...]]:
    found: dict[str, tuple[BlockKind, ...]] = {}
    for kind, words in _table().kinds.items():
        for word in words:
            found[word] = (*found.get(word, ()), kind)
    return found


def kinds_of(marks: tuple[str, ...]) -> tuple[BlockKind, ...]:
    """The kinds that the words of one element speak of, each once, in the order of the words."""
    # Most words are those of layouts.
    return () if _words().isdisjoint(marks) else _told(marks)


@cache
def _words() -> frozenset[str]:
    return frozenset(_kinds())


@lru_cache(maxsize=2048)
def _told(marks: tuple[str, ...]) -> tuple[BlockKind, ...]:
    known = _kinds()
    if NEGATION in marks:
        # "no-tts", "not-prose": what an element is not.
        marks = tuple(
            word for before, word in zip(("", *marks), marks, strict=False) if before not in (NEGATION, "not")
        )
    alone = tuple(dict.fromkeys([kind for word in marks for kind in known.get(word, ())]))
    return tuple(dict.fromkeys((*_beside(marks, alone), *alone))) if alone else ()


def _beside(marks: tuple[str, ...], alone: tuple[BlockKind, ...]) -> Iterator[BlockKind]:
    """The kinds that words tell only beside others, the more special one first."""
    for first, told in _table().beside.items():
        if first in alone:
            yield from (kind for kind in ("credit", "caption") if not set(told.get(kind, ())).isdisjoint(marks))
