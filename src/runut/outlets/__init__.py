"""Outlets, agencies, broadcasters and platforms: who they are, by name and by address."""

from runut.outlets.names import NamedOutlet, name_at, names_in
from runut.outlets.registry import OutletEntry, OutletKind, find, host_of, name_ends, registry, squeeze

__all__ = [
    "NamedOutlet",
    "OutletEntry",
    "OutletKind",
    "find",
    "host_of",
    "name_at",
    "name_ends",
    "names_in",
    "registry",
    "squeeze",
]
