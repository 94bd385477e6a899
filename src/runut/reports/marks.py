"""An article's text cut at every boundary of what is marked in it, so that marks may nest and overlap."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, TypeAlias

from msgspec import Struct

from runut.vocabulary import Paragraph, Record, Span

Layer: TypeAlias = Literal["content", "cue", "relay"]
Mark: TypeAlias = tuple[Layer, int]

_BLANK_LINE = re.compile(r"\n\s*\n")


class Segment(Struct, frozen=True):
    """A piece of text under the same marks from its start to its end."""

    span: Span
    content: tuple[int, ...] = ()
    """Indices of the statements whose content it belongs to, innermost (shortest) first."""
    cues: tuple[int, ...] = ()
    """Indices of the statements whose cue it belongs to."""
    relays: tuple[int, ...] = ()
    """Indices of the relays in whose credit it stands."""


def paragraphs(record: Record) -> list[Paragraph]:
    """The text's paragraphs in order, without overlap; what the record leaves out of them is added."""
    found: list[Paragraph] = []
    at = 0
    for part in sorted(record.paragraphs, key=lambda p: p.span):
        start, end = max(part.span[0], at), min(part.span[1], len(record.text))
        if start < end:
            found += [*_rest(record.text, at, start), Paragraph(part.kind, (start, end))]
            at = end
    return [*found, *_rest(record.text, at, len(record.text))]


def _rest(text: str, start: int, end: int) -> Iterator[Paragraph]:
    for cut in [*(m.start() for m in _BLANK_LINE.finditer(text, start, end)), end]:
        if text[start:cut].strip():
            yield Paragraph("paragraph", (start, cut))
        start = cut


def segments(record: Record, spans: list[Span]) -> list[list[Segment]]:
    """The pieces of each of several paragraphs, which are in order and do not overlap."""
    marks = _marks(record)
    opening, closing = _edges(marks, len(record.text))
    cuts = sorted({*opening, *closing, *(edge for span in spans for edge in span)})
    active: dict[Mark, int] = {}
    pieces: list[Segment] = []
    for start, end in pairwise(cuts):
        for mark in closing.get(start, ()):
            _count(active, mark, -1)
        for mark in opening.get(start, ()):
            _count(active, mark, 1)
        pieces.append(_segment(record, (start, end), active))
    starts = [piece.span[0] for piece in pieces]
    return [pieces[bisect_left(starts, start) : bisect_left(starts, end)] for start, end in spans]


def _marks(record: Record) -> Iterator[tuple[Mark, Span]]:
    for index, statement in enumerate(record.statements):
        for span in statement.content:
            yield ("content", index), span
        if statement.cue:
            yield ("cue", index), statement.cue
    for index, relay in enumerate(record.relays):
        if relay.words:
            yield ("relay", index), relay.words


def _edges(marks: Iterator[tuple[Mark, Span]], length: int) -> tuple[dict[int, list[Mark]], dict[int, list[Mark]]]:
    opening: dict[int, list[Mark]] = defaultdict(list)
    closing: dict[int, list[Mark]] = defaultdict(list)
    for mark, (start, end) in marks:
        first, last = max(start, 0), min(end, length)
        if first < last:
            opening[first].append(mark)
            closing[last].append(mark)
    return opening, closing


def _count(active: dict[Mark, int], mark: Mark, step: int) -> None:
    active[mark] = active.get(mark, 0) + step
    if not active[mark]:
        del active[mark]


def _segment(record: Record, span: Span, active: dict[Mark, int]) -> Segment:
    def indices(layer: Layer) -> list[int]:
        return sorted(index for kind, index in active if kind == layer)

    def size(index: int) -> int:
        return sum(end - start for start, end in record.statements[index].content)

    content = tuple(sorted(indices("content"), key=lambda index: (size(index), -index)))
    return Segment(span, content, tuple(indices("cue")), tuple(indices("relay")))
