"""Two texts side by side: the words that both have, and the numbers, names and sources that only one has."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, TypeAlias, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from runut.copies.reading import text_of
from runut.copies.sharing import share
from runut.copies.words import words
from runut.find.stems import fold
from runut.stories.drifts import Drift, drifts
from runut.stories.hedging import first, hedging
from runut.stories.members import Member, attribution_of
from runut.stories.numbers import numbers
from runut.stories.sources import Derived
from runut.vocabulary import Record, Span

LONGEST = 60_000
"""Code points of either side that are compared and shown."""
MOST = 400
"""Passages that are marked."""
MOST_LISTED = 40


Mark: TypeAlias = Literal["number", "name", "source", "hedge"]
Spot: TypeAlias = tuple[Span, Mark]


class Stretch(Struct, frozen=True, kw_only=True):
    """Some words of one side."""

    words: str
    passage: int | None = None
    """Number of the passage that the other side has too."""
    first: bool = False
    """Whether the passage begins here."""
    last: bool = False
    """Whether it ends here."""
    mark: Mark | None = None
    """What it is that the other side has nowhere."""


class Apart(Struct, frozen=True):
    """What only one side has."""

    left: tuple[str, ...]
    right: tuple[str, ...]


class Compared(Struct, frozen=True, kw_only=True):
    """Two texts, compared."""

    left: tuple[Stretch, ...]
    right: tuple[Stretch, ...]
    passages: int
    left_share: float
    """The part of its words that the right has too."""
    right_share: float
    figures: Apart
    names: Apart
    sources: Apart
    drifts: tuple[Drift, ...]
    """What shifted from the left to the right in sentences that say the same; empty across languages."""
    is_cut: bool


def compare(left: Record, right: Record) -> Compared:
    """Compare two articles, or two versions of one; the left is taken for the older, or the source."""
    one, other = left.text[:LONGEST], right.text[:LONGEST]
    found = share(words(one), words(other), 0.0)
    passages = found.passages(copy_is_left=True)[:MOST]
    figures = _figures(left, right), _figures(right, left)
    names = _apart(_names(left), _names(right))
    sources = _apart(_sources(left), _sources(right))
    shifts = _drifts(left, right) if passages and left.language == right.language else ()
    dropped = [shift.before for shift in shifts if shift.kind == "hedge_dropped"]
    added = [shift.after or "" for shift in shifts if shift.kind == "hedge_added"]
    own = (
        [*_spots(left, figures[0], names.left, sources.left), *_hedges(left, dropped)],
        [*_spots(right, figures[1], names.right, sources.right), *_hedges(right, added)],
    )
    return Compared(
        left=_side(left, _numbered(passages, 0), own[0]),
        right=_side(right, _numbered(passages, 1), own[1]),
        passages=len(passages),
        left_share=found.left_share,
        right_share=found.right_share,
        figures=Apart(*(_distinct(t[a:b] for a, b in spans) for t, spans in zip((one, other), figures, strict=True))),
        names=names,
        sources=sources,
        drifts=shifts,
        is_cut=max(len(left.text), len(right.text)) > LONGEST,
    )


def _side(record: Record, passages: Sequence[tuple[Span, int]], spots: Sequence[Spot]) -> tuple[Stretch, ...]:
    """One side as it is shown; where marks overlap, a source goes before a name, that before a number or a hedge."""
    text = record.text[:LONGEST]
    return tuple(_stretches(text, passages, _apart_in_order(spots, len(text))))


def _spots(record: Record, figures: Sequence[Span], names: Sequence[str], sources: Sequence[str]) -> Iterator[Spot]:
    """What only this side has."""
    yield from ((one.source, "source") for one in record.statements if one.source and one.speaker in sources)
    yield from ((span, "name") for one in record.people if one.name in names for span in one.mentions)
    yield from ((span, "number") for span in figures)


def _hedges(record: Record, clauses: Sequence[str]) -> Iterator[Spot]:
    """The words of caution in clauses that are not hedged on the other side."""
    known = hedging(record.language)
    for clause in clauses if known else ():
        assert known is not None
        at, found = record.text.find(clause), first(known.unsure, clause) or first(known.about, clause)
        if at >= 0 and found:
            yield (at + found.start(), at + found.end()), "hedge"


def _apart_in_order(spots: Sequence[Spot], length: int) -> list[Spot]:
    """Those that lie within the text and do not overlap one that stands before them here, in the order of the text."""
    kept: list[Spot] = []
    for (start, end), mark in spots:
        free = all(end <= other[0] or other[1] <= start for other, _ in kept)
        if 0 <= start < end <= length and free and len(kept) < MOST:
            kept.append(((start, end), mark))
    return sorted(kept)


def _drifts(left: Record, right: Record) -> tuple[Drift, ...]:
    both = {name: _member(record, name) for name, record in (("left", left), ("right", right))}
    return tuple(drifts(both, [Derived("right", "left", "rewrite")]))[:MOST_LISTED]


def _member(record: Record, name: str) -> Member:
    return Member(replace(text_of(record), id=name), attribution_of(record), record.language)


def _numbered(passages: Sequence[tuple[Span, Span]], side: int) -> list[tuple[Span, int]]:
    """The passages of one side in its own order, each with the number that it has on the left."""
    return sorted((pair[side], number) for number, pair in enumerate(passages, start=1))


def _stretches(text: str, passages: Sequence[tuple[Span, int]], spots: Sequence[Spot]) -> Iterator[Stretch]:
    """A text cut at the edges of passages and marks; of passages that overlap, the earlier one goes on."""
    owners = _owners(passages)
    edges = (edge for span, _ in (*owners, *spots) for edge in span)
    for start, end in pairwise(sorted({0, len(text), *edges})):
        passage, mark = _over(owners, start), _over(spots, start)
        yield Stretch(
            words=text[start:end],
            passage=passage[1] if passage else None,
            first=passage is not None and passage[0][0] == start,
            last=passage is not None and passage[0][1] == end,
            mark=mark[1] if mark else None,
        )


_Kind = TypeVar("_Kind", int, Mark)


def _over(spans: Sequence[tuple[Span, _Kind]], place: int) -> tuple[Span, _Kind] | None:
    """The one of several spans in order that a place lies in."""
    at = bisect_right(spans, place, key=lambda item: item[0][0]) - 1
    return spans[at] if at >= 0 and place < spans[at][0][1] else None


def _owners(passages: Sequence[tuple[Span, int]]) -> list[tuple[Span, int]]:
    found: list[tuple[Span, int]] = []
    at = 0
    for (start, end), number in passages:
        if end > max(start, at):
            found.append(((max(start, at), end), number))
            at = end
    return found


def _figures(record: Record, other: Record) -> list[Span]:
    """The numbers of an article, in figures and words, whose value the other has nowhere."""
    known = {number.value for number in numbers(other.text[:LONGEST], other.language)}
    found = numbers(record.text[:LONGEST], record.language)
    return [(number.start, number.end) for number in found if number.value not in known]


def _names(record: Record) -> list[str]:
    return [person.name for person in record.people]


def _sources(record: Record) -> list[str]:
    carriers = [name for name in record.chain[1:] if name]
    return [*carriers, *(said.speaker for said in record.statements if said.speaker)]


def _apart(left: Iterable[str], right: Iterable[str]) -> Apart:
    """Names that only one side has, however they are written; a name within a longer one is there."""
    one, other = list(left), list(right)
    return Apart(_without(one, other), _without(other, one))


def _without(names: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    known = [fold(name) for name in others]
    return _distinct(name for name in names if not any(fold(name) in k or k in fold(name) for k in known))


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))[:MOST_LISTED]
