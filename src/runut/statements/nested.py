"""Somebody quoted within a quote: `“Lalu Sari berkata ia tidak tahu,” ujar Raka`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from runut.statements.clause import Clause
from runut.statements.cue import Cue
from runut.statements.drafts import Draft
from runut.statements.frames import read
from runut.statements.ground import Ground
from runut.text import Quote
from runut.vocabulary import Act, Span

# What ends a sentence within a quote.
ENDS = (". ", "? ", "! ")
# Hearsay of these acts is a statement even in somebody's words; a mere expectation is theirs.
HEARD: frozenset[Act] = frozenset({"reports", "alleges"})


def nested(ground: Ground, cues: Iterable[Cue], holders: list[Draft]) -> list[Draft]:
    """The statements within quotes: only with a clear cue and, but for hearsay, a source that is not the speaker.

    `holders` are the statements in one of whose content each must stand.
    """
    pieces = sorted(((span, index) for index, d in enumerate(holders) for span in d.content))
    starts = [span[0] for span, _ in pieces]
    found: list[Draft] = []
    for cue in cues:
        at = bisect_right(starts, cue.span[0]) - 1
        within = at >= 0 and cue.span[0] < pieces[at][0][1]
        item = _read(ground, cue) if within else None
        if item is not None:
            item.parent = holders[pieces[at][1]]
            found.append(item)
    return found


def _read(ground: Ground, cue: Cue) -> Draft | None:
    group, quote = cue.group("speech", "request", "hearsay"), ground.prose.quote_at(cue.span[0])
    if group is None or group.weak or quote is None:
        return None
    item = read(ground, cue, Clause.of(ground.prose, _sentence_around(ground, quote, cue)))
    if item is None or (group.frame == "hearsay" and group.act not in HEARD):
        return None
    if item.frame == "hearsay":
        return item
    return item if item.source and _somebody_else(ground, cue, item.source) else None


def _sentence_around(ground: Ground, quote: Quote, cue: Cue) -> Span:
    start, end = quote.inner
    left = max(ground.text.rfind(mark, start, cue.span[0]) for mark in ENDS)
    rights = [ground.text.find(mark, cue.span[1], end) for mark in ENDS]
    return (left + 2 if left >= 0 else start), min((r for r in rights if r >= 0), default=end)


def _somebody_else(ground: Ground, cue: Cue, source: Span) -> bool:
    """The source is named, and it is not the one who is quoted (`saya`, `we`), unless they tell what they said."""
    words, lexicon = ground.prose.words_in(source), ground.lexicon
    lower = ground.lower[words.start : words.stop]
    if not lexicon.own.isdisjoint(lower):
        return ground.lower[cue.last - 1] in ground.grammar.recounted
    # A capital that opens a sentence shows nothing, unless nothing else is there.
    if any(ground.capital(word) for word in (words[1:] if len(words) > 1 else words)):
        return True
    return not (
        lexicon.titles.isdisjoint(lower)
        and lexicon.organisations.isdisjoint(lower)
        and ground.grammar.pronouns.isdisjoint(lower)
    )
