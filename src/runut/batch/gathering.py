"""Links to stories: which articles hang together, and the plain telling of each story."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import msgspec

from runut.batch.storage import told
from runut.batch.tables import story_row
from runut.copies.texts import Text
from runut.stories.story import story
from runut.vocabulary import Attribution

# Telling takes more than linear time: so many articles that hang together are no story but a house phrase of a network.
LARGEST = 300


def leaders(links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each article that a link touches the least id of all that hang together with it."""
    leader: dict[str, str] = {}

    def first(one: str) -> str:
        while (above := leader.setdefault(one, one)) != one:
            leader[one] = leader[above]
            one = leader[one]
        return one

    for copy, source in links:
        here, there = sorted((first(copy), first(source)))
        leader[there] = here
    return {one: first(one) for one in tuple(leader)}


def bucket_of(name: str, buckets: int) -> int:
    """Which bucket a story is told in."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") % buckets


def tell_story(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The row of `stories` for articles that hang together, or why it is set aside."""
    if len(row["members"]) > LARGEST:
        message = f"{len(row['members']):,} articles hang together by links; more than {LARGEST} are no story."
        return [_aside(row["story"], "toolarge", message)]
    members = sorted(row["members"], key=lambda one: one["number"])
    known = {one["version"]: _attribution(one["attribution"]) for one in members if one["attribution"]}
    try:
        found = story([msgspec.json.decode(one["text"], type=Text) for one in members], known=known)
    except Exception as fault:  # noqa: BLE001  # whatever a story does costs that story alone
        return [_aside(row["story"], "unexpected", told(fault))]
    return [{"story": story_row(row["story"], found), "aside": None}]


def _attribution(given: str) -> Attribution:
    return msgspec.json.decode(given, type=Attribution)


def _aside(name: str, reason: str, message: str) -> dict[str, Any]:
    return {"story": None, "aside": {"source": "stories", "page": name, "reason": reason, "message": message}}
