"""Reading days, weeks, months and years that are told by their distance from another day."""

from __future__ import annotations

from datetime import date, timedelta

from runut.dates.calendar import Period, day, days, months, shift_months, week_of, years
from runut.dates.view import STEPS, Fields, View, number, relation

# A season of sport that runs from one year into the next is over by June.
SEASON_ENDS = 6
SATURDAY = 6


def offset(fields: Fields, view: View) -> Period | None:
    """`kemarin`, `today`, `tadi malam`."""
    distance = number(fields, "offset")
    return None if view.anchor is None or distance is None else day(view.anchor + timedelta(days=distance))


def single(fields: Fields, view: View) -> Period | None:
    """`setahun terakhir`, `sepekan yang lalu`."""
    return counted({**fields, "count": 1, "unit": fields["single"]}, view)


def counted(fields: Fields, view: View) -> Period | None:
    """`tiga tahun lalu`, `dua bulan terakhir`, `two years later`."""
    count, unit, told = number(fields, "count"), str(fields.get("unit")), relation(fields)
    base = view.base(told)
    if base is None or count is None or told is None:
        return None
    return _lasting(base, count, unit) if told == "lasting" else _moved(base, count * STEPS[told], unit)


def _moved(base: date, count: int, unit: str) -> Period | None:
    if unit in ("day", "week"):
        return day(base + timedelta(days=count * (7 if unit == "week" else 1)))
    if unit == "month":
        first = shift_months(base, count)
        return months(first.year, first.month, first.month)
    if unit in ("year", "decade"):
        year = base.year + count * (10 if unit == "decade" else 1)
        return years(year, year)
    return None


def _lasting(base: date, count: int, unit: str) -> Period | None:
    """So many units up to the base; one year is told by its months."""
    if unit == "year" and count == 1:
        count, unit = 12, "month"
    start = _moved(base, -count, unit)
    return Period(start.start, base, start.grain) if start else None


def unit_of(fields: Fields, view: View) -> Period | None:
    """`pekan lalu`, `this year`, `the following month`, `the weekend`."""
    unit, told = str(fields["unit"]), relation(fields)
    base = view.base(told)
    if base is None or told is None:
        return None
    if told == "lasting":  # "over the weekend" is the one that goes on, on a Saturday
        told = "this" if base.isoweekday() >= SATURDAY else "past"
    if unit in ("week", "weekend"):
        week = week_of(base + timedelta(days=7 * STEPS[told]))
        return week if unit == "week" else days(week.start + timedelta(days=5), week.end)
    if unit == "season":
        first = base.year + STEPS[told] - (base.month < SEASON_ENDS)
        return years(first, first + 1)
    if unit == "decade" and told == "next":
        return years(base.year, base.year + 10)
    return _moved(base, STEPS[told], unit)


def weekday(fields: Fields, view: View) -> Period | None:
    """`Kamis`, `Rabu pekan lalu`, `next Tuesday`; without more, the last one that is not after the anchor."""
    wanted, told, anchor = number(fields, "weekday"), relation(fields), view.anchor
    if anchor is None or wanted is None:
        return None
    if told == "this" or "unit" in fields:
        monday = week_of(anchor).start + timedelta(days=7 * STEPS[told or "this"])
        return day(monday + timedelta(days=wanted - 1))
    back = (anchor.isoweekday() - wanted) % 7
    if told == "next" or (told is None and view.ahead):
        return day(anchor + timedelta(days=7 - back))
    return day(anchor - timedelta(days=back or (7 if told == "past" else 0)))
