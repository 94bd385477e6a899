"""Names by which somebody is introduced a second time: `Sari Dewanti, yang akrab disapa Ria`, `Moss, known as Rin`."""

from __future__ import annotations

from bisect import bisect_left
from typing import TypeAlias

from runut.people.lexicon import Lexicon
from runut.people.member import Member
from runut.text import Prose
from runut.vocabulary import Span

Places: TypeAlias = list[tuple[Span, Member]]

# Between a name and the words that introduce the other one stand at most so many small words.
MOST_BETWEEN = 3
# A description before them (`perempuan yang akrab disapa …`) has its noun among so many words.
LONGEST_DESCRIBED = 4
# The words that introduce a nickname, and a form of address, are looked for among so many signs before it.
LONGEST_LEAD = 40
MARKS = ' ,"“‘(\n'


def joined_by_nickname(prose: Prose, lexicon: Lexicon, members: list[Member]) -> list[Member]:
    """The members without those that are another's nickname, whose mentions that one has now."""
    if not lexicon.nicknames:
        return members
    places = sorted(((span, m) for m in members for span in m.mentions), key=lambda place: place[0])
    bearers: dict[int, Member] = {}
    for (start, _), member in places:
        begin = _introduction(prose, lexicon, start)
        bearer = _bearer(prose, lexicon, places, begin) if begin is not None else None
        if (
            bearer is not None
            and bearer is not member
            and (_is_short(bearer, member) or not _is_choice(prose, lexicon, begin))
        ):
            bearers.setdefault(id(member), bearer)
    for member in members:
        if id(member) in bearers and id(bearers[id(member)]) not in bearers:
            bearers[id(member)].mentions += member.mentions
    return [m for m in members if id(m) not in bearers or id(bearers[id(m)]) in bearers]


def _introduction(prose: Prose, lexicon: Lexicon, start: int) -> int | None:
    """Where the words begin that introduce the name at `start` as a nickname; None where there are none."""
    first = max(0, start - LONGEST_LEAD)
    before = prose.text[first:start].lower().rstrip(MARKS)
    rank = next((rank for rank in lexicon.ranks if before.endswith(rank)), "")
    before = before[: len(before) - len(rank)].rstrip(MARKS)
    phrases = (*lexicon.nicknames, *lexicon.alternatives)
    phrase = next((phrase for phrase in phrases if before.endswith(phrase)), None)
    return first + len(before) - len(phrase) if phrase else None


def _bearer(prose: Prose, lexicon: Lexicon, places: Places, begin: int) -> Member | None:
    """The person named right before, or whom a description right before means."""
    last = bisect_left(places, begin, key=lambda place: place[0][0]) - 1
    person = next((place for place in reversed(places[: last + 1]) if place[1].kind == "person"), None)
    if person is None:
        return None
    between = [prose.lower[word] for word in prose.words_in((person[0][1], begin))]
    if len(between) <= MOST_BETWEEN and lexicon.function_words.issuperset(between):
        return person[1]
    return person[1] if not lexicon.unnamed.isdisjoint(between[-LONGEST_DESCRIBED:]) else None


def _is_choice(prose: Prose, lexicon: Lexicon, begin: int | None) -> bool:
    """The name may be another one's: `Sari atau Budi`."""
    return begin is not None and prose.text[begin:].lower().startswith(lexicon.alternatives)


def _is_short(bearer: Member, member: Member) -> bool:
    """The nickname is part of a word of the name (`Ara` of `Maruarar`)."""
    return member.name.lower() in bearer.name.lower() and len(member.words) == 1
