"""When the page says that it was published and changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import cache
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from runut.articles.phrases import phrases
from runut.languages import load_pack, served

TIME = r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?"
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?")
# What every date has: a year, or two numbers with a mark between them.
DATED = re.compile(r"\d(?:\d{3}|[./-]\d)")
COUNTED = re.compile(r"(?:gmt|utc)\s?([+-])(\d{1,2})")
NO_WORD = re.compile(r"\d|\W")
LONGEST = 140
HALVES = ("before_noon", "after_noon")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as found: the date, the time of day where one stands, and the zone where one stands."""

    year: int
    month: int
    day: int
    clock: tuple[int, int, int] | None = None
    offset: str | None = None

    def text(self) -> str:
        """RFC 3339, or a date alone where no time of day is known."""
        day = f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        if self.clock is None:
            return day
        hour, minute, second = self.clock
        return f"{day}T{hour:02d}:{minute:02d}:{second:02d}{self.offset or ''}"


@dataclass(frozen=True, slots=True, eq=False)
class _Reader:
    """Patterns for dates in words and in numbers, each with the time that may follow."""

    pattern: re.Pattern[str]
    numbers: re.Pattern[str]
    weekdays: re.Pattern[str]
    months: dict[str, int]
    zones: dict[str, str]
    after_noon: tuple[str, ...]


@cache
def _reader() -> _Reader:
    """One reader for all languages served: a page may print its dates in another than its text's."""
    packs = [load_pack(code) for code in sorted(served(), key=lambda c: load_pack(c).about.zone is None)]
    months = _merged(form for pack in packs for form in (pack.dates.months, pack.dates.short_months))
    zones = _merged(pack.dates.zones for pack in packs)
    before, after = (tuple(word for pack in packs for word in getattr(pack.dates, half)) for half in HALVES)
    between = _any_of(word for pack in packs for word in pack.asides.clock.before_time)
    nth = _any_of(word for pack in packs for word in pack.asides.clock.ordinals)
    week = _any_of(_with_short(day for pack in packs for day in pack.dates.weekdays))
    names = _any_of(months)
    tail = (
        rf"(?:(?:[\s,|/•·–—()-]|\b(?:{between})\b\.?){{0,8}}{TIME}\s*(?P<half>{_any_of(before + after)})?"
        rf"(?:\s*\(?(?P<zone>(?:gmt|utc)\s?[+-]\d{{1,2}}|{_any_of(zones)})\b)?)?"
    )
    words = (
        rf"(?:(?P<day>\d{{1,2}})(?:{nth})?[\s.\-/]+(?P<month>{names})\.?[\s,.\-/]+(?P<year>\d{{4}})"
        rf"|(?P<month2>{names})\.?\s+(?P<day2>\d{{1,2}})(?:{nth})?,?\s+(?P<year2>\d{{4}}))"
    )
    numbers = r"(?P<one>\d{1,2})[./-](?P<two>\d{1,2})[./-](?P<year>\d{4}|\d{2})(?!\d)"
    return _Reader(
        re.compile(rf"(?<!\w){words}{tail}", re.IGNORECASE),
        re.compile(rf"(?<![\w./-]){numbers}{tail}", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{week})(?!\w)", re.IGNORECASE),
        months,
        zones,
        after,
    )


def _merged(tables: Iterable[dict[str, T]]) -> dict[str, T]:
    """All entries; of two with one key the first wins."""
    found: dict[str, T] = {}
    for table in tables:
        found = table | found
    return found


def _with_short(weekdays: Iterable[str]) -> set[str]:
    """The names of the days and their first three letters, which is how most languages shorten them."""
    return {form for name in weekdays for form in (name, name[:3])}


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or r"(?!)"


def read_moment(text: str) -> Moment | None:
    """The first full date in a text, with the time and zone that follow it."""
    if not DATED.search(text):
        return None
    reader = _reader()
    if found := reader.pattern.search(text):
        month = reader.months[(found["month"] or found["month2"]).lower()]
        day = int(found["day"] or found["day2"])
        return _moment(int(found["year"] or found["year2"]), month, day, found, reader)
    if found := ISO.search(text):
        return _machine(found)
    if found := reader.numbers.search(text):
        one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
        day, month = (two, one) if two > 12 else (one, two)
        return _moment(year + 2000 if year < 100 else year, month, day, found, reader)
    return None


