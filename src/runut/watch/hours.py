"""Hours of the day in which nothing is to be sent."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct

from runut.dates.zones import find_zone
from runut.errors import UsageFault
from runut.languages import load_pack, served

_FORM = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*-\s*(\d{1,2})(?::(\d{2}))?(?:\s+([\w/+-]{1,60}))?")


class Hours(Struct, frozen=True):
    """From one time of the day to another, past midnight where the first is later."""

    begin: time
    end: time
    zone: tzinfo = UTC

    def hold(self, moment: datetime) -> bool:
        """Whether a moment, given with its zone, lies within."""
        here = moment.astimezone(self.zone).time()
        if self.begin <= self.end:
            return self.begin <= here < self.end
        return here >= self.begin or here < self.end


def parse_hours(text: str) -> Hours:
    """Read hours such as `22:00-06:00 WIB` or `22-6 Asia/Jakarta`; without a zone they are in UTC.

    Raises UsageFault for anything else.
    """
    found = _FORM.fullmatch(text.strip())
    try:
        if found:
            return Hours(_time(found[1], found[2]), _time(found[3], found[4]), _zone(found[5] or "UTC"))
    except (ValueError, ZoneInfoNotFoundError, OSError):
        pass
    raise UsageFault(f"“{text}” are no hours; write 22:00-06:00 WIB, or with a zone such as Asia/Jakarta.")


def _zone(name: str) -> tzinfo:
    """A zone as any served language names it, else by its place."""
    known = (find_zone(name, load_pack(code)) for code in served())
    return next((zone for zone in known if zone), None) or ZoneInfo(name)


def _time(hour: str, minute: str | None) -> time:
    return time(int(hour), int(minute or 0))
