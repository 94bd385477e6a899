"""Everybody who appears in an article, and whom a shorter mention means."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property

from runut.people.holders import Holders, holds
from runut.people.lexicon import Lexicon
from runut.people.member import Member
from runut.people.timeline import Timeline

# So many mentions are looked through for a body that is called by its kind.
MOST_BODIES = 100


@dataclass(frozen=True, eq=False)
class Cast:
    """The members in the order in which they appear."""

    members: tuple[Member, ...]
    lexicon: Lexicon
    everybody: Timeline
    """The mentions of all members."""
    aliases: dict[str, Member]
    """By each alias in lower case, the first member that bears it."""
    _holders: dict[str, Holders] = field(default_factory=dict)
    """By title, kept once somebody has asked."""

    @classmethod
    def of(cls, members: list[Member], lexicon: Lexicon) -> Cast:
        """The cast of these members, who stand in the order of their first mention."""
        return cls(
            members=tuple(members),
            lexicon=lexicon,
            everybody=Timeline.of(members),
            aliases={alias: m for m in reversed(members) for alias in m.aliases},
        )

    @cached_property
    def persons(self) -> Timeline:
        """The mentions of those who are people."""
        return Timeline.of([m for m in self.members if m.kind == "person"])

    @cached_property
    def bodies(self) -> Timeline:
        """The mentions of those who are bodies with a name of their own."""
        nameless = self.lexicon.nameless
        named = [m for m in self.members if len(m.words) > 1 or m.name.isupper() or nameless.isdisjoint(m.words)]
        return Timeline.of([m for m in named if m.kind == "organisation" and not self._is_office(m)])

    def _is_office(self, member: Member) -> bool:
        """Where nouns stand first, one that begins with a title is somebody's office (`Kepala Dinas Kesehatan`)."""
        first = member.name.partition(" ")[0].lower()
        return not self.lexicon.genders and first in self.lexicon.titles and first not in self.lexicon.organisations

    def titled(self, title: str, at: int) -> Member | None:
        """Who holds this title, given in lower case: the latest mentioned before this place, else nobody."""
        return self._holders_of(title).latest(at)

    def only_holder(self, titles: tuple[str, ...], at: int) -> Member | None:
        """The one person mentioned before this place who holds one of these titles; None when there are several."""
        known = (t for t in titles if t in self.lexicon.titles or t in self.lexicon.short_titles)
        return next((m for title in known if (m := self._holders_of(title).sole(at))), None)

    def named_later(self, title: str) -> Member | None:
        """The one holder of a title whom the text names only later (`The minister … Minister Sari said`)."""
        return self._holders_of(title).only()

    def named_next(self, title: str, at: int) -> Member | None:
        """The first of several holders of a title, where the text names none of them before a place."""
        return self._holders_of(title).next(at)

    def holding(self, title: str) -> tuple[Member, ...]:
        """All who hold a title, given in lower case, in the order in which they are first named."""
        return self._holders_of(title).members

    def latest_person(self, before: int) -> Member | None:
        """The person mentioned last before this place."""
        return self.persons.latest(before)

    def persons_back(self, before: int, most: int) -> Iterator[Member]:
        """Whose mentions end before this place, the last one first; at most so many mentions."""
        count = bisect_right(self.persons.ends, before)
        return reversed(self.persons.members[max(0, count - most) : count])

    def body_called(self, words: AbstractSet[str], before: int) -> Member | None:
        """The body mentioned last before this place that has one of these words in its name."""
        known = self.bodies.members[: bisect_right(self.bodies.ends, before)]
        return next((m for m in reversed(known[-MOST_BODIES:]) if not words.isdisjoint(m.words)), None)

    def latest_body(self, since: int, before: int) -> Member | None:
        """The body mentioned last between two places."""
        within = self.bodies.within((since, before))
        return within[-1][1] if within else None

    def _holders_of(self, title: str) -> Holders:
        found = self._holders.get(title)
        if found is None:
            full = self.lexicon.short_titles.get(title, title).lower()
            holders = [m for m in self.members if any(holds(told, title, full) for told in self._offices(m))]
            # A vice president is meant by `the president` only where nobody else is one.
            surely = [m for m in holders if self.lexicon.lesser.isdisjoint((m.role or "").lower().split())]
            holders = holders if not self.lexicon.lesser.isdisjoint(title.split()) else surely or holders
            found = Holders.of([m for m in holders if self._holds_plainly(m, title)] or holders)
            self._holders[title] = found
        return found

    def _holds_plainly(self, member: Member, title: str) -> bool:
        """Their role tells of no body, but of a state at most: `the president` is no `Arun Bank president`."""
        lexicon = self.lexicon
        if not lexicon.genders or member.role is None:
            return True
        known = (lexicon.role_words, lexicon.places, lexicon.place_parts, lexicon.lesser, lexicon.callings)
        more = (word for word in member.role.lower().split() if word not in title.split())
        return all(any(word in words for words in known) for word in more)

    def _offices(self, member: Member) -> Iterator[str]:
        """The role of a member as written and with its short forms spelt out, and the office that a rank tells."""
        spelt = self.lexicon.short_titles
        if member.role is not None:
            role = member.role.lower()
            yield role
            yield " ".join([spelt.get(word, word).lower() for word in role.split()])
        elif member.rank in spelt:
            yield spelt[member.rank].lower()
