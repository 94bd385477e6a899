"""What a dated phrase says, and from where it is seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from runut.dates.calendar import Period
from runut.dates.lexicon import Value

Fields: TypeAlias = Mapping[str, Value]
"""Role to value: `{"day": 7, "month": 10}`. `relation` and each relation by its own name are roles too."""
STEPS = {"past": -1, "this": 0, "next": 1, "lasting": 0, "before": -1, "after": 1, "same": 0}


@dataclass(frozen=True, slots=True)
class View:
    """From where a phrase is seen."""

    anchor: date | None
    """The day of speaking: publication, mostly."""
    told: Period | None = None
    """The time told last: what "the following year" follows."""
    year: int | None = None
    """The year that the paragraph is about, where it names one with a month."""
    ahead: bool = False
    """The sentence speaks of the future."""
    months_ahead: int = 0
    known_days: Mapping[str, date] = field(default_factory=dict)

    def base(self, told: str | None) -> date | None:
        """The day that a relation counts from: publication, or the time told last."""
        if told in ("before", "after", "same"):
            return self.told.start if self.told else None
        return self.anchor if told else None


def relation(fields: Fields) -> str | None:
    """The relation among the fields (`past`, `this`, …), if there is one."""
    return next((str(fields[key]) for key in ("relation", *STEPS) if key in fields), None)


def number(fields: Fields, key: str) -> int | None:
    """A field that is a number, or None."""
    value = fields.get(key)
    return value if isinstance(value, int) else None


def month_of(fields: Fields) -> int | None:
    """The month, named or in figures."""
    month = number(fields, "month")
    return number(fields, "figure") if month is None else month
