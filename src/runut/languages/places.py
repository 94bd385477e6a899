"""`places.toml`: names of countries and regions, so that a title's place is not taken for a person's name."""

from msgspec import Struct


class Places(Struct, frozen=True, forbid_unknown_fields=True):
    """Shape of `places.toml`."""

    names: tuple[str, ...]
    """As written in this language."""
