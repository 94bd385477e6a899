"""What changed on the way from a source to its copy, sentence by sentence: numbers, hedges, quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from runut.find.stems import fold
from runut.stories.hedging import Hedging, hedging
from runut.stories.members import Member
from runut.stories.numbers import Number, numbers
from runut.stories.sources import Derived

DriftKind: TypeAlias = Literal[
    "hedge_dropped",
    "hedge_added",
    "source_blurred",
    "source_sharpened",
    "number_changed",
    "date_changed",
    "quote_altered",
    "act_changed",
    "context_cut",
]
# Sentences that say the same share so many of their words; those that only look alike share fewer.
SAME = 0.5
# What nothing in the copy shares so much of its words with is gone.
GONE = 0.3
# Quotes that share so much are one quote.
QUOTED = 0.6
_QUOTE = re.compile(r"[“\"]([^“”\"]{20,600})[”\"]")
Sentence: TypeAlias = tuple[str, list[str]]
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\d)[^.!?\n]*)*[.!?]?[”\"]?")
_DATE = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


class Drift(Struct, frozen=True, rename={"before": "from", "after": "to"}):
    """One change."""

    copy: str
    source: str
    kind: DriftKind
    before: str
    """As the source has it."""
    after: str | None
    """As the copy has it; None where it is gone."""


def drifts(by_id: Mapping[str, Member], derived: Sequence[Derived]) -> list[Drift]:
    """The changes along each copy in its own language; translations are not compared yet."""
    found: list[Drift] = []
    for one in derived:
        copy, source = by_id[one.copy], by_id[one.source]
        if copy.language == source.language and not copy.text.version_of:
            found += _between(copy, source)
    return found


def _between(copy: Member, source: Member) -> Iterator[Drift]:
    mine = [(sentence, _words(sentence)) for sentence in _sentences(copy.text.text)]
    theirs = [(sentence, _words(sentence)) for sentence in _sentences(source.text.text)]
    known = hedging(copy.language)
    for sentence, words in mine:
        best = _nearest(words, theirs, SAME)
        if best is None:
            continue
        for before, after in _numbers(best[0], sentence, source.text.text, copy.text.text):
            yield Drift(copy.id, source.id, "number_changed", before, after)
        for before, after in _dates(best[0], sentence):
            yield Drift(copy.id, source.id, "date_changed", before, after)
        if known:
            yield from _hedged(copy.id, source.id, best[0], sentence, known)
    if known:
        yield from _cut(copy, source, mine, theirs, known)
    yield from _quotes(copy, source)


def _quotes(copy: Member, source: Member) -> Iterator[Drift]:
    """Quotes that stand in both, but not in the same words; one that was only cut short is left as it is."""
    theirs = [(quote, _words(quote)) for quote in _QUOTE.findall(source.text.text)]
    for quote in _QUOTE.findall(copy.text.text):
        words = _words(quote)
        best = _nearest(words, theirs, QUOTED)
        if best and not _holds(best[1], words):
            yield Drift(copy.id, source.id, "quote_altered", best[0], quote)


def _holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Whether words stand in a row in others."""
    return any(list(whole[i : i + len(part)]) == list(part) for i in range(len(whole) - len(part) + 1))


def _hedged(copy: str, source: str, before: str, after: str, known: Hedging) -> Iterator[Drift]:
    """A hedge that only one of two sentences has that say the same."""
    had, has = known.unsure.search(before), known.unsure.search(after)
    if had and not has:
        yield Drift(copy, source, "hedge_dropped", before, after)
    elif has and not had:
        yield Drift(copy, source, "hedge_added", before, after)


def _cut(
    copy: Member, source: Member, mine: Sequence[Sentence], theirs: Sequence[Sentence], known: Hedging
) -> Iterator[Drift]:
    """Denials and caveats of the source that nothing in the copy says."""
    for sentence, words in theirs:
        if known.caveats.search(sentence) and _nearest(words, mine, GONE) is None:
            yield Drift(copy.id, source.id, "context_cut", sentence, None)


def _nearest(words: Sequence[str], others: Sequence[Sentence], least: float) -> Sentence | None:
    best = max(others, key=lambda other: _alike(words, other[1]), default=None)
    return best if best and _alike(words, best[1]) >= least else None


def _numbers(before: str, after: str, source: str, copy: str) -> Iterator[tuple[str, str]]:
    """Numbers of the one sentence that the copy has nowhere, with those of the other that the source has nowhere."""
    known, kept = ({one.value for one in numbers(text)} for text in (source, copy))
    lost = [one for one in numbers(before) if one.value not in kept]
    new = [one for one in numbers(after) if one.value not in known]
    for old, fresh in zip(lost, new, strict=False):
        yield _with_unit(before, old), _with_unit(after, fresh)


def _with_unit(sentence: str, number: Number) -> str:
    """A number with the word behind it."""
    unit = re.match(r"\s+[^\W\d_]+", sentence[number.end :])
    return sentence[number.start : number.end + (unit.end() if unit else 0)]


def _dates(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Dates in figures that differ between two sentences."""
    old, new = _DATE.findall(before), _DATE.findall(after)
    for one, other in zip(old, new, strict=False):
        if one != other:
            yield one, other


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    mine, theirs = set(one), set(other)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs))) if min(len(mine), len(theirs)) > 3 else 0.0


def _sentences(text: str) -> list[str]:
    return [found[0].strip() for found in _SENTENCE.finditer(text) if len(found[0]) > 20]


def _words(sentence: str) -> list[str]:
    return [fold(word) if word[0].isalpha() else word for word in _WORD.findall(sentence)]
