"""Refusals and missing answers: `Sari enggan berkomentar soal memo itu`, `belum ada tanggapan dari Sari`."""

from __future__ import annotations

from runut.statements.after import source_after
from runut.statements.before import source_before
from runut.statements.clause import Clause
from runut.statements.cue import Cue
from runut.statements.drafts import Draft, trimmed
from runut.statements.ground import Ground
from runut.vocabulary import Span

# How far behind the cue the word before a missing source stands, in words.
GIVER_REACH = 5
# How far behind the cue its topic is looked for.
TOPIC_REACH = 250
# How far into its sentence a topic that leads it may begin.
LEADING_REACH = 2


def read(ground: Ground, cue: Cue, clause: Clause) -> Draft:
    """The content is the topic, where one is named; a silence without topic is a statement too."""
    words = _source(ground, cue, clause)
    topic = _topic(ground, range(cue.last, min(clause.last, cue.last + TOPIC_REACH)))
    begin = cue.span[1] if topic is None else ground.prose.ends[topic]
    content = trimmed(ground.text, begin, clause.end) or _topic_ahead(ground, clause, words)
    return Draft("silence", [content] if content else [], cue, ground.span(words))


def _source(ground: Ground, cue: Cue, clause: Clause) -> range:
    for word in range(cue.last, min(clause.last, cue.last + GIVER_REACH)):
        if ground.lower[word] in ground.grammar.givers:
            return source_after(ground, word + 1, clause.last)
    return source_before(ground, cue.first, clause.first)


def _topic(ground: Ground, words: range) -> int | None:
    return next((word for word in words if ground.lower[word] in ground.grammar.topics), None)


def _topic_ahead(ground: Ground, clause: Clause, source: range) -> Span | None:
    """`Mengenai memo itu, Sari enggan berkomentar`: the topic leads the sentence."""
    end = source.start if source else clause.first
    topic = _topic(ground, range(clause.first, min(end, clause.first + LEADING_REACH)))
    return None if topic is None else trimmed(ground.text, ground.prose.ends[topic], ground.prose.starts[end])
