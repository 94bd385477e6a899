"""`others.toml`: the few words that names and credits take in languages without a pack of their own."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

Words = tuple[str, ...]


class Naming(Struct, frozen=True, forbid_unknown_fields=True):
    """How a language names the makers of an article."""

    joins: Words
    """Words between two names."""
    by: Words
    """Words before a name."""
    offices: Words
    """Titles after a name."""


class Credited(Struct, frozen=True, forbid_unknown_fields=True):
    """How pictures are credited, all languages together."""

    labels: Words
    """Words before a credit."""


class Led(Struct, frozen=True, forbid_unknown_fields=True):
    """What leads away from a text, all languages together."""

    related: Words
    """Openings of a line that links another article."""
    promos: Words
    """Openings of lines that promote the outlet or stand in for what is not shown."""


class Others(Struct, frozen=True, forbid_unknown_fields=True):
    """Shape of `others.toml`."""

    languages: dict[str, Naming]
    """By the first part of a BCP 47 tag."""
    pictures: Credited
    links: Led


@cache
def load_others() -> Others:
    """The words of languages that are not served."""
    content = (files("runut.languages") / "others.toml").read_bytes()
    return msgspec.toml.decode(content, type=Others)
