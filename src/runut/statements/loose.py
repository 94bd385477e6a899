"""Quotes that no cue claims: pieces of the statement before them, or statements of their own."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from runut.statements.drafts import Draft, trimmed
from runut.statements.ground import Ground
from runut.statements.signatures import announced, signed
from runut.text import Prose, Quote
from runut.vocabulary import Span

# A quote of fewer words is a term or a title, not somebody's statement.
FEWEST_QUOTED = 5
# A sentence is nothing but its quote when at most this many words stand outside it.
MOST_BESIDE = 2


def loose_quotes(ground: Ground, drafts: list[Draft]) -> list[Draft]:
    """New drafts for the quotes that go on no statement; those that do are added to its content.

    Headlines of related links are no quotes.
    """
    found: list[Draft] = []
    prose = ground.prose
    loose = [item for item in _unclaimed(ground, drafts) if ground.asides.isdisjoint(prose.words_in(item[1]))]
    latest = _latest(prose, drafts) if loose else {}
    for quote, inner in loose:
        index = prose.sentence_at(quote.start)
        earlier = _carries_on(prose, index, latest)
        if earlier is None and len(prose.words_in(inner)) >= FEWEST_QUOTED:
            found.append(Draft("quote", [inner], source=announced(ground, quote) or signed(ground, quote)))
        elif earlier is not None:
            earlier.content.append(inner)
            _note(latest, index, inner[1], earlier)
    return found


def _unclaimed(ground: Ground, drafts: list[Draft]) -> list[tuple[Quote, Span]]:
    """Quotes that are all of their sentence and overlap no draft's content, with their words."""
    prose = ground.prose
    claimed = sorted(span for d in drafts for span in d.content)
    reach = list(accumulate((end for _, end in claimed), max))
    found = []
    for quote in prose.quotes:
        inner = trimmed(prose.text, *quote.inner)
        if inner is None:
            continue
        ahead = bisect_left(claimed, (inner[1],))
        overlaps = ahead > 0 and reach[ahead - 1] > inner[0]
        if not overlaps and (_stands_alone(prose, quote) or announced(ground, quote) or signed(ground, quote)):
            found.append((quote, inner))
    return found


def _stands_alone(prose: Prose, quote: Quote) -> bool:
    sentence = prose.sentences[prose.sentence_at(quote.start)]
    beside = len(prose.words_in(sentence.span)) - len(prose.words_in((quote.start, quote.end)))
    return beside <= MOST_BESIDE


def _latest(prose: Prose, drafts: list[Draft]) -> dict[int, tuple[int, Draft]]:
    """By sentence: where the content ends that ends last in it, and whose it is."""
    found: dict[int, tuple[int, Draft]] = {}
    for item in drafts:
        if item.content and item.parent is None:
            end = item.content[-1][1]
            _note(found, prose.sentence_at(end - 1), end, item)
    return found


def _note(latest: dict[int, tuple[int, Draft]], index: int, end: int, item: Draft) -> None:
    if index not in latest or end >= latest[index][0]:
        latest[index] = end, item


def _carries_on(prose: Prose, index: int, latest: dict[int, tuple[int, Draft]]) -> Draft | None:
    """The statement of the sentence before this one, in the same paragraph, when it was a quote too."""
    if index - 1 not in latest or prose.sentences[index - 1].paragraph != prose.sentences[index].paragraph:
        return None
    _, earlier = latest[index - 1]
    return earlier if prose.quote_at(earlier.content[-1][0]) is not None else None
