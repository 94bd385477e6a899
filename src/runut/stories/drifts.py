"""What changed on the way from a source to its copy, sentence by sentence: numbers, hedges, quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from runut.find.stems import fold
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
    theirs = [(sentence, _words(sentence)) for sentence in _sentences(source.text.text)]
    for sentence in _sentences(copy.text.text):
        words = _words(sentence)
        best = max(theirs, key=lambda other: _alike(words, other[1]), default=None)
        if best is None or _alike(words, best[1]) < SAME:
            continue
        for here, there in _numbers(words, best[1]):
            yield Drift(copy.id, source.id, "number_changed", _around(best[0], there), _around(sentence, here))


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
