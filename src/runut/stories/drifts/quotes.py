"""Quotes that stand in both articles, but not in the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runut.find.stems import fold
from runut.find.stems import words as words_of
from runut.stories.drifts.drift import Change
from runut.stories.drifts.pairing import Pairing
from runut.stories.hedging import Hedging, hedging
from runut.stories.lines import stemmed
from runut.stories.members import Member

# Quotes that share so much of the shorter one's words are one quote.
ONE = 0.6
# Shorter ones are names and catchwords.
FEWEST = 3
# Where a quote may be cut without harm.
BORDERS = ".!?…,;:—– "


def quotes(pairing: Pairing) -> Iterator[Change]:
    """Quotes in other words, and those cut within a sentence or before what qualifies them."""
    if pairing.is_abroad:
        return
    known = hedging(pairing.source.language)
    for quote in _quotes(pairing.copy):
        scored = [(_alike(pairing, quote, other), other) for other in _quotes(pairing.source)]
        score, before = max(scored, default=(0.0, ""))
        if score >= ONE and not _is_faithful(quote, before, known):
            yield Change("quote_altered", before, quote)


def _quotes(one: Member) -> list[str]:
    """The quoted passages, without their marks."""
    found = (one.prose[quote.inner].strip(" ,") for quote in one.prose.quotes)
    return [quote for quote in found if len(_words(quote)) >= FEWEST]


def _is_faithful(quote: str, before: str, known: Hedging | None) -> bool:
    """Whether a quote is the other, or whole sentences of it from which nothing that qualifies them was cut."""
    words, place = _words(quote), _place(_words(quote), _words(before))
    if place is None:
        return False
    spans = [match.span() for match in words_of(before)]
    head, rest = before[: spans[place][0]].rstrip(), before[spans[place + len(words) - 1][1] :].lstrip()
    if (head and head[-1] not in BORDERS) or (rest.strip(BORDERS) and rest[0] not in BORDERS):
        return False
    qualifying = (known.caveats, known.contrasts, known.unsure) if known else ()
    return not any(pattern.search(rest) for pattern in qualifying)


def _place(part: Sequence[str], whole: Sequence[str]) -> int | None:
    """Where words stand in a row in others."""
    places = range(len(whole) - len(part) + 1)
    return next((place for place in places if list(whole[place : place + len(part)]) == list(part)), None)


def _alike(pairing: Pairing, one: str, other: str) -> float:
    mine, theirs = (stemmed(quote, pairing.copy.language) for quote in (one, other))
    return max(pairing.covered(mine, theirs), pairing.covered(theirs, mine))


def _words(text: str) -> list[str]:
    return [fold(match[0]) for match in words_of(text)]
