"""Lists of outlets to begin with."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from runut import outlets
from runut.errors import UsageFault


class Starter(Struct, frozen=True, forbid_unknown_fields=True):
    """One list."""

    about: str
    outlets: str
    """Names in `outlets.toml`, a line each."""

    @property
    def sites(self) -> tuple[str, ...]:
        """The addresses of its outlets; those without any are left out."""
        entries = (outlets.find(name) for name in self.outlets.split("\n") if name.strip())
        return tuple(f"https://{entry.domains[0]}/" for entry in entries if entry and entry.domains)


@cache
def starters() -> dict[str, Starter]:
    """All lists by name."""
    content = files("runut.gather").joinpath("starters.toml").read_bytes()
    return msgspec.toml.decode(content, type=dict[str, Starter])


def starter(name: str) -> Starter:
    """The list of a name.

    Raises UsageFault when there is none.
    """
    if name not in starters():
        told = "; ".join(f"{known} ({one.about})" for known, one in starters().items())
        raise UsageFault(f"There is no starter list “{name}”. There are: {told}.")
    return starters()[name]
