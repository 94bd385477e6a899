"""Somebody quoted within a quote: `“Lalu Sari berkata ia tidak tahu,” ujar Raka`."""

from __future__ import annotations

from collections.abc import Iterable

from runut.statements.clause import Clause
from runut.statements.cue import Cue
from runut.statements.drafts import Draft
from runut.statements.frames import read
from runut.statements.ground import Ground
from runut.text import Quote
from runut.vocabulary import Span

# What ends a sentence within a quote.
ENDS = (". ", "? ", "! ")


def nested(ground: Ground, cues: Iterable[Cue], holders: list[Draft]) -> list[Draft]:
    """The statements within quotes: only with a clear cue and a source that is not the speaker.

    `holders` are the statements of the sentence, in one of whose content each must stand.
    """
    found: list[Draft] = []
    for cue in cues:
        holder = next((d for d in holders if any(s <= cue.span[0] < e for s, e in d.content)), None)
        item = _read(ground, cue) if holder else None
        if item is not None:
            item.parent = holder
            found.append(item)
    return found


def _read(ground: Ground, cue: Cue) -> Draft | None:
    group, quote = cue.group("speech", "request"), ground.prose.quote_at(cue.span[0])
    if group is None or group.weak or quote is None:
        return None
    item = read(ground, cue, Clause.of(ground.prose, _sentence_around(ground, quote, cue)))
    return item if item and item.source and _somebody_else(ground, item.source) else None


def _sentence_around(ground: Ground, quote: Quote, cue: Cue) -> Span:
    start, end = quote.inner
    left = max(ground.text.rfind(mark, start, cue.span[0]) for mark in ENDS)
    rights = [ground.text.find(mark, cue.span[1], end) for mark in ENDS]
    return (left + 2 if left >= 0 else start), min((r for r in rights if r >= 0), default=end)


def _somebody_else(ground: Ground, source: Span) -> bool:
    """The source is named, and it is not the one who is quoted (`saya`, `we`)."""
    words, lexicon = ground.prose.words_in(source), ground.lexicon
    lower = ground.lower[words.start : words.stop]
    if not lexicon.own.isdisjoint(lower):
        return False
    # A capital that opens a sentence shows nothing, unless nothing else is there.
    if any(ground.capital(word) for word in (words[1:] if len(words) > 1 else words)):
        return True
    return not (
        lexicon.titles.isdisjoint(lower)
        and lexicon.organisations.isdisjoint(lower)
        and ground.grammar.pronouns.isdisjoint(lower)
    )
