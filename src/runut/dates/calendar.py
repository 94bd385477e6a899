"""Stretches of the calendar and how EDTF writes them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

Grain: TypeAlias = Literal["day", "month", "year"]
FORMATS: dict[Grain, int] = {"day": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both within, told with the given exactness."""

    start: date
    end: date
    grain: Grain

    @property
    def edtf(self) -> str:
        """EDTF level 0: `2024-10-24`, `2025-05`, `2024`, or an interval of two of these."""
        length = FORMATS[self.grain]
        start, end = self.start.isoformat()[:length], self.end.isoformat()[:length]
        return start if start == end else f"{start}/{end}"


def day(moment: date) -> Period:
    """One day."""
    return Period(moment, moment, "day")


def days(start: date, end: date) -> Period:
    """From one day to another."""
    return Period(start, end, "day")


def months(year: int, first: int, last: int) -> Period:
    """Whole months of a year; a last month before the first lies in the year after."""
    until = year + (last < first)
    return Period(date(year, first, 1), date(until, last, monthrange(until, last)[1]), "month")


def years(first: int, last: int) -> Period:
    """Whole years."""
    return Period(date(first, 1, 1), date(last, 12, 31), "year")


def week_of(moment: date) -> Period:
    """The week that holds a day, Monday to Sunday."""
    monday = moment - timedelta(days=moment.weekday())
    return days(monday, monday + timedelta(days=6))


def shift_months(moment: date, count: int) -> date:
    """The first of the month so many months away."""
    whole = moment.year * 12 + moment.month - 1 + count
    return date(whole // 12, whole % 12 + 1, 1)


def nearest(candidates: list[date], anchor: date) -> date:
    """The candidate with the fewest days to the anchor; the earlier one where two are as near."""
    return min(candidates, key=lambda c: (abs((c - anchor).days), c))


def make(year: int, month: int, of_month: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, of_month)
    except ValueError:
        return None
