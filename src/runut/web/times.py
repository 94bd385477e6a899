"""Times as a page states them, with the same moment in Indonesia's zones and in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from msgspec import Struct

from runut.reports.moments import moment
from runut.reports.texts import Interface, Texts
from runut.web.texts import texts as texts_in

ZONES = (
    ("WIB", timezone(timedelta(hours=7))),
    ("WITA", timezone(timedelta(hours=8))),
    ("WIT", timezone(timedelta(hours=9))),
    ("UTC", UTC),
)

LONGEST = 100
"""Characters; no time has more."""


class Moments(Struct, frozen=True):
    """One time in several ways."""

    stated: str
    """In words, in the zone in which it was stated."""
    exact: str | None
    """RFC 3339, for programs; None where no moment is told: a date alone, a time without a zone."""
    zones: str
    """The same moment in each zone; empty where there is none."""


def moments(value: str, texts: Texts) -> Moments:
    """A time as a record has it; what is none comes back as it is."""
    return (
        _moments(value, texts.language) if len(value) <= LONGEST else Moments(moment(value[:LONGEST], texts), None, "")
    )


@lru_cache(maxsize=4096)
def _moments(value: str, language: Interface) -> Moments:
    """A story tells the same times in several places."""
    stated = moment(value, texts_in(language))
    try:
        when = datetime.fromisoformat(value)
        if when.tzinfo is None:
            return Moments(stated, None, "")
        return Moments(stated, when.isoformat(), " · ".join(_in(when, name, zone) for name, zone in ZONES))
    except (ValueError, OverflowError):
        return Moments(stated, None, "")


def _in(when: datetime, name: str, zone: timezone) -> str:
    local = when.astimezone(zone)
    day = "" if local.date() == when.date() else f" ({local:%Y-%m-%d})"
    return f"{local:%H:%M} {name}{day}"
