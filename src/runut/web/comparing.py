"""Two texts side by side: the words that both have, and the numbers, names and sources that only one has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from runut.copies.reading import text_of
from runut.copies.sharing import share
from runut.copies.words import words
from runut.find.stems import fold
from runut.stories.drifts import Drift, drifts
from runut.stories.members import Member, attribution_of
from runut.stories.numbers import numbers
from runut.stories.sources import Derived
from runut.vocabulary import Record, Span

LONGEST = 60_000
"""Code points of either side that are compared and shown."""
MOST = 400
"""Passages that are marked."""
MOST_LISTED = 40


class Stretch(Struct, frozen=True, kw_only=True):
    """Some words of one side."""

    words: str
    passage: int | None = None
    """Number of the passage that the other side has too."""
    first: bool = False
    """Whether the passage begins here."""
    figure: bool = False
    """Whether it is a number that the other side has nowhere."""


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
    return Compared(
        left=tuple(_stretches(one, _numbered(passages, 0), figures[0])),
        right=tuple(_stretches(other, _numbered(passages, 1), figures[1])),
        passages=len(passages),
        left_share=found.left_share,
        right_share=found.right_share,
        figures=Apart(*(_distinct(t[a:b] for a, b in spans) for t, spans in zip((one, other), figures, strict=True))),
        names=_apart(_names(left), _names(right)),
        sources=_apart(_sources(left), _sources(right)),
        drifts=_drifts(left, right) if passages and left.language == right.language else (),
        is_cut=max(len(left.text), len(right.text)) > LONGEST,
    )


def _drifts(left: Record, right: Record) -> tuple[Drift, ...]:
    both = {name: _member(record, name) for name, record in (("left", left), ("right", right))}
    return tuple(drifts(both, [Derived("right", "left", "rewrite")]))[:MOST_LISTED]


def _member(record: Record, name: str) -> Member:
    return Member(replace(text_of(record), id=name), attribution_of(record), record.language)


def _numbered(passages: Sequence[tuple[Span, Span]], side: int) -> list[tuple[Span, int]]:
    """The passages of one side in its own order, each with the number that it has on the left."""
    return sorted((pair[side], number) for number, pair in enumerate(passages, start=1))


def _stretches(text: str, passages: Sequence[tuple[Span, int]], figures: Sequence[Span]) -> Iterator[Stretch]:
    """A text cut at the edges of passages and figures; of passages that overlap, the earlier one goes on."""
    owner = _owners(passages)
    cuts = sorted({0, len(text), *(edge for span, _ in owner for edge in span), *(e for span in figures for e in span)})
    spans = iter(owner)
    current = next(spans, None)
    for start, end in pairwise(cuts):
        while current and current[0][1] <= start:
            current = next(spans, None)
        number = current[1] if current and current[0][0] <= start else None
        yield Stretch(
            words=text[start:end],
            passage=number,
            first=current is not None and number is not None and current[0][0] == start,
            figure=(start, end) in figures,
        )


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
