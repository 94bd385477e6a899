"""Quotes that no cue claims: pieces of the statement before them, or statements of their own."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from runut.statements.drafts import Draft, trimmed
from runut.statements.ground import Ground
from runut.statements.marks import COMMA
from runut.text import Prose, Quote
from runut.vocabulary import Span

# A quote of fewer words is a term or a title, not somebody's statement.
FEWEST_QUOTED = 5
# A sentence is nothing but its quote when at most this many words stand outside it.
MOST_BESIDE = 2
# Behind a quote, whoever said it stands after this, in at most so many words.
DASH = re.compile(r" ?[—–]+ ?| ?--? | \((?=[^()]*\)$)", re.MULTILINE)
# A line that may be a name and a role: no sentence and no quote.
LINE = re.compile(r"[^.!?:;“”\"]{3,90}")
LONGEST_SIGNATURE = 12
LONGEST_ROLE = 20
NAMED = re.compile(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}(?:, | [—–-] )[^.!?:;“”\"\n]{2,80}")
# A name alone has so many words.
FEWEST_NAMES, MOST_NAMES = 2, 4
# Before it, whoever says it stands in a line of at most so many signs.
LONGEST_LEAD = 90


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
            found.append(Draft("quote", [inner], source=_announced(prose, quote) or _signed(ground, quote)))
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
        if not overlaps and (_stands_alone(prose, quote) or _announced(prose, quote) or _signed(ground, quote)):
            found.append((quote, inner))
    return found


def _announced(prose: Prose, quote: Quote) -> Span | None:
    """Whose name opens the paragraph and ends with the colon before a quote: `Rini Moss: “Never again.”`"""
    start = prose.paragraphs[prose.sentences[prose.sentence_at(quote.start)].paragraph][0]
    lead = prose.text[start : quote.start].rstrip() if quote.start - start < LONGEST_LEAD else ""
    if not lead.endswith(":") or LINE.fullmatch(lead[:-1]) is None:
        return None
    return _signature(prose, (start, start + len(lead)))


def _signed(ground: Ground, quote: Quote) -> Span | None:
    """Whose name stands behind a quote and ends its paragraph, or is the next one: `“Never again.” — Rini Moss, baker`."""
    prose = ground.prose
    index = prose.sentences[prose.sentence_at(quote.start)].paragraph
    end = prose.paragraphs[index][1]
    if quote.end < end:
        dash = DASH.match(prose.text, quote.end, end)
        if dash is None:
            return _named(ground, prose.words_in((quote.end, end)))
        return _signature(prose, (dash.end(), end))
    if index + 1 == len(prose.paragraphs) or not _signs(prose):
        return None
    start, end = prose.paragraphs[index + 1]
    dash = DASH.match(prose.text, start, end)
    line = LINE.fullmatch(prose.text, dash.end() if dash else start, end)
    if line is None or not (dash or "," in line.group() or _is_name(ground, line.span())):
        return None
    return _signature(prose, line.span())


def _signs(prose: Prose) -> bool:
    """The first line in the text that may be a name and a role stands below a quote, and is no heading above one."""
    lines = (at for at, span in enumerate(prose.paragraphs) if NAMED.fullmatch(prose.text, *span))
    first = next(lines, None)
    if first is None:
        return True
    start = prose.paragraphs[first - 1][0] if first else 0
    return first > 0 and prose.quote_at(start) is not None


def _is_name(ground: Ground, line: Span) -> bool:
    """Nothing but a name stands in the line: capitals, with a known first name or a last one that is written elsewhere."""
    words = ground.prose.words_in(line)
    if not FEWEST_NAMES <= len(words) <= MOST_NAMES or not all(ground.name(word) for word in words):
        return False
    return ground.lower[words.start] in ground.lexicon.genders or ground.repeated(words.stop - 1)


def _named(ground: Ground, words: range) -> Span | None:
    """Nothing but a name and a role follows the quote: `“Never again.” Rini Moss, baker.`"""
    if not FEWEST_NAMES <= len(words) <= LONGEST_ROLE:
        return None
    last = next((word for word in words if not ground.capital(word) or ground.gap(word) != " "), words.stop - 1)
    if ground.capital(last) and last == words.stop - 1:
        return ground.span(words) if ground.name(last) else None
    apposed = last > words.start and ground.name(last) and ground.marked(last, COMMA)
    placed = last > words.start + 1 and ground.name(last - 1) and ground.lower[last] in ground.grammar.inner
    verbs = any(_is_predicate(ground, word) for word in words[:-1])
    return ground.span(words) if (apposed or placed) and not verbs else None


def _is_predicate(ground: Ground, word: int) -> bool:
    lower, grammar = ground.lower[word], ground.grammar
    small = not ground.capital(word)
    return ground.parted(word) or (small and (lower in grammar.finite or (grammar.is_verb(lower) and not ground.nominal(word))))


def _signature(prose: Prose, span: Span) -> Span | None:
    words = prose.words_in(span)
    if not words or len(words) > LONGEST_SIGNATURE or not prose.words[words.start][0].isupper():
        return None
    return prose.starts[words.start], prose.ends[words.stop - 1]


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
