"""Nouns for people of several offices as sources (`the lawmaker`, `the Losari Republican`): who holds one of those."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from runut.people import Member
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import Speaker
from runut.statements.speakers.subjects import may_be, subject_since

# A politician's party and place right behind the name: `(R-Ohio)`, `, D-N.Y.,`, `(R., Tex.)`.
SEAT = re.compile(r"[ ,]{1,2}\(?([A-Z])[A-Z]{0,2}[-.,]{1,2} ?([A-Z][\w.]*)")
# Of a place's name so many letters are enough to tell it by.
LETTERS = 3
# So many sentences after somebody's words they may still be meant, and so many mentions back whoever is named.
NEAR, MOST_NAMED = 2, 12
WORD = re.compile(r"\w+")


def holder_of_any(floor: Floor, source: Source) -> Speaker | None:
    """Whoever is from the place that the source tells of, spoke just before, or was named last and fits."""
    if source.head not in floor.ground.lexicon.wider:
        return None
    known = list(_known(floor, source))
    places = _places(floor, source)
    seated = (speaker for speaker in known if not places.isdisjoint([place for _, place in _seats(floor, speaker)]))
    return next(seated, None) or next(iter(known), None)


def _known(floor: Floor, source: Source) -> Iterator[Speaker]:
    """Who fits, the likeliest first."""
    prose, at = floor.ground.prose, source.span[0]
    since = subject_since(floor, source.head, source.item.start)
    near = prose.sentence_at(at) - prose.sentence_at(max(0, floor.end - 1)) <= NEAR
    spoke = floor.person if near and floor.person is not None and floor.person.type == "person" else None
    named = (Speaker.of(member, "title") for member in floor.cast.persons_back(at, MOST_NAMED))
    for speaker in (since, spoke, *named):
        if speaker is not None and _fits(floor, source, speaker):
            yield speaker


def _fits(floor: Floor, source: Source, speaker: Speaker) -> bool:
    """One of the offices is theirs, by their role or by the form of address before the name."""
    told = set(WORD.findall((speaker.role or "").lower()))
    member = _member(floor, speaker)
    if member is not None and member.rank:
        told.add(member.rank)
    offices = floor.ground.lexicon.wider[source.head] | {source.head}
    return not offices.isdisjoint(told) and may_be(floor, speaker, source.head) and _is_of_party(floor, source, speaker)


def _is_of_party(floor: Floor, source: Source, speaker: Speaker) -> bool:
    """No other party is told of them than the one whose member the source calls them (`the |Republican`: `R-Ohio`)."""
    words = floor.ground.prose.words_in(source.span)
    party = any(floor.ground.capital(word) for word in words if floor.ground.lower[word] == source.head)
    return not party or all(letter == source.head[0] for letter, _ in _seats(floor, speaker))


def _member(floor: Floor, speaker: Speaker) -> Member | None:
    return next((member for member in floor.cast.members if member.name == speaker.name), None)


def _places(floor: Floor, source: Source) -> set[str]:
    """The beginnings of the names of places in the source, and their initials (`sc` of `South Carolina`)."""
    words = floor.ground.prose.words_in(source.span)
    names = [floor.ground.lower[word] for word in words if floor.ground.capital(word)]
    names = [name for name in names if name not in (source.head, *floor.ground.lexicon.article_words)]
    return {name[:LETTERS] for name in names} | {left[0] + right[0] for left, right in pairwise(names)}


def _seats(floor: Floor, speaker: Speaker) -> Iterator[tuple[str, str]]:
    """The letters of parties and how the places begin that stand behind somebody's name."""
    member = _member(floor, speaker)
    for _, end in member.mentions if member else ():
        seat = SEAT.match(floor.ground.text, end)
        if seat is not None:
            yield seat.group(1).lower(), seat.group(2).lower().replace(".", "")[:LETTERS]
