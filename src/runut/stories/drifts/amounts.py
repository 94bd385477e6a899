"""Numbers and dates that are others in the copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runut.find.stems import fold
from runut.languages import load_pack, served
from runut.stories.drifts.drift import Change
from runut.stories.drifts.pairing import Pairing
from runut.stories.lines import Line
from runut.stories.members import Member
from runut.stories.numbers import Number, numbers
from runut.vocabulary import DatedPhrase

_UNIT = re.compile(r"[\s-]+([^\W\d_]+)")
# Two words with so many first letters in common count the same things.
STEM = 4


def amounts(pairing: Pairing) -> Iterator[Change]:
    """Numbers of a sentence that the copy has nowhere, with those in their place that no source of the copy has."""
    known = frozenset[str]().union(*(_values(one) for one in (pairing.source, *pairing.others)))
    kept = _values(pairing.copy)
    for source, copy in pairing.pairs:
        was, now = numbers(source.text, pairing.source.language), numbers(copy.text, pairing.copy.language)
        lost = [one for one in was if one.value not in kept and not _is_dated(pairing.source, source, one)]
        new = [one for one in now if one.value not in known and not _is_dated(pairing.copy, copy, one)]
        for before, after in zip(lost, new, strict=False):
            if pairing.is_abroad or _is_one(_unit(source.text, before), _unit(copy.text, after)):
                yield Change("number_changed", _shown(source.text, before), _shown(copy.text, after))
        if not pairing.is_abroad:
            yield from _units(pairing, source, copy)


def _units(pairing: Pairing, source: Line, copy: Line) -> Iterator[Change]:
    """The same number of other spans of time: *six months*, *six weeks*."""
    times = _times(pairing.source.language)
    now = {one.value: one for one in numbers(copy.text, pairing.copy.language)}
    for before in numbers(source.text, pairing.source.language):
        after = now.get(before.value)
        units = (_unit(source.text, before), _unit(copy.text, after)) if after else ("", "")
        if after and {*units} <= times and not _is_one(*units) and units[1] not in pairing.source.words:
            yield Change("number_changed", _shown(source.text, before), _shown(copy.text, after))


def days(pairing: Pairing) -> Iterator[Change]:
    """Dates of a sentence that the copy has nowhere, with those in their place that no source of the copy has."""
    known = frozenset[str]().union(*(_days(one) for one in (pairing.source, *pairing.others)))
    kept = _days(pairing.copy)
    for source, copy in pairing.pairs:
        gone = [one for one in _dated(pairing.source, source) if one.value not in kept]
        came = [one for one in _dated(pairing.copy, copy) if one.value not in known]
        for was, now in zip(gone, came, strict=False):
            before, after = _words(pairing.source, was), _words(pairing.copy, now)
            if len(was.value) == len(now.value) and fold(before) != fold(after):
                yield Change("date_changed", before, after)


def _values(one: Member) -> frozenset[str]:
    return frozenset(number.value for number in numbers(one.body, one.language))


def _days(one: Member) -> frozenset[str]:
    return frozenset(date.value for date in one.said.dates)


def _dated(one: Member, line: Line) -> list[DatedPhrase]:
    """The dates in a sentence; that of a credit says when a report came, and not when anything happened."""
    credits = [relay.words for relay in one.said.relays if relay.words]
    return [
        date
        for date in one.said.dates
        if line.span[0] <= date.span[0] < line.span[1]
        and not any(start <= date.span[0] < end for start, end in credits)
    ]


def _is_dated(one: Member, line: Line, number: Number) -> bool:
    """Whether a number is part of a date: those are compared as dates."""
    at = line.span[0] + number.start
    return any(date.span[0] <= at < date.span[1] and "-" in date.value for date in _dated(one, line))


def _words(one: Member, date: DatedPhrase) -> str:
    return one.text.text[date.span[0] : date.span[1]]


def _unit(sentence: str, number: Number) -> str:
    """The word behind a number."""
    found = _UNIT.match(sentence, number.end)
    return fold(found[1]) if found else ""


def _is_one(unit: str, other: str) -> bool:
    """Whether two units may be the same; a number without any goes with each."""
    return not unit or not other or unit[:STEM] == other[:STEM]


def _times(language: str) -> frozenset[str]:
    """The words for spans of time."""
    code = language.partition("-")[0]
    dates = load_pack(code).dates if code in served() else None
    return frozenset((*dates.units, *dates.plurals)) if dates else frozenset()


def _shown(sentence: str, number: Number) -> str:
    """A number with the word behind it."""
    found = _UNIT.match(sentence, number.end)
    return sentence[number.start : found.end() if found else number.end]
