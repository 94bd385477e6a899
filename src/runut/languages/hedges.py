"""`hedges.toml`: words by which a text says that something is not sure, or disputed."""

from __future__ import annotations

from msgspec import Struct

Words = tuple[str, ...]


class Hedges(Struct, frozen=True, forbid_unknown_fields=True):
    """What a copy may lose of its source's caution; compared without regard to case."""

    unsure: Words
    """Words that make a statement less than certain ("diduga", "allegedly")."""
    about: Words
    """Words before a number that make it less than exact ("sekitar", "some")."""
    contrasts: Words
    """Words by which a sentence takes back some of what it says ("tetapi", "unless")."""
    caveats: Words
    """Words that tell what is denied, missing or not verified ("membantah", "could not be reached")."""
