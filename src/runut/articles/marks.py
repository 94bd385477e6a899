"""What the markup says of a part of the page: the words that publishers put into class and id."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TypeAlias

import msgspec
from msgspec import Struct

from runut.articles.typed import BlockKind

Kinds: TypeAlias = tuple[BlockKind, ...]
MOST_KEPT = 4096
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


def kinds_of(marks: tuple[str, ...]) -> Kinds:
    """The kinds that the words of one element speak of, each once, in the order of the words."""
    return TOLD[marks]


def with_kinds(own: Kinds, around: Kinds) -> Kinds:
    """An element's own kinds and those around it, each once."""
    return JOINED[own, around] if own and around else own or around


class _Told(dict[tuple[str, ...], Kinds]):
    """The kinds that marks tell; kept, since pages repeat them."""

    def __missing__(self, marks: tuple[str, ...]) -> Kinds:
        if len(self) >= MOST_KEPT:
            self.clear()
        # Most words are those of layouts.
        found = self[marks] = () if _kinds().keys().isdisjoint(marks) else _read(marks)
        return found


class _Joined(dict[tuple[Kinds, Kinds], Kinds]):
    """Kinds joined; kept, since all that stands in an element has it around."""

    def __missing__(self, pair: tuple[Kinds, Kinds]) -> Kinds:
        if len(self) >= MOST_KEPT:
            self.clear()
        found = self[pair] = tuple(dict.fromkeys(pair[0] + pair[1]))
        return found


TOLD = _Told()
JOINED = _Joined()


def _read(marks: tuple[str, ...]) -> Kinds:
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
