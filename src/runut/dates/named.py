"""Reading days, months, seasons and years that are called by their names."""

from __future__ import annotations

from datetime import date

from runut.dates.calendar import Period, day, days, make, months, nearest, shift_months, years
from runut.dates.view import STEPS, Fields, View, month_of, number, relation

# A day as near as this, in days, is meant itself and not the one that the world remembers.
NEAR = 31
# In figures a day without its year is the day of a report: seldom further ahead than this, in days.
REPORTED = 31


def named_day(fields: Fields, view: View) -> Period | None:
    """`29 Mei 2026`, `(12/3)`, `May 7`, `tanggal 24`."""
    of_month, month, year = number(fields, "day"), month_of(fields), number(fields, "year")
    if of_month is None:
        return None
    if month is None:
        base = view.told.start if view.told and view.told.grain != "year" else view.anchor
        found = make(base.year, base.month, of_month) if base else None
    elif year is not None:
        found = make(year, month, of_month)
    else:
        found = _yearless(of_month, month, fields, view)
    return day(found) if found else None


def _yearless(of_month: int, month: int, fields: Fields, view: View) -> date | None:
    anchor = view.anchor
    if anchor is None:
        return None
    near = [c for step in (-1, 0, 1) if (c := make(anchor.year + step, month, of_month))]
    weekday = number(fields, "weekday")
    near = [c for c in near if weekday == c.isoweekday()] or near
    near = _by_relation(near, relation(fields), anchor)
    known = view.known_days.get(f"{month:02}-{of_month:02}")
    if known and known < anchor and all(abs((c - anchor).days) > NEAR for c in near):
        return known
    if "figure" in fields:
        return max([c for c in near if (c - anchor).days <= REPORTED] or near, default=None)
    return nearest(near, anchor) if near else None


def _by_relation(candidates: list[date], told: str | None, anchor: date) -> list[date]:
    if told == "past":
        return [c for c in candidates if c <= anchor] or candidates
    if told == "next":
        return [c for c in candidates if c >= anchor] or candidates
    return candidates


def named_month(fields: Fields, view: View) -> Period | None:
    """`Juni 2025`, `April tahun lalu`, `pekan pertama Juni`, `March`."""
    month, year = month_of(fields), number(fields, "year")
    if month is None:
        return None
    told = relation(fields)
    if year is None and fields.get("unit") == "year":
        base = view.base(told)
        year = base.year + STEPS[told] if base and told else None
    if year is None:
        year = view.year if view.year and told is None else _year_of_month(month, told, view)
    if year is None:
        return None
    week = number(fields, "ordinal")
    return _week_of_month(year, month, week) if week is not None else months(year, month, month)


def _week_of_month(year: int, month: int, week: int) -> Period | None:
    return days(date(year, month, week * 7 - 6), date(year, month, week * 7)) if 1 <= week <= 4 else None


def _year_of_month(month: int, told: str | None, view: View) -> int | None:
    """The year of the next month of that name, or of the last one."""
    if view.anchor is None:
        return None
    ahead = (month - view.anchor.month) % 12
    if told == "this":
        return view.anchor.year
    future = told != "past" and (told == "next" or view.ahead or ahead <= view.months_ahead)
    if ahead == 0:
        return view.anchor.year + (told == "next")
    year = view.anchor.year + (view.anchor.month + ahead > 12)
    return year if future else year - 1


def named_season(fields: Fields, view: View) -> Period | None:
    """`musim panas 2024`, `last spring`, `the fall`."""
    season, year = fields["season"], number(fields, "year")
    if not isinstance(season, tuple):
        return None
    if year is not None:
        return months(year, *season)
    if view.anchor is None:
        return None
    anchor, told = view.anchor, relation(fields)
    near = [months(anchor.year + step, *season) for step in (-1, 0, 1)]
    if told == "past":
        return max((p for p in near if p.end < anchor), key=lambda p: p.end)
    if told == "next" or (told is None and view.ahead):
        return min((p for p in near if p.end >= anchor and (told is None or p.start > anchor)), key=lambda p: p.start)
    return next((p for p in near if p.start <= anchor <= p.end), near[1])


def named_term(fields: Fields, view: View) -> Period | None:
    """`kuartal III 2025`, `second half of 2024`, `kuartal lalu`."""
    length, ordinal, year = number(fields, "term"), number(fields, "ordinal"), number(fields, "year")
    told = relation(fields)
    if length is None:
        return None
    if ordinal is None:
        base = view.base(told)
        return _moved_term(base, length, STEPS[told]) if base and told else None
    if year is None and view.anchor:
        year = view.anchor.year + STEPS[told or "this"]
    if year is None or not 1 <= ordinal * length <= 12:
        return None
    return months(year, (ordinal - 1) * length + 1, ordinal * length)


def _moved_term(base: date, length: int, step: int) -> Period:
    first = shift_months(base, step * length - (base.month - 1) % length)
    return months(first.year, first.month, first.month + length - 1)


def named_year(fields: Fields, view: View) -> Period | None:  # noqa: ARG001 (all readings are called alike)
    """`2024`, `tahun 2024`, `the 1970s`."""
    year = number(fields, "year")
    if year is None:
        return None
    return years(year, year + 9) if fields.get("unit") == "decade" else years(year, year)
