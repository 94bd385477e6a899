"""What day, month or year a dated phrase means, seen from an anchor."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from runut.dates.calendar import Period, days, months, years
from runut.dates.lexicon import Value
from runut.dates.named import named_day, named_month, named_season, named_term, named_year
from runut.dates.relative import counted, offset, single, unit_of, weekday
from runut.dates.view import Fields, View, number
from runut.languages.dates import Part

Reading = Callable[[Fields, View], Period | None]

# Asked in this order: the first field that a phrase has decides how it is read.
READINGS: tuple[tuple[str, Reading], ...] = (
    ("offset", offset),
    ("single", single),
    ("count", counted),
    ("day", named_day),
    ("month", named_month),
    ("season", named_season),
    ("term", named_term),
    ("year", named_year),
    ("weekday", weekday),
    ("unit", unit_of),
)


def resolve(fields: Fields, view: View) -> Period | None:
    """The period that the fields of a phrase mean, or None where the calendar or the anchor does not tell."""
    try:
        return _range(fields, view) if any(key.endswith("2") for key in fields) else _one(fields, view)
    except (ValueError, OverflowError):
        return None  # beyond the calendar: year 0, or a million months ago


def _one(fields: Fields, view: View) -> Period | None:
    reading = next((reading for key, reading in READINGS if key in fields), None)
    period = reading(fields, view) if reading else None
    part = fields.get("part")
    return _part_of(period, part) if period is not None and isinstance(part, Part) else period


def _part_of(period: Period, part: Part) -> Period:
    start, end = period.start, period.end
    if period.grain == "year" and start.year == end.year:
        return months(start.year, *part.year) if part.year else period
    if period.grain == "year":
        return years(start.year + part.decade[0], start.year + part.decade[1]) if part.decade else period
    if period.grain == "month" and start.month == end.month and part.month:
        return days(start.replace(day=part.month[0]), start.replace(day=min(part.month[1], end.day)))
    if period.grain == "day" and start != end and part.week:
        return days(start + timedelta(days=part.week[0] - 1), start + timedelta(days=part.week[1] - 1))
    return period


def _range(fields: Fields, view: View) -> Period | None:
    """From the one to the other; what one end leaves out it shares with the other."""
    left = {key: value for key, value in fields.items() if not key.endswith("2")}
    right = {key[:-1]: value for key, value in fields.items() if key.endswith("2")}
    if "from" in left:
        return _broken_year(left)
    if "year" not in left and "year" not in right and "day" not in left:
        start = _one(left, view)
        return _joined(start, _after(right, start, view)) if start else None
    end = _one(_with(right, left, "year", "month"), view)
    start = _one(_with(left, right, "month", "figure"), view) if "year" in left else _before(left, right, end, view)
    return _joined(start, end)


def _with(fields: Fields, other: Fields, *keys: str) -> dict[str, Value]:
    """The fields with what they lack from the other end."""
    month = "month" in fields or "figure" in fields
    lent = (key for key in keys if key in other and key not in fields and not (month and key != "year"))
    return {**fields, **{key: other[key] for key in lent}}


def _before(left: Fields, right: Fields, end: Period | None, view: View) -> Period | None:
    """The last period of that name which does not begin after the end."""
    if end is None:
        return None
    shared = _with(left, right, "month", "figure")
    near = (_one({**shared, "year": end.end.year - step}, view) for step in (0, 1))
    return next((period for period in near if period and period.start <= end.end), None)


def _after(fields: Fields, start: Period, view: View) -> Period | None:
    """The first period of that name which does not end before another begins."""
    near = (_one({**fields, "year": start.start.year + step}, view) for step in (0, 1))
    return next((period for period in near if period and period.end >= start.start), None)


def _joined(start: Period | None, end: Period | None) -> Period | None:
    """One period of both, as exact as the less exact of them."""
    if start is None or end is None or start.start > end.end:
        return None
    grains = {start.grain, end.grain}
    return Period(start.start, end.end, "year" if "year" in grains else "month" if "month" in grains else "day")


def _broken_year(fields: Fields) -> Period | None:
    """A year that begins in summer, such as a school year."""
    first, year = number(fields, "from"), number(fields, "year")
    return None if first is None or year is None else months(year, first, (first - 2) % 12 + 1)
