"""Words that say that something is not sure, or disputed: data of each language."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    unsure: str
    caveats: str


class Hedges(Struct, frozen=True):
    """How a language says that it is not sure."""

    unsure: re.Pattern[str]
    caveats: re.Pattern[str]
    """What is denied, missing or not verified."""


@cache
def hedges(language: str) -> Hedges | None:
    """The hedges of a language; None where nobody noted them."""
    path = files("runut.languages").joinpath(language.partition("-")[0]).joinpath("hedges.toml")
    if not path.is_file():
        return None
    found = msgspec.toml.decode(path.read_bytes(), type=_File)
    return Hedges(_pattern(found.unsure), _pattern(found.caveats))


def _pattern(lines: str) -> re.Pattern[str]:
    ways = "|".join(re.escape(line) for line in lines.split("\n") if line)
    return re.compile(rf"(?<!\w)(?:{ways})(?!\w)", re.IGNORECASE)
