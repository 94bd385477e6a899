"""Verbs of speech: `Sari mengatakan jalan itu rusak`, `“…,” Sari said`, `…, saying the road was bad`."""

from __future__ import annotations

from runut.statements.clause import Clause
from runut.statements.content import content_end, content_start, resumed
from runut.statements.cue import Cue
from runut.statements.drafts import Draft, trimmed
from runut.statements.frames import inverted
from runut.statements.frames.verbs import content_ahead, verb_source
from runut.statements.ground import Ground
from runut.statements.marks import CLOSING, DOUBLE
from runut.statements.subject import shares_subject, subject


def read(ground: Ground, cue: Cue, clause: Clause) -> Draft | None:
    """Source before the verb; content after it, or before both."""
    if shares_subject(ground, cue):
        return _participle(ground, cue, clause)
    return inverted.read_verb(ground, cue, clause) or _verb(ground, cue, clause)


def _participle(ground: Ground, cue: Cue, clause: Clause) -> Draft | None:
    source = ground.span(subject(ground, _last_clause(ground, cue, clause), cue.first))
    return Draft.of("speech", cue, source, trimmed(ground.text, content_start(ground, cue, clause), clause.end))


def _last_clause(ground: Ground, cue: Cue, clause: Clause) -> int:
    """Where the last clause with a subject of its own begins before a participle (`…, although |she left, saying`)."""
    for word in range(cue.first - 1, clause.first, -1):
        if ground.lower[word - 1] in ground.grammar.leads and (ground.pronoun(word) or ground.name(word)):
            return word
    return clause.first


def _lead(ground: Ground, first: int) -> int:
    """The word by which a clause hangs on the quote before it, if one does (`“…,” |as Sari told the paper`)."""
    lead = first - 1
    hangs = (
        lead > 0
        and ground.grammar.head_last
        and ground.lower[lead] in ground.grammar.leads
        and ground.marked(lead - 1, DOUBLE)
    )
    return lead if hangs else first


def _verb(ground: Ground, cue: Cue, clause: Clause) -> Draft | None:
    words = verb_source(ground, cue, clause)
    source = ground.span(words)
    at = ground.prose.starts[_lead(ground, words.start)] if words else cue.span[0]
    if content_ahead(ground, cue, clause, at):
        ahead = trimmed(ground.text, clause.start, at)
        quoted = ahead is not None and ground.text[ahead[1] : ahead[1] + 2].strip(",.?!…—")[:1] in tuple(CLOSING)
        return Draft.of("speech", cue, source, ahead, resumed(ground, cue.span[1], clause, quoted=quoted))
    begin = content_start(ground, cue, clause)
    return Draft.of("speech", cue, source, trimmed(ground.text, begin, content_end(ground, cue, begin, clause)))
