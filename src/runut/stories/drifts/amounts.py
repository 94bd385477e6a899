"""Numbers and dates that are others in the copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runut.stories.drifts.drift import Change
from runut.stories.drifts.pairing import Pairing
from runut.stories.lines import Line
from runut.stories.members import Member
from runut.stories.numbers import Number, numbers
from runut.vocabulary import DatedPhrase


def amounts(pairing: Pairing) -> Iterator[Change]:
    """Numbers and dates of a sentence that the copy has nowhere, with those in their place that the source has not."""
    known, kept = (_values(one) for one in (pairing.source, pairing.copy))
    days, kept_days = (_days(one) for one in (pairing.source, pairing.copy))
    for source, copy in pairing.pairs:
        lost = [one for one in numbers(source.text, pairing.source.language) if one.value not in kept]
        new = [one for one in numbers(copy.text, pairing.copy.language) if one.value not in known]
        for before, after in zip(lost, new, strict=False):
            yield Change("number_changed", _with_unit(source.text, before), _with_unit(copy.text, after))
        gone = [one for one in _dated(pairing.source, source) if one.value not in kept_days]
        came = [one for one in _dated(pairing.copy, copy) if one.value not in days]
        for was, now in ((was, now) for was, now in zip(gone, came, strict=False) if len(was.value) == len(now.value)):
            yield Change("date_changed", _words(pairing.source, was), _words(pairing.copy, now))


def _values(one: Member) -> frozenset[str]:
    return frozenset(number.value for number in numbers(one.body, one.language))


def _days(one: Member) -> frozenset[str]:
    return frozenset(date.value for date in one.said.dates)


def _dated(one: Member, line: Line) -> list[DatedPhrase]:
    """The dates in a sentence."""
    return [date for date in one.said.dates if line.span[0] <= date.span[0] < line.span[1]]


def _words(one: Member, date: DatedPhrase) -> str:
    return one.text.text[date.span[0] : date.span[1]]


def _with_unit(sentence: str, number: Number) -> str:
    """A number with the word behind it."""
    unit = re.match(r"[\s-]+[^\W\d_]+", sentence[number.end :])
    return sentence[number.start : number.end + (unit.end() if unit else 0)]
