"""Reading the printed time of publication: `Senin, 21 Oktober 2024 | 09:12 WIB`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, tzinfo
from functools import cache

from runut.dates.zones import at, default_zone, find_zone
from runut.languages import Pack

# A time line is short; what stands further on is not part of it.
LONGEST_LINE = 400
# Words such as "pukul" or "Updated" may stand between date and time, but no sentence.
LONGEST_GAP = 40

ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{2})-(\d{2})"
    r"(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z\b|[+-]\d{2}:?\d{2}(?!\d))?)?"
)
FIGURES = re.compile(r"(?<![\d/.-])(\d{1,4})([/.-])(\d{1,2})\2(\d{4}|\d{1,2})(?![\d/-])")


def read_time(text: str, pack: Pack) -> str | None:
    """Read a printed publication time as ISO 8601, with the offset of the zone that it names.

    Without a zone it has the pack's default zone, or none; without a time of day it is a date alone.
    Machine-readable times (ISO 8601, RFC 2822) are read as well. None when the text holds no full date.
    """
    text = text[:LONGEST_LINE]
    iso = ISO.search(text)
    if iso is not None and iso[4] is not None:
        moment = _iso(iso)
        return None if moment is None else at(moment, _zone_or_default(iso[8], pack)).isoformat()
    found = _find_dates(text, pack)
    return _with_time(text, found, pack) if found else None


def _iso(iso: re.Match[str]) -> datetime | None:
    year, month, day, hour, minute, second = (int(part or 0) for part in iso.groups()[:6])
    micro = int((iso[7] or "0")[:6].ljust(6, "0"))
    try:
        return datetime.combine(date(year, month, day), time(hour, minute, second, micro))
    except ValueError:
        return None


def _find_dates(text: str, pack: Pack) -> list[tuple[int, int, date]]:
    """The dates that are possible in the calendar, in order, with their places."""
    found: list[tuple[int, int, date]] = []
    for match in (*_named_month(pack).finditer(text), *FIGURES.finditer(text)):
        day = _figures(match, pack) if match.re is FIGURES else _named(match, pack)
        if day is not None:
            found.append((match.start(), match.end(), day))
    return sorted(found)


def _named(match: re.Match[str], pack: Pack) -> date | None:
    day, month, year = match.group("day", "month", "year")
    if month is None:
        day, month, year = match.group("us_day", "us_month", "us_year")
    number = int(year) if year else 2000 + int(match["short"])
    return _date(number, _months(pack)[month.lower()], int(day))


def _figures(match: re.Match[str], pack: Pack) -> date | None:
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    if len(match[1]) == 4:
        return _date(first, second, third)
    if len(match[1]) > 2:
        return None
    year = third if len(match[4]) == 4 else 2000 + third
    if pack.dates.order == "mdy":
        return _date(year, first, second) or _date(year, second, first)
    return _date(year, second, first) or _date(year, first, second)


def _with_time(text: str, found: list[tuple[int, int, date]], pack: Pack) -> str:
    """The first date with the time of day beside it; one beyond the next date belongs to that."""
    start, end, day = found[0]
    limit = found[1][0] if len(found) > 1 else len(text)
    pattern = _time_of_day(pack)
    after = pattern.finditer(text, end, min(end + LONGEST_GAP, limit))
    before = reversed(list(pattern.finditer(text, max(0, start - LONGEST_GAP), start)))
    for match in (*after, *before):
        if match["minute"] or match["half"]:
            zone = _zone_or_default(match["zone"], pack)
            return at(datetime.combine(day, _clock(match, pack)), zone).isoformat()
    return day.isoformat()


def _clock(match: re.Match[str], pack: Pack) -> time:
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half in pack.dates.after_noon and hour < 12:
        hour += 12
    elif half in pack.dates.before_noon and hour == 12:
        hour = 0
    return time(hour, int(match["minute"] or 0), int(match["second"] or 0))


def _zone_or_default(name: str | None, pack: Pack) -> tzinfo | None:
    zone = find_zone(name, pack) if name else None
    return zone or default_zone(pack)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _months(pack: Pack) -> dict[str, int]:
    return pack.dates.months | pack.dates.short_months


@cache
def _named_month(pack: Pack) -> re.Pattern[str]:
    name = _any_of(_months(pack))
    # One or two letters stand for the ending of an ordinal ("24th") and for a joining word ("24th of October").
    return re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})[a-z]{{0,2}}[\s.-]{{0,3}}(?:[a-z]{{2}}\s)?(?P<month>{name})\b\.?"
        rf"(?:[\s,-]{{0,3}}(?P<year>\d{{4}})(?!\d)|-(?P<short>\d{{2}})(?![\d:.]))"
        rf"|\b(?P<us_month>{name})\b\.?\s{{1,3}}(?P<us_day>\d{{1,2}})[a-z]{{0,2}},?\s{{1,3}}(?P<us_year>\d{{4}})(?!\d)",
        re.IGNORECASE,
    )


@cache
def _time_of_day(pack: Pack) -> re.Pattern[str]:
    half = rf"\s?(?P<half>{_any_of((*pack.dates.before_noon, *pack.dates.after_noon))})(?!\w)"
    zone = rf"(?:GMT|UTC)?[+-]\d{{1,2}}(?::?\d{{2}})?(?!\d)|(?:{_any_of(pack.dates.zones)})\b"
    return re.compile(
        rf"(?<![\d.:/])(?P<hour>2[0-3]|[01]?\d)(?=[:.]\d|\s?[a-z])"
        rf"(?:[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?(?!\d))?(?:{half})?"
        rf"(?:\s{{0,2}}\(?(?P<zone>{zone}))?",
        re.IGNORECASE,
    )


def _any_of(names: Iterable[str]) -> str:
    """Longest first, so that no name hides a longer one; never matches when there is none."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or r"(?!)"
