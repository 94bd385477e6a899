"""`callings.toml`: what bodies, offices and groups are called."""

from __future__ import annotations

from msgspec import Struct


class Callings(Struct, frozen=True, forbid_unknown_fields=True):
    """Names by which languages, and articles in one language, call the same body or kind of people."""

    names: dict[str, tuple[str, ...]]
    """By a key that all languages share; in lower case, the commonest first."""
    ends: tuple[str, ...]
    """Words behind which only more about somebody is told (*of*, *yang*)."""
