"""Numbers and dates that are others in the copy."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import NamedTuple

from runut.find.stems import fold
from runut.languages import load_pack, served
from runut.stories.drifts.drift import Change
from runut.stories.drifts.pairing import Pairing
from runut.stories.lines import Line
from runut.stories.members import Member
from runut.stories.numbers import Number, numbers
from runut.vocabulary import DatedPhrase

# What stands between the ends of a range: a dash, or a word.
_BETWEEN = re.compile(r"\s*(?:[-–—]|[^\W\d_]+)\s*")
_UNIT = re.compile(r"[\s-]+([^\W\d_]+)")
# Two words with so many first letters in common count the same things.
STEM = 4


class _Count(NamedTuple):
    """A number in its sentence."""

    line: Line
    number: Number

    @property
    def unit(self) -> str:
        return _unit(self.line.text, self.number)

    @property
    def key(self) -> tuple[str, str]:
        """Its value and the beginning of its unit."""
        return self.number.value, self.unit[:STEM]

    @property
    def shown(self) -> str:
        return _shown(self.line.text, self.number)


def amounts(pairing: Pairing) -> Iterator[Change]:
    """Numbers that the copy has nowhere, with those in their place that no source of the copy has."""
    told: set[_Count] = set()
    for source, copy in pairing.pairs:
        for before, after in zip(*_odd(pairing, source, copy), strict=False):
            if pairing.is_abroad or _is_one(before.unit, after.unit):
                told |= {before, after}
                yield Change("number_changed", before.shown, after.shown)
        if not pairing.is_abroad:
            yield from _ranges(pairing, source, copy)
    if not pairing.is_abroad:
        yield from _slips(pairing, told)
        yield from _units(pairing)


def _odd(pairing: Pairing, source: Line, copy: Line) -> tuple[list[_Count], list[_Count]]:
    """The numbers of two sentences that only one of them has, and its whole article.

    In the same sentence they are the same numbers, whatever stands elsewhere.
    """
    kept, known = pairing.copy.values, pairing.known
    if pairing.is_same(source, copy):
        kept = frozenset(one.value for one in numbers(copy.text, pairing.copy.language))
        known = frozenset(one.value for one in numbers(source.text, pairing.source.language))
    return _not_in(kept, pairing.source, source), _not_in(known, pairing.copy, copy)


def _slips(pairing: Pairing, told: Collection[_Count]) -> Iterator[Change]:
    """Numbers of the same unit that look as if one was miswritten for the other, in whatever sentences."""
    sources = (pairing.source, *pairing.others)
    known = {one.key for article in sources for one in _counts(article)}
    was, now = _counts(pairing.source), _counts(pairing.copy)
    kept = {one.key for one in now}
    lost = [one for one in was if one.key not in kept and one not in told]
    for after in (one for one in now if one.key not in known and one not in told):
        found = next((before for before in lost if _is_slip(before, after)), None)
        if found:
            yield Change("number_changed", found.shown, after.shown)


def _counts(one: Member) -> list[_Count]:
    """All numbers of an article that are no parts of dates."""
    return [count for line in one.lines for count in _not_in((), one, line)]


def _is_slip(before: _Count, after: _Count) -> bool:
    """Whether two numbers of one unit have the same figures, or one has those of the other: 214 and 241, 7 and 17."""
    was, now = ("".join(filter(str.isdigit, one.number.value)).strip("0") for one in (before, after))
    is_slip = sorted(was) == sorted(now) or was in now or now in was
    return bool(was and now and before.unit) and before.unit[:STEM] == after.unit[:STEM] and is_slip


def _not_in(values: Collection[str], one: Member, line: Line) -> list[_Count]:
    """The numbers of a sentence that are not among some, and no part of a date."""
    found = numbers(line.text, one.language)
    return [_Count(line, number) for number in found if number.value not in values and not _is_dated(one, line, number)]


def _units(pairing: Pairing) -> Iterator[Change]:
    """The same number of other spans of time: *six months*, *six weeks*."""
    was, now = _spans(pairing.source), _spans(pairing.copy)
    for (value, unit), before in was.items():
        if (value, unit) not in now:
            after = next((one for key, one in now.items() if key[0] == value and key not in was), None)
            if after:
                yield Change("number_changed", before.shown, after.shown)


def _spans(one: Member) -> dict[tuple[str, str], _Count]:
    """Numbers of spans of time, by value and the beginning of the unit."""
    times = _times(one.language)
    counts = (_Count(line, number) for line in one.lines for number in numbers(line.text, one.language))
    return {(count.number.value, count.unit[:STEM]): count for count in counts if count.unit in times}


def _ranges(pairing: Pairing, source: Line, copy: Line) -> Iterator[Change]:
    """One end of what was from one number to another: *2 to 7 percent*, *7 percent*."""
    kept = pairing.copy.values
    now = {one.value: one for one in numbers(copy.text, pairing.copy.language)}
    for low, high in pairwise(numbers(source.text, pairing.source.language)):
        after = now.get(high.value)
        is_range = float(low.value.split(".")[0]) < float(high.value.split(".")[0])
        if after and is_range and low.value not in kept and _BETWEEN.fullmatch(source.text, low.end, high.start):
            before = source.text[low.start : high.start] + _shown(source.text, high)
            yield Change("number_changed", before, _shown(copy.text, after))


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
