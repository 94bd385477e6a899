"""An article's text in pieces, each under the same marks from its start to its end, as the template writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from runut.reports.marks import Segment, paragraphs, segments
from runut.reports.plain import plain
from runut.vocabulary import Record, Span

LONGEST = 100_000
"""Code points of a text that are shown at once; the record has all."""
AT_ONCE = 200
"""Statements that are marked and listed at once."""
MOST_OWNERS = 6
"""A piece under more statements than that leads to the innermost of them."""


class Piece(Struct, frozen=True, kw_only=True):
    """Some words of a text."""

    start: int
    words: str
    owners: tuple[int, ...] = ()
    """Numbers of the statements that the words belong to, innermost first; the first statement is 1."""
    first: bool = False
    """Whether the first owner is met here for the first time: there it can be reached by keyboard."""
    ends: tuple[int, ...] = ()
    """Numbers of the statements that end here."""
    classes: str = ""
    here: bool = False
    """Whether the address of the view points at these words."""


class Part(Struct, frozen=True):
    """A paragraph, heading, item of a list, quote or row."""

    kind: str
    pieces: tuple[Piece, ...]


class Marked(Struct, frozen=True, kw_only=True):
    """A text as it is shown."""

    parts: tuple[Part, ...]
    left_out: int
    """Code points behind what is shown."""


def marked(record: Record, *, window: range, at: Span | None = None) -> Marked:
    """Mark the statements of a window, and the words that an address points at.

    Spans that overlap, nest or lie outside the text do no harm: the text is cut at every edge of any.
    """
    shown = _within(record, window)
    whole = [part for part in paragraphs(shown) if part.span[0] < LONGEST]
    cuts = [list(_cut(part.span, at)) for part in whole]
    found = iter(segments(shown, [span for spans in cuts for span in spans]))
    ends = _ends(shown, window.start)
    met: set[int] = set()
    parts = tuple(
        Part(part.kind, tuple(_pieces(shown, (s for _ in spans for s in next(found)), (window.start, ends, met, at))))
        for part, spans in zip(whole, cuts, strict=True)
    )
    return Marked(parts=parts, left_out=max(0, len(record.text) - LONGEST))


def _within(record: Record, window: range) -> Record:
    """The record with the statements of a window alone, and with no more text than is shown."""
    said = record.statements[window.start : window.stop]
    return replace(record, text=record.text[:LONGEST], statements=said)


def _cut(span: Span, at: Span | None) -> Iterator[Span]:
    edges = sorted({*span, *(edge for edge in at or () if span[0] < edge < span[1])})
    yield from pairwise(edges)


def _ends(record: Record, offset: int) -> dict[int, list[int]]:
    """Where each statement ends: behind its last words or, without any, its cue."""
    found: dict[int, list[int]] = {}
    for number, said in enumerate(record.statements, start=offset + 1):
        spans = [*said.content] or ([said.cue] if said.cue else [])
        if spans:
            found.setdefault(min(max(end for _, end in spans), len(record.text)), []).append(number)
    return found


def _pieces(
    record: Record, found: Iterable[Segment], scene: tuple[int, dict[int, list[int]], set[int], Span | None]
) -> Iterator[Piece]:
    offset, ends, met, at = scene
    for segment in found:
        start, end = segment.span
        # A link needs words: what stands between two marks may be a space, or nothing that is seen.
        is_blank = not plain(record.text[start:end]).strip()
        indices = () if is_blank else (segment.content or segment.cues)[:MOST_OWNERS]
        owners = tuple(index + offset + 1 for index in indices)
        first = bool(owners) and owners[0] not in met
        met.update(owners[:1])
        yield Piece(
            start=start,
            words=record.text[start:end],
            owners=owners,
            first=first,
            ends=tuple(ends.pop(end, ())),
            classes="" if is_blank else _classes(record, segment, indices),
            here=at is not None and at[0] <= start and end <= at[1],
        )


def _classes(record: Record, segment: Segment, indices: Sequence[int]) -> str:
    """By which the style sheet tells what a piece is."""
    if not indices:
        return "credit" if segment.relays else ""
    said = record.statements[indices[0]]
    names = ["said" if segment.content else "cue", f"act-{said.act}", f"manner-{said.manner}"]
    also = (("verb", segment.cues and segment.content), ("credit", segment.relays))
    return " ".join([*names, *(name for name, on in also if on)])