def _moment(year: int, month: int, day: int, found: re.Match[str], reader: _Reader) -> Moment | None:
    clock = None
    if found["hour"]:
        hour = int(found["hour"])
        half = (found["half"] or "").lower()
        if half:
            hour = hour % 12 + (12 if half in reader.after_noon else 0)
        clock = (hour, int(found["minute"]), int(found["second"] or 0))
    zone = (found["zone"] or "").lower()
    offset = _counted(zone) or _offset(reader.zones.get(zone), year, month, day)
    return _checked(Moment(year, month, day, clock, offset))


def _counted(zone: str) -> str | None:
    """The offset in a zone told as `GMT+7`."""
    hours = COUNTED.fullmatch(zone)
    return f"{hours[1]}{int(hours[2]):02d}:00" if hours and int(hours[2]) <= 14 else None


def _machine(found: re.Match[str]) -> Moment | None:
    year, month, day, hour, minute, second, zone = found.groups()
    clock = (int(hour), int(minute), int(second or 0)) if hour else None
    if zone == "Z":
        zone = "+00:00"
    elif zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return _checked(Moment(int(year), int(month), int(day), clock, zone))


def _checked(moment: Moment) -> Moment | None:
    try:
        date(moment.year, moment.month, moment.day)
        time(*(moment.clock or ()))
    except ValueError:
        return None
    return moment if 1800 <= moment.year <= 2200 else None


def _offset(zone: str | None, year: int, month: int, day: int) -> str | None:
    """The offset itself, or that of a named zone on that day."""
    if not zone or zone[0] in "+-":
        return zone or None
    try:
        shift = datetime(year, month, day, 12, tzinfo=ZoneInfo(zone)).strftime("%z")
    except (ZoneInfoNotFoundError, ValueError):
        return None
    return f"{shift[:3]}:{shift[3:]}"


def read_machine(text: str) -> Moment | None:
    """A time as machines write it (ISO 8601), or a common deviation from that."""
    found = ISO.match(text.strip())
    return _machine(found) if found else read_moment(text[:LONGEST])


def without_date(text: str) -> str:
    """A short line without its date, time and weekday; the parts left are cut by `|`."""
    reader = _reader()
    if DATED.search(text):
        for pattern in (reader.pattern, reader.numbers):
            text = pattern.sub("|", text, count=2)
    return reader.weekdays.sub("|", text)


def same_clock(left: Moment, right: Moment) -> bool:
    """Whether two moments show the same date and minute, whatever their zones."""
    return (left.year, left.month, left.day) == (right.year, right.month, right.day) and (
        left.clock is None or right.clock is None or left.clock[:2] == right.clock[:2]
    )


def instant(moment: Moment) -> datetime | None:
    """The moment as an aware time; None without time of day or zone."""
    if moment.clock is None or moment.offset is None:
        return None
    try:
        return datetime.fromisoformat(moment.text())
    except ValueError:
        return None


def shifted(moment: Moment, offset: str) -> Moment:
    """The same instant in another zone; the moment itself when its zone is unknown."""
    when = instant(moment)
    if when is None:
        return moment
    sign = -1 if offset[0] == "-" else 1
    zone = timezone(sign * timedelta(hours=int(offset[1:3]), minutes=int(offset[4:6])))
    local = when.astimezone(zone)
    return Moment(local.year, local.month, local.day, (local.hour, local.minute, local.second), offset)


def is_time_line(text: str) -> bool:
    """Whether a short line is about a date and nothing else."""
    if len(text) > LONGEST:
        return False
    moment = read_moment(text)
    if moment is None:
        return False
    rest = NO_WORD.sub(" ", text)
    words = [w for w in rest.split() if len(w) > 1]
    most = 9 if phrases().published.search(text) else 6 if moment.clock else 3
    return len(words) <= most
