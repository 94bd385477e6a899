"""A language pack: everything that reading needs to know of one language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec
from msgspec import Struct

from runut.errors import UnknownLanguage
from runut.languages.asides import Asides
from runut.languages.callings import Callings
from runut.languages.credits import Credits
from runut.languages.cues import Cues
from runut.languages.dates import Dates
from runut.languages.hedges import Hedges
from runut.languages.places import Places
from runut.languages.sources import Sources

Part = TypeVar("Part")


class About(Struct, frozen=True, forbid_unknown_fields=True):
    """`pack.toml`: what language this is and how its sentences end."""

    code: str
    """BCP 47."""
    name: str
    version: str
    zone: str | None = None
    """Offset of the time zone taken for granted where a page names none, such as `+07:00`; None leaves it open."""
    thousand: tuple[str, ...] = ()
    """Words behind a number that make it so many thousands."""
    abbreviations: tuple[str, ...] = ()
    """In lower case and without their dot: a full stop after them ends no sentence."""


class Pack(Struct, frozen=True, eq=False):
    """One language; compared by identity, so that stages can keep what they compile from it."""

    about: About
    asides: Asides
    callings: Callings
    cues: Cues
    credits: Credits
    dates: Dates
    hedges: Hedges
    places: Places
    sources: Sources


@cache
def served() -> tuple[str, ...]:
    """Codes of all languages that have a folder."""
    folders = files("runut.languages").iterdir()
    return tuple(sorted(f.name for f in folders if f.is_dir() and (f / "pack.toml").is_file()))


@cache
def load_pack(code: str) -> Pack:
    """Load the pack of a language, such as `id`.

    Raises UnknownLanguage when there is none.
    """
    if code not in served():
        raise UnknownLanguage(f"There is no language pack “{code}”. There are: {', '.join(served())}.")
    return Pack(
        about=_part(code, "pack", About),
        asides=_part(code, "asides", Asides),
        callings=_part(code, "callings", Callings),
        cues=_part(code, "cues", Cues),
        credits=_part(code, "credits", Credits),
        dates=_part(code, "dates", Dates),
        hedges=_part(code, "hedges", Hedges),
        places=_part(code, "places", Places),
        sources=_part(code, "sources", Sources),
    )


def _part(code: str, name: str, kind: type[Part]) -> Part:
    content = (files("runut.languages") / code / f"{name}.toml").read_bytes()
    return msgspec.toml.decode(content, type=kind)
