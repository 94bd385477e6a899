"""When an article was published: UTC for the order, the outlet's own day for the reader."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple


class Moment(NamedTuple):
    """A stated time in the two forms that a desk sorts by."""

    seconds: int | None
    """Since 1970 in UTC; None where no time or no zone is stated."""
    day: int
    """As stated, such as 20250601; 0 where no date is."""


def moment(stated: str | None) -> Moment:
    """Read a time as a record states it: RFC 3339, or a date alone; what is neither gives nothing."""
    if not stated:
        return Moment(None, 0)
    try:
        time = datetime.fromisoformat(stated)
    except ValueError:
        return Moment(None, 0)
    day = time.year * 10_000 + time.month * 100 + time.day
    if len(stated) == len("2025-06-01") or time.tzinfo is None:
        return Moment(None, day)
    return Moment(_seconds(time), day)


def now() -> str:
    """This moment, RFC 3339 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _seconds(time: datetime) -> int | None:
    try:
        return int(time.timestamp())
    except (OverflowError, ValueError, OSError):  # the year 1 east of Greenwich
        return None


def written(day: int | None) -> str | None:
    """A day as people write it, such as 2025-06-01; None for none."""
    return f"{day // 10_000:04d}-{day // 100 % 100:02d}-{day % 100:02d}" if day else None
