"""Whom a text only describes at first, and names in the sentences that follow (`A mum has told … Rini Moss said`)."""

from __future__ import annotations

import re

from runut.people import POSSESSIVE, Member, gender_of
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import Speaker
from runut.statements.speakers.titles import plain_words

# The sentences that open an article, counted from 0, and within how many more it names whom they describe.
LAST_OPENING, INTRODUCED = 1, 4
# Shorter words tell nothing of a role.
SHORTEST = 3
WORD = re.compile(r"\w+")


def named_later(floor: Floor, source: Source) -> Speaker | None:
    """Whom an article's opening only describes, or who is named soon with a role that tells the same of them."""
    if _is_in_general(floor, source) or not _is_somebody(floor, source):
        return None
    if _names_somebody(floor, source):
        return None
    opens = floor.ground.prose.sentence_at(source.span[0]) <= LAST_OPENING
    member = _first_named(floor, source) if opens else _alike(floor, source)
    return Speaker.of(member, "description") if member else None


def _is_in_general(floor: Floor, source: Source) -> bool:
    """Nobody in particular (`environmentalists`), or somebody whom no text names (`a source`)."""
    grammar, lexicon = floor.ground.grammar, floor.ground.lexicon
    several = source.head in lexicon.groups or source.head.endswith(lexicon.plural_endings)
    bare = not grammar.prefixes and source.lower[0] not in grammar.articles
    return (bare and several) or source.head in lexicon.anonymous


def _first_named(floor: Floor, source: Source) -> Member | None:
    """Who is named next with a fitting role, or else next of all."""
    later = _introduced(floor, source)
    words = floor.ground.lexicon.wider.get(source.head, frozenset()).union(plain_words(floor, source))
    fitting = next((member for member in later if not words.isdisjoint(_office(floor, member))), None)
    owned = source.lower[0] in floor.ground.grammar.possessive  # `her lawyer` is not she who is named next
    member = fitting or (None if owned else _anybody(floor, source, later))
    if member is None and floor.ground.grammar.head_last:
        member = floor.cast.named_later(source.head)
    return member


def _alike(floor: Floor, source: Source) -> Member | None:
    """Who is named next, if the role tells more than the same office (`a Losari envoy … Danu Hart, Losari envoy`)."""
    lexicon = floor.ground.lexicon
    small = lexicon.callings | lexicon.function_words | lexicon.nameless
    words = {word for word in plain_words(floor, source) if word not in small and len(word) > SHORTEST}
    later = _introduced(floor, source)
    return next((member for member in later if not words.isdisjoint(_office(floor, member))), None)


def _introduced(floor: Floor, source: Source) -> list[Member]:
    """Whom the next sentences name for the first time."""
    prose = floor.ground.prose
    last = min(len(prose.sentences) - 1, prose.sentence_at(source.span[0]) + INTRODUCED)
    named = floor.cast.persons.opening(source.span[1], prose.sentences[last].end)
    return [member for _, member in named if member.first >= source.span[1]]


def _office(floor: Floor, member: Member) -> list[str]:
    """The words of a role, short ones spelt out (`sen`)."""
    short = floor.ground.lexicon.short_titles
    return [short.get(word, word).lower() for word in WORD.findall((member.role or "").lower())]


def _names_somebody(floor: Floor, source: Source) -> bool:
    """There is a name in it that tells more than whose office it is (`Arunika’s president`)."""
    inside = floor.cast.everybody.within((source.span[0], _noun_end(floor, source)))
    adjectives = floor.ground.grammar.head_last  # `a |Democratic senator`
    named = [end for (_, end), m in inside if m.kind == "person" or len(m.words) > 1 or not adjectives]
    return any(not floor.ground.text.endswith(POSSESSIVE, 0, end) for end in named)


def _noun_end(floor: Floor, source: Source) -> int:
    """Where what only tells more of its noun begins, if nouns stand last (`the Republican |leading the inquiry`)."""
    ground = floor.ground
    words = ground.prose.words_in(source.span)[1:] if ground.grammar.head_last else range(0)
    more = (w for w in words if ground.governs(w) or ground.lower[w] in ground.grammar.relative)
    return next((ground.prose.starts[word] for word in more), source.span[1])


def _is_somebody(floor: Floor, source: Source) -> bool:
    """Its noun is one for people, as far as the language's nouns tell (`A mum`, but `the fighting`)."""
    lexicon, head = floor.ground.lexicon, source.head
    if not lexicon.genders or head in lexicon.people or head.endswith(lexicon.epithets):
        return True
    return head.endswith(lexicon.agent_endings) and head not in lexicon.documents


def _anybody(floor: Floor, source: Source, later: list[Member]) -> Member | None:
    """The first of them who is surely a person; where the source tells of an office, one who has no other."""
    lexicon = floor.ground.lexicon
    office = source.head in lexicon.titles and source.head not in lexicon.genders and bool(lexicon.genders)
    told = lexicon.genders.get(source.head)  # `A woman`: nobody by the name of Bill
    surely = (m for m in later if m.role or gender_of(lexicon, m.name, None))
    fitting = (m for m in surely if told is None or gender_of(lexicon, m.name, m.role) in (None, told))
    return next((m for m in fitting if not (office and m.role)), None)
