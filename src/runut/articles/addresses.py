"""What the words in an address tell of a page."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from runut.vocabulary import Kind

LONGEST = 2000


class Addresses(Struct, frozen=True, forbid_unknown_fields=True):
    """Shape of `addresses.toml`."""

    kinds: dict[Kind, tuple[str, ...]]
    pages: dict[str, tuple[str, ...]]
    sections: dict[str, tuple[str, ...]]


@cache
def _table() -> Addresses:
    content = (files("runut.articles") / "addresses.toml").read_bytes()
    return msgspec.toml.decode(content, type=Addresses)


@cache
def _number() -> re.Pattern[str]:
    words = "|".join(map(re.escape, _table().pages["numbers"]))
    return re.compile(rf"[?&/](?:{words})[=/-]?(\d{{1,2}})(?!\d)", re.IGNORECASE)


def kind_in(address: str) -> Kind | None:
    """The kind of page that a step of the address's path names."""
    steps = set(address[:LONGEST].lower().split("/")[:-1])
    return next((kind for kind, words in _table().kinds.items() if not steps.isdisjoint(words)), None)


def number_in(address: str) -> int | None:
    """The number of the part that the address names."""
    found = _number().search(address[:LONGEST])
    return int(found[1]) if found else None


def names_section(value: str) -> bool:
    """Whether a claimed section is more than the word for an article."""
    return value.lower() not in _table().sections["none"]
