"""Named time zones and written offsets."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from runut.languages import Pack

OFFSET = re.compile(r"(?:gmt|utc)?([+-])(\d{1,2})(?::?([0-5]\d))?")


def find_zone(name: str, pack: Pack) -> tzinfo | None:
    """Read a zone: an abbreviation of the pack (`WIB`), `Z`, or an offset (`+07:00`, `+0700`, `GMT+7`).

    None when the name is unknown or the machine has no data for it.
    """
    name = name.strip().lower()
    if name == "z":
        return UTC
    value = pack.dates.zones.get(name, name)
    offset = OFFSET.fullmatch(value)
    if offset is not None:
        return _fixed(offset)
    return _named(value) if "/" in value else None


def default_zone(pack: Pack) -> tzinfo | None:
    """The zone that is taken for granted in this language where a page names none."""
    return find_zone(pack.about.zone, pack) if pack.about.zone else None


def at(moment: datetime, zone: tzinfo | None) -> datetime:
    """The same wall-clock time with the zone's offset of that day, as a fixed offset."""
    if zone is None:
        return moment
    offset = moment.replace(tzinfo=zone).utcoffset()
    return moment if offset is None else moment.replace(tzinfo=timezone(offset))


def _fixed(offset: re.Match[str]) -> tzinfo | None:
    sign, hours, minutes = offset.groups()
    length = timedelta(hours=int(hours), minutes=int(minutes or 0))
    if length > timedelta(hours=14):
        return None
    return timezone(-length if sign == "-" else length)


def _named(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None
