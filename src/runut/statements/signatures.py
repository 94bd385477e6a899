"""Names that stand by a quote without any verb: before a colon, behind a dash, in the line below."""

from __future__ import annotations

import re

from runut.statements.ground import Ground
from runut.statements.marks import COMMA
from runut.statements.subject import subject
from runut.text import Prose, Quote
from runut.vocabulary import Span

# Behind a quote, whoever said it stands after this, in at most so many words; a heading has a colon (`‘Enough’: Moss`).
DASH = re.compile(r" ?[—–]+ ?| ?--? |: (?=[A-Z][^.!?:;“”\"\n]{1,60}$)| \((?=[^()]*\)$)", re.MULTILINE)
# A line that may be a name and a role: no sentence and no quote.
LINE = re.compile(r"[^.!?:;“”\"]{3,90}")
LONGEST_SIGNATURE = 12
LONGEST_ROLE = 20
NAMED = re.compile(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}(?:, | [—–-] )[^.!?:;“”\"\n]{2,80}")
# A name alone has so many words.
FEWEST_NAMES, MOST_NAMES = 2, 4
# Before it, whoever says it stands in a line of at most so many signs.
LONGEST_LEAD = 90


def announced(ground: Ground, quote: Quote) -> Span | None:
    """Whose name opens the paragraph, with a colon before the quote (`Rini Moss: “Never again.”`).

    Of a clause (`Rini had only one answer: “No.”`) it is its subject.
    """
    prose = ground.prose
    start = prose.paragraphs[prose.sentences[prose.sentence_at(quote.start)].paragraph][0]
    lead = prose.text[start : quote.start].rstrip() if quote.start - start < LONGEST_LEAD else ""
    if not lead.endswith(":") or LINE.fullmatch(lead[:-1]) is None:
        return None
    words = prose.words_in((start, start + len(lead)))
    if all(ground.lower[word] in ground.lexicon.function_words for word in words):
        return None  # `But: “…”`
    return _captioned(ground, words) or _leading(ground, words, (start, start + len(lead)))


def _leading(ground: Ground, words: range, lead: Span) -> Span | None:
    """The subject, where a verb shows that the words before a colon are a clause, else who signs by them."""
    verb = next((word for word in words[1:] if _is_predicate(ground, word)), None)
    return _signature(ground.prose, lead) if verb is None else ground.span(subject(ground, words.start, verb))


def _captioned(ground: Ground, words: range) -> Span | None:
    """The full name right before the colon, behind small words of a caption (`Video caption |Mayor Rini Moss: “…”`)."""
    first = words.stop
    while first > words.start and ground.capital(first - 1) and (first == words.stop or ground.gap(first - 1) == " "):
        first -= 1
    caption = first > words.start and ground.gap(first - 1) == " " and not ground.opens(first - 1)
    return ground.span(range(first, words.stop)) if caption and words.stop - first >= FEWEST_NAMES else None


def signed(ground: Ground, quote: Quote) -> Span | None:
    """Whose name stands behind a quote and ends its paragraph, or is the next one (`“Never again.” — Rini Moss`)."""
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
    """Nothing but a name stands in the line, with a known first name or a last one that is written elsewhere."""
    words = ground.prose.words_in(line)
    if not FEWEST_NAMES <= len(words) <= MOST_NAMES or not all(ground.name(word) for word in words):
        return False
    return ground.lower[words.start] in ground.lexicon.genders or ground.repeated(words.stop - 1)


def _named(ground: Ground, words: range) -> Span | None:
    """Nothing but a name and a role follows the quote (`“Never again.” Rini Moss, baker.`)."""
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
    return ground.parted(word) or (
        small and (lower in grammar.finite or (grammar.is_verb(lower) and not ground.nominal(word)))
    )


def _signature(prose: Prose, span: Span) -> Span | None:
    words = prose.words_in(span)
    if not words or len(words) > LONGEST_SIGNATURE or not prose.words[words.start][0].isupper():
        return None
    if len(words) > MOST_NAMES and all(prose.words[word].isupper() for word in words):
        return None  # a headline in capitals
    return prose.starts[words.start], prose.ends[words.stop - 1]
