"""Mentions in the order of the text, found by where they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from runut.people.member import Member
from runut.vocabulary import Span


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """All mentions of some members; none overlaps another, so both lists of places are in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    members: tuple[Member, ...]
    """Whose mention each is."""

    @classmethod
    def of(cls, members: Iterable[Member]) -> Timeline:
        """The mentions of these members, in order."""
        places = sorted([(span, m) for m in members for span in m.mentions], key=itemgetter(0))
        return cls(
            tuple([span[0] for span, _ in places]),
            tuple([span[1] for span, _ in places]),
            tuple([member for _, member in places]),
        )

    def within(self, span: Span) -> list[tuple[Span, Member]]:
        """The mentions that lie wholly within a span."""
        inside = range(bisect_left(self.starts, span[0]), bisect_right(self.ends, span[1]))
        return [((self.starts[at], self.ends[at]), self.members[at]) for at in inside]

    def opening(self, start: int, end: int) -> list[tuple[int, Member]]:
        """Where mentions begin in [start, end), and whose they are."""
        inside = range(bisect_left(self.starts, start), bisect_left(self.starts, end))
        return [(self.starts[at], self.members[at]) for at in inside]

    def latest(self, before: int) -> Member | None:
        """Whose mention is the last to end before a place."""
        count = bisect_right(self.ends, before)
        return self.members[count - 1] if count else None
