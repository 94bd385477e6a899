"""Requests: `Sari meminta warga untuk menjauh`: source, cue, addressee, marker, content."""

from __future__ import annotations

from runut.statements.clause import Clause
from runut.statements.content import content_start
from runut.statements.cue import Cue
from runut.statements.drafts import Draft, trimmed
from runut.statements.frames import speech
from runut.statements.frames.verbs import content_ahead, verb_source
from runut.statements.ground import Ground

# A marker farther behind its cue belongs to something else, in words.
MARKER_REACH = 250
# Gaps behind which only the word next to them can still be the marker.
STOPS = frozenset(".;")


def read(ground: Ground, cue: Cue, clause: Clause) -> Draft | None:
    """Source before the verb, content behind the addressee; behind its content it is a verb of speech."""
    words = verb_source(ground, cue, clause)
    at = ground.prose.starts[words.start] if words else cue.span[0]
    if content_ahead(ground, cue, clause, at) or content_ahead(ground, cue, clause, cue.span[0]):
        return speech.read(ground, cue, clause)
    content = trimmed(ground.text, request_start(ground, cue, clause), clause.end)
    return Draft.of("request", cue, ground.span(words), content)


def request_start(ground: Ground, cue: Cue, clause: Clause) -> int:
    """Behind the marker when one comes before the clause ends, else behind the addressee."""
    marker = _marker(ground, cue, clause)
    if marker is not None:
        return ground.prose.ends[marker]
    at = cue.last
    while at < clause.last and _addressed(ground, at):
        at += 1
    return ground.prose.starts[at] if cue.last < at < clause.last else content_start(ground, cue, clause)


def _marker(ground: Ground, cue: Cue, clause: Clause) -> int | None:
    """The word outside quotes that opens what is asked for (`untuk`, `agar`, `to`)."""
    first, relative = None, False
    for word in range(cue.last, min(clause.last, cue.last + MARKER_REACH)):
        lower = ground.lower[word]
        if lower in ground.grammar.markers and word not in ground.quoted:
            if not relative or lower in ground.grammar.clausal:
                return word
            first = first or word  # `mengimbau warga yang hendak |untuk menonton, supaya menjauh`
        if (word > cue.last and ground.marked(word - 1, STOPS)) or lower in ground.grammar.reasons:
            return first
        relative = relative or (lower in ground.grammar.relative and bool(ground.grammar.prefixes))
    return first


def _addressed(ground: Ground, word: int) -> bool:
    lexicon, lower = ground.lexicon, ground.lower[word]
    return ground.capital(word) or lower in lexicon.organisations or lower in lexicon.groups or lower in lexicon.titles
