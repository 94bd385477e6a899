"""Names by which somebody is introduced a second time: `Sari Dewanti, yang akrab disapa Ria`, `Moss, known as Rin`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain
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
# Whoever bears it is one of so many mentions before it.
FARTHEST = 20
MARKS = ' ,."“‘(\n'


def joined_by_nickname(prose: Prose, lexicon: Lexicon, members: list[Member]) -> list[Member]:
    """The members without those that are another's nickname, whose mentions that one has now."""
    found = list(_phrases(prose, (*lexicon.nicknames, *lexicon.alternatives, *lexicon.pet_names)))
    if not found:
        return members
    places = sorted(((span, m) for m in members for span in m.mentions), key=lambda place: place[0])
    pairs = chain(_introduced(prose, lexicon, places, found), _explained(prose, lexicon, places, found))
    bearers = {id(member): bearer for member, bearer in pairs}
    for member in members:
        bearer = bearers.get(id(member))
        if bearer is not None and id(bearer) not in bearers:
            bearer.mentions += member.mentions
    return [m for m in members if id(m) not in bearers or id(bearers[id(m)]) in bearers]


def _phrases(prose: Prose, phrases: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Where each phrase begins; either side of it may have lost its space. Looked for one by one: so it is quick."""
    lower = prose.text.lower()
    if len(lower) != len(prose.text):
        return  # a letter that has no small form of its own: places would not fit
    for phrase in phrases:
        at = lower.find(phrase)
        while at >= 0:
            yield at, phrase
            at = lower.find(phrase, at + len(phrase))


def _introduced(
    prose: Prose, lexicon: Lexicon, places: Places, found: list[tuple[int, str]]
) -> Iterator[tuple[Member, Member]]:
    """Each nickname with whom it is introduced for."""
    for begin, phrase in found:
        if phrase in lexicon.pet_names:
            continue
        end = begin + len(phrase)
        at = bisect_left(places, end, key=lambda place: place[0][0])
        if at == len(places) or not _is_beside(prose, lexicon, end, places[at][0][0]):
            continue
        member, bearer = places[at][1], _bearer(prose, lexicon, places[max(0, at - FARTHEST) : at], begin)
        if (
            bearer is not None
            and bearer is not member
            and (phrase not in lexicon.alternatives or _is_short(bearer, member) or _is_called(bearer, member))
        ):
            yield member, bearer


def _explained(
    prose: Prose, lexicon: Lexicon, places: Places, found: list[tuple[int, str]]
) -> Iterator[tuple[Member, Member]]:
    """Each nickname that stands before the words that explain it (`Ria, sapaan akrab |Sari Dewanti`; `sapaannya`)."""
    for begin, phrase in found:
        at = bisect_left(places, begin, key=lambda place: place[0][0])
        if phrase not in lexicon.pet_names or not at or prose.text[places[at - 1][0][1] : begin].strip(MARKS):
            continue
        end, member = begin + len(phrase), places[at - 1][1]
        follows = at < len(places) and not prose.text[end : places[at][0][0]].strip(MARKS)
        bearer = places[at][1] if follows else _last_person(places[max(0, at - 1 - FARTHEST) : at - 1], member)
        if bearer is not None and bearer is not member:
            yield member, bearer


def _last_person(before: Places, other: Member) -> Member | None:
    """The person named last who is somebody else."""
    return next((one for _, one in reversed(before) if one.kind == "person" and one is not other), None)


def _is_beside(prose: Prose, lexicon: Lexicon, end: int, start: int) -> bool:
    """Nothing but marks and a form of address stands between the words and the name."""
    between = prose.text[end:start].strip(MARKS).lower()
    return not between or between in lexicon.ranks


def _bearer(prose: Prose, lexicon: Lexicon, before: Places, begin: int) -> Member | None:
    """The person named right before, or whom a description right before means."""
    person = next((place for place in reversed(before) if place[1].kind == "person"), None)
    if person is None:
        return None
    between = [prose.lower[word] for word in prose.words_in((person[0][1], begin))]
    if len(between) <= MOST_BETWEEN and lexicon.function_words.issuperset(between):
        return person[1]
    return person[1] if not lexicon.unnamed.isdisjoint(between[-LONGEST_DESCRIBED:]) else None


def _is_short(bearer: Member, member: Member) -> bool:
    """The nickname is part of a word of the name (`Ara` of `Maruarar`)."""
    return member.name.lower() in bearer.name.lower() and len(member.words) == 1


def _is_called(bearer: Member, member: Member) -> bool:
    """A form of address shows that the other name is a person's (`Menteri Sari Dewanti atau Bunda Ria`)."""
    office = bearer.role is not None and bearer.rank is None
    return office and member.rank is not None and member.role is None and len(member.words) == 1
