"""Sentences, cut so that a quote is never split from the words that carry it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.text.quotes import Quote
from runut.vocabulary import Span

# Marks that end a sentence, before space and a capital or at the end; then two ways to have lost that space.
STOP = re.compile(
    r"[.!?…](?:[.!?…]*[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]?[A-Z0-9À-ÝА-ЯΑ-Ω]|\s*$)"
    r"|(?<=[.!?])[”\"](?=[A-Z])"
    r"|(?<=[a-z)]\.)(?=[A-Z][a-z]))"
)
# Initials of somebody (`J.K. Rowling`), or letters for a place, behind which a name is likelier than a new sentence.
INITIALS = re.compile(r"[A-Z](?:\.[A-Z]){1,2}")
LONGEST_TELLER = 120
CLOSING = "”\"’'"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with the index of its paragraph."""

    start: int
    end: int
    paragraph: int

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return self.start, self.end


def split_sentences(
    text: str,
    paragraphs: tuple[Span, ...],
    quotes: tuple[Quote, ...],
    abbreviations: frozenset[str],
    teller: re.Pattern[str] | None,
) -> tuple[Sentence, ...]:
    """Cut each paragraph at its full stops, except within quotes, after abbreviations and before who tells a quote."""
    found: list[Sentence] = []
    waiting = iter(quotes)
    quote = next(waiting, None)
    for index, (begin, end) in enumerate(paragraphs):
        start = begin
        for stop in STOP.finditer(text, begin, end):
            while quote is not None and quote.end < stop.end():
                quote = next(waiting, None)
            if quote is not None and quote.start <= stop.start() and stop.end() < quote.end:
                continue
            if _abbreviates(text, stop, start, abbreviations) or _is_told(text, stop.end(), end, teller):
                continue
            # A quote may open right behind the stop where a space was lost: `kata dia.“Kami …`.
            at = quote.start if quote is not None and stop.start() < quote.start < stop.end() else stop.end()
            found.append(Sentence(start, at, index))
            start = _past_space(text, at, end)
        if start < end:
            found.append(Sentence(start, end, index))
    return tuple(found)


def _is_told(text: str, at: int, end: int, teller: re.Pattern[str] | None) -> bool:
    """A name and its verb follow a quote that ends with its own mark (`“Why?” Sari Dewanti asked.`)."""
    if teller is None or text[at - 1] not in CLOSING or text[at - 2] not in "!?…—":
        return False
    return teller.match(text, at, min(end, at + LONGEST_TELLER)) is not None


def _past_space(text: str, at: int, end: int) -> int:
    """Where the next sentence begins; slicing the rest instead would copy a long paragraph once a sentence."""
    while at < end and text[at].isspace():
        at += 1
    return at


def _abbreviates(text: str, stop: re.Match[str], start: int, abbreviations: frozenset[str]) -> bool:
    if stop.group() != ".":
        return False
    head = text[max(start, stop.start() - 12) : stop.start()]
    word = re.split(r"[\s(“\"-]", head)[-1]
    return (len(word) == 1 and word.isupper()) or word.lower() in abbreviations or INITIALS.fullmatch(word) is not None
