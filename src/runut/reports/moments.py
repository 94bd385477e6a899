"""Times as a language writes them."""

import re

from runut.reports.plain import line
from runut.reports.texts import Texts

_MOMENT = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?"
)


def moment(value: str, texts: Texts) -> str:
    """An EDTF level 0 value or an RFC 3339 time in words; what is neither comes back as it is."""
    parts = value.split("/")
    if len(parts) == 2 and all(parts):
        return _interval(parts[0], parts[1], texts)
    match = _MOMENT.fullmatch(value)
    return _said(match, texts) if match else line(value)


def _interval(start: str, end: str, texts: Texts) -> str:
    return texts.say("date.interval", start=moment(start, texts), end=moment(end, texts))


def _said(match: re.Match[str], texts: Texts) -> str:
    year, month, day, hour, minute, zone = match.groups()
    if month is None:
        return year
    name = texts.word("month", month)
    date = (
        texts.say("date.day", day=int(day), month=name, year=year)
        if day
        else texts.say("date.month", month=name, year=year)
    )
    if hour is None:
        return date
    return texts.say("date.time", date=date, hour=hour, minute=minute, zone=_zone(zone, texts)).strip()


def _zone(zone: str | None, texts: Texts) -> str:
    if zone is None:
        return ""
    offset = "+00:00" if zone == "Z" else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return texts.entries.get(f"zone.{offset}", f"UTC{offset}")
