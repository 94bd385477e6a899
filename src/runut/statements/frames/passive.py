"""Passives with an agent: `Hal itu disampaikan (oleh) Sari`."""

from __future__ import annotations

from runut.statements.after import may_speak, source_after
from runut.statements.clause import Clause
from runut.statements.content import clause_ahead
from runut.statements.cue import Cue
from runut.statements.drafts import Draft, trimmed
from runut.statements.ground import Ground
from runut.statements.marks import COMMA, past_marks
from runut.vocabulary import Span

# What only points has at most so many words.
LONGEST_POINTER = 3


def read(ground: Ground, cue: Cue, clause: Clause) -> Draft | None:
    """Content before the cue, source after it; a pointer (`hal itu`) means the sentence before."""
    marked = cue.last < clause.last and ground.lower[cue.last] in ground.grammar.agents
    words = source_after(ground, cue.last + marked, clause.last)
    if cue.first and ground.lower[cue.first - 1] in ground.grammar.future:
        return None  # `Putusan itu akan |disampaikan Sari`
    if not words or not (marked or may_speak(ground, words)):
        return None
    if _points(ground, cue, clause):
        return Draft.of("pointer", cue, ground.span(words), _sentence_before(ground, clause))
    ahead = clause_ahead(ground, cue, clause)
    if ahead and _only_compares(ground, ahead):
        return None
    behind = None if ahead else _introduced(ground, words, clause)
    return Draft.of("passive", cue, ground.span(words), ahead, behind)


def _introduced(ground: Ground, source: range, clause: Clause) -> Span | None:
    """What follows the source where nothing stands before the cue: `Dijelaskan oleh Sari |bahwa …`."""
    word = source.stop
    if word >= clause.last:
        return None
    introduced = ground.lower[word] in ground.grammar.introducers
    if not introduced and not ground.marked(word - 1, COMMA):
        return None
    return trimmed(ground.text, ground.prose.ends[word] if introduced else ground.prose.starts[word], clause.end)


def _points(ground: Ground, cue: Cue, clause: Clause) -> bool:
    """The subject is a pointer, perhaps with more words behind it (`hal itu juga`)."""
    start = past_marks(ground.text, clause.start, cue.span[0], " ,")
    words = ground.prose.words_in((start, cue.span[0]))
    may_point = cue.groups[0].telling and 1 < len(words) <= LONGEST_POINTER
    if may_point and ground.lower[words.stop - 1] in ground.lexicon.determiners:
        return True  # `Angka itu |disampaikan Sari`
    return any(_stands_at(ground.text, pointer, start, cue.span[0]) for pointer in ground.grammar.pointers)


def _only_compares(ground: Ground, ahead: Span) -> bool:
    """`Pendapat berbeda |disampaikan Sari`: what she says stands behind."""
    words = ground.prose.words_in(ahead)
    return len(words) <= LONGEST_POINTER and ground.lower[words.stop - 1] in ground.grammar.differing


def _stands_at(text: str, phrase: str, start: int, end: int) -> bool:
    stop = start + len(phrase)
    if stop > end or text[start:stop].lower() != phrase:
        return False
    return text[stop] == " " or not text[stop:end].strip(" ,")


def _sentence_before(ground: Ground, clause: Clause) -> Span | None:
    index = ground.prose.sentence_at(clause.start) - 1
    return trimmed(ground.text, *ground.prose.sentences[index].span) if index >= 0 else None
