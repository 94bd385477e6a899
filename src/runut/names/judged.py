"""What a comparison of two names has found."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

Verdict: TypeAlias = Literal["same", "different", "unsure"]
Words: TypeAlias = tuple[str, ...]

SAME = (
    "name",
    "given",
    "public",
    "spelling",
    "order",
    "shorter",
    "initial",
    "letter",
    "role",
    "company",
    "called",
    "ruling",
)
"""The rules by which two names may be the same."""


class Match(Struct, frozen=True):
    """What a comparison found."""

    verdict: Verdict
    score: float
    """How sure it is that the two are one, between 0 and 1; rules are ordered by it."""
    rule: str
    """A short stable name: one of `SAME`; `words`, `nothing` (not even one word in common), `single` and again
    `shorter`, `initial`, `letter` where they are not the same, or where it is not sure."""
    reason: str
    """One sentence for a person."""
