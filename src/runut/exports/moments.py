"""Times as feeds and archives want them."""

from __future__ import annotations

from datetime import UTC, datetime


def rfc3339(stated: str | None) -> str | None:
    """A stated time with its zone; a date alone and a time without zone are taken as UTC; None for what is no time."""
    try:
        time = datetime.fromisoformat(stated or "")
    except ValueError:
        return None
    return (time if time.tzinfo else time.replace(tzinfo=UTC)).isoformat(timespec="seconds")
