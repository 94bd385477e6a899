"""What the markup says of a part of the page: the words that publishers put into class and id."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from runut.articles.typed import BlockKind

# HTML elements whose meaning needs no class.
ELEMENTS: dict[str, BlockKind] = {
    "figcaption": "caption",
    "caption": "caption",
    "nav": "menu",
    "menu": "menu",
    "dialog": "menu",
    "address": "byline",
}


@cache
def _kinds() -> dict[str, tuple[BlockKind, ...]]:
    content = (files("runut.articles") / "marks.toml").read_bytes()
    table = msgspec.toml.decode(content, type=dict[BlockKind, tuple[str, ...]])
    found: dict[str, tuple[BlockKind, ...]] = {}
    for kind, words in table.items():
        for word in words:
            found[word] = (*found.get(word, ()), kind)
    return found


@lru_cache(maxsize=8192)
def kinds_of(marks: tuple[str, ...]) -> tuple[BlockKind, ...]:
    """The kinds that the words of one element speak of, each once, in the order of the words."""
    known = _kinds()
    return tuple(dict.fromkeys(kind for word in marks for kind in known.get(word, ())))
