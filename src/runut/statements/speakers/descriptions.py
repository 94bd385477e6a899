"""Sources that are only described: `seorang saksi`, `badan itu`, `the official`."""

from __future__ import annotations

import re

from runut.statements.speakers.bodies import body_name, is_medium
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import Speaker
from runut.statements.speakers.titles import names_one_person, plain_words
from runut.vocabulary import SpeakerType

WORD = re.compile(r"\w+")
# A body said again has a noun and perhaps one word more (`badan amal itu`).
LONGEST_AGAIN = 2


def described(floor: Floor, source: Source) -> Speaker:
    """Somebody known who is described again, or else the description itself as a name."""
    again = source.definite and floor.ground.grammar.relative.isdisjoint(source.lower)
    known = _described_again(floor, source) if again else None
    if known is not None:
        return known
    kind = _kind(floor, source)
    return Speaker(body_name(floor, source) if kind == "organisation" else source.text, kind, "description")


def _described_again(floor: Floor, source: Source) -> Speaker | None:
    """Whom the words of a definite source were used for before."""
    words = set(plain_words(floor, source))
    described = floor.described_with(words)
    if described is not None:
        return described.again("description")
    if floor.organisation and len(words) <= LONGEST_AGAIN and not floor.ground.lexicon.organisations.isdisjoint(words):
        return floor.organisation.again("description")
    outlet = floor.credits.outlet_before(source.span[0]) if is_medium(floor, source) else None
    if outlet is not None:
        return Speaker(outlet.name, "outlet", "carrier")
    if floor.person and names_one_person(floor, source) and _fits_role(floor.person, words):
        return floor.person.again("title")
    return None


def _fits_role(person: Speaker, words: set[str]) -> bool:
    """The person may be meant, unless their role is known and says otherwise."""
    return person.role is None or not words.isdisjoint(WORD.findall(person.role.lower()))


def _kind(floor: Floor, source: Source) -> SpeakerType:
    """What a description means, told by its noun, or else by any word for a body in it."""
    lexicon, head = floor.ground.lexicon, source.head
    if head in lexicon.documents:
        return "document"
    if head in lexicon.media:
        return "outlet"
    if head in lexicon.organisations:
        return "organisation"
    return _kind_of_people(floor, source)


def _kind_of_people(floor: Floor, source: Source) -> SpeakerType:
    lexicon, head = floor.ground.lexicon, source.head
    indefinite = source.lower[0] in lexicon.indefinite
    if head in lexicon.unnamed or (indefinite and head in lexicon.titles):
        return "unnamed"
    if head in lexicon.groups or indefinite:
        return "group"
    return "unnamed" if lexicon.organisations.isdisjoint(source.lower) else "organisation"
