"""Those who hold one title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.people.member import Member
from runut.people.timeline import Timeline

# Who is mentioned so many times as often as anybody else with the same title is meant by it alone; with less, those
# who are mentioned last are meant more often.
FOREMOST = 2


@dataclass(frozen=True, slots=True, eq=False)
class Holders:
    """Members who hold the same title, in the order of their first mention."""

    members: tuple[Member, ...]
    timeline: Timeline

    @classmethod
    def of(cls, members: list[Member]) -> Holders:
        """These members and where they are mentioned."""
        return cls(tuple(members), Timeline.of(members))

    def latest(self, before: int) -> Member | None:
        """The one mentioned last before a place, unless the text is about another of them.

        A mention that has only begun there counts when there is no other.
        """
        begun = self._foremost(before) or self.timeline.latest(before)
        if begun is None and self.members and self.members[0].first < before:
            return self.members[0]
        return begun

    def _foremost(self, before: int) -> Member | None:
        """Of several the one of whom the whole text tells far more than of the others (`the president`)."""
        known = sorted((m for m in self.members if m.first < before), key=lambda m: -len(m.mentions))
        if len(known) < 2 or len(known[0].mentions) < FOREMOST * len(known[1].mentions):
            return None
        return known[0]

    def next(self, after: int) -> Member | None:
        """The one who is first named behind a place; None where somebody is named before it."""
        return self.members[0] if self.members and self.members[0].first >= after else None

    def only(self) -> Member | None:
        """The one holder in the whole text, wherever first named; None when there are several, or nobody."""
        return self.members[0] if len(self.members) == 1 else None

    def sole(self, before: int) -> Member | None:
        """The one of them who is mentioned before a place; None when several are, or nobody."""
        earlier = [m for m in self.members[:2] if m.first < before]
        return earlier[0] if len(earlier) == 1 else None


def holds(role: str, title: str, full: str) -> bool:
    """The role, in lower case, begins with the full form of a title or has the title as one of its words."""
    return role.startswith(full) or (title in role and re.search(rf"\b{re.escape(title)}\b", role) is not None)
