"""A change on the way from a source to its copy."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

DriftKind: TypeAlias = Literal[
    "hedge_dropped",
    "hedge_added",
    "source_blurred",
    "source_sharpened",
    "number_changed",
    "date_changed",
    "quote_altered",
    "act_changed",
    "context_cut",
]


class Change(Struct, frozen=True):
    """What was one thing and is another."""

    kind: DriftKind
    before: str
    """As the source has it."""
    after: str | None
    """As the copy has it; None where it is gone."""


class Drift(Struct, frozen=True, rename={"before": "from", "after": "to"}):
    """A change, with the articles in which it is seen."""

    copy: str
    source: str
    kind: DriftKind
    before: str
    after: str | None
