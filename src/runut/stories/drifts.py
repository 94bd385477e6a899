"""What changed on the way from a source to its copy, sentence by sentence: numbers, hedges, quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from runut.find.stems import fold
from runut.stories.hedging import Hedging, hedging
from runut.stories.members import Member
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
Sentence: TypeAlias = tuple[str, list[str]]
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\d)[^.!?\n]*)*[.!?]?[”\"]?")
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
        for here, there in _numbers(words, best[1]):
            kind: DriftKind = "date_changed" if _is_date(sentence, here) else "number_changed"
            yield Drift(copy.id, source.id, kind, _around(best[0], there), _around(sentence, here))
        if known:
            yield from _hedged(copy.id, source.id, best[0], sentence, known)
    if known:
        yield from _cut(copy, source, mine, theirs, known)


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


def _is_date(sentence: str, number: str) -> bool:
    """Whether a number stands within a date such as 14/3/2025."""
    return re.search(rf"(?<!\d){re.escape(number)}/\d|/{re.escape(number)}(?!\d)", sentence) is not None


def _numbers(here: Sequence[str], there: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Numbers of two sentences that stand beside the same word and differ."""
    following = {there[i + 1]: number for i, number in enumerate(there[:-1]) if number[0].isdigit()}
    for i, number in enumerate(here[:-1]):
        other = following.get(here[i + 1])
        if number[0].isdigit() and other and _plain(other) != _plain(number) and other not in here:
            yield number, other


def _around(sentence: str, number: str) -> str:
    found = re.search(rf"(?<!\w){re.escape(number)}(?:\s+\S+)?", sentence)
    return found[0].rstrip('.,;:”"') if found else number


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    mine, theirs = set(one), set(other)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs))) if min(len(mine), len(theirs)) > 3 else 0.0


def _sentences(text: str) -> list[str]:
    return [found[0].strip() for found in _SENTENCE.finditer(text) if len(found[0]) > 20]


def _words(sentence: str) -> list[str]:
    return [fold(word) if word[0].isalpha() else word for word in _WORD.findall(sentence)]


def _plain(number: str) -> str:
    return re.sub("[.,]", "", number)
