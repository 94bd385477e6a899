"""Stated times as intervals: a date alone is a whole day, a time without zone may be in any."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

DAY = 86_400
# The zones of the world lie between twelve hours behind UTC and fourteen before it.
BEHIND, BEFORE = 12 * 3600, 14 * 3600
MINUTE = 60


class Moment(NamedTuple):
    """From the earliest to the latest second that a stated time may mean, since 1970 UTC."""

    earliest: int
    latest: int

    @property
    def is_exact(self) -> bool:
        """Whether it tells the minute."""
        return self.latest - self.earliest <= MINUTE


def moment(stated: str | None) -> Moment | None:
    """Read a time as records state it; None for what is none."""
    try:
        time = datetime.fromisoformat((stated or "").strip())
    except ValueError:
        return None
    first = _seconds(time)
    if len((stated or "").strip()) == len("2025-06-01"):
        return Moment(first, first + DAY - 1)  # outlets that know each other count the same days
    if time.tzinfo is None:
        return Moment(first - BEFORE, first + BEHIND)
    return Moment(first, first + MINUTE - 1)


def _seconds(time: datetime) -> int:
    aware = time if time.tzinfo else time.replace(tzinfo=UTC)
    return int((aware - datetime(1970, 1, 1, tzinfo=UTC)) / timedelta(seconds=1))
