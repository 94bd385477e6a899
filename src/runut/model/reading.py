"""The learned reader: after one pass over a text for its cues, one look at each cue for its parts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from runut.model.decoding import CUE, CUE_ON, Floats, Mark, Parts, marks, parts
from runut.model.found import ACTS, TYPES, Found
from runut.model.gaps import BREAK, QUOTED_STOP, STOP, gaps
from runut.model.limits import Limits
from runut.model.pieces import Tokens
from runut.model.scanning import Encoder, Scan, Sight, find, scan, softmax
from runut.model.sources import whole
from runut.text import Prose
from runut.vocabulary import Span

# Tokens that are looked at before and behind a cue.
REACH = 60
# How many cues are looked at in one run: more is no faster, and takes memory.
CUES_AT_ONCE = 8
# No text has more cues; what has them is made to tire its reader.
MOST_CUES = 1500
# Two statements of one place are one when their words agree this much.
SAME = 0.75
# A statement lies within another that has this share of its words.
HELD = 0.8


class Network(Encoder, Protocol):
    """What runs the weights."""

    ways: Floats
    """`[kinds of gap, 4, 4]`: log-probability of each label after each other."""

    def look(self, states: Floats, marks: Floats, mask: Floats) -> tuple[Floats, Floats, Floats]:
        """Logits of parts, acts and types for each cue marked in its states."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What the reader finds in a text, and what it thinks of every word."""

    prose: Prose
    found: list[Found]
    """In the order of their places."""
    chances: Floats
    """`[words]`: how likely each word belongs to a cue."""
    limits: Limits

    def is_cue(self, span: Span) -> bool:
        """Whether the finder thinks it likely enough that what others take for a cue is one.

        Of a text's first sentence it is not asked: articles seldom begin with what somebody says, and it expects none.
        """
        words = self.prose.words_in(span)
        if words and self.prose.sentence_at(span[0]) == 0:
            return True
        return bool(words) and float(self.chances[words.start : words.stop].max()) >= self.limits.alone


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """How a text is laid out in words."""

    ways: Floats
    """`[words - 1, 4, 4]`: log-probability of each label after each other, by what stands between the two words."""
    units: list[range]
    """Quotes and sentences, which are said as a whole or not at all."""
    """In order; none overlaps another."""
    openings: frozenset[int]
    """The words that open a sentence or a paragraph."""

    def near(self, first: int, last: int) -> list[range]:
        """The units that hold words from `first` up to `last`."""
        low = bisect_right(self.units, first, key=lambda unit: unit.start) - 1
        return self.units[max(0, low) : bisect_right(self.units, last, key=lambda unit: unit.start)]


def read(prose: Prose, network: Network, limits: Limits = Limits()) -> Reading:  # noqa: B008 - frozen
    """Mark all statements of a text."""
    return mark(prose, scan(prose, network), network, limits)


def mark(prose: Prose, seen: Scan, network: Network, limits: Limits) -> Reading:
    """Mark all statements of a scanned text."""
    if not seen.stretches:
        return Reading(prose, [], np.zeros(0, np.float32), limits)
    kinds = gaps(prose)
    layout = Layout(network.ways[np.array(kinds, np.int64)], _units(prose), _openings(kinds))
    sight = find(seen, network)
    cues = marks(sight.chances, limits.cue)[:MOST_CUES]
    looks = [look for look in _looks(sight, cues, network, layout) if look.score >= limits.statement]
    return Reading(prose, _arranged(prose, kinds, looks, limits), sight.chances[:, [CUE, CUE_ON]].sum(1), limits)


def _openings(kinds: Sequence[int]) -> frozenset[int]:
    """The words that open a sentence or a paragraph."""
    return frozenset(at + 1 for at, kind in enumerate(kinds) if kind in (STOP, QUOTED_STOP, BREAK))


def _units(prose: Prose) -> list[range]:
    """The words of each quote, and of each sentence without one."""
    quotes = [prose.words_in((quote.start, quote.end)) for quote in prose.quotes]
    quoted = {word for words in quotes for word in words}
    sentences = [prose.words_in(sentence.span) for sentence in prose.sentences]
    units = [*filter(None, quotes), *(words for words in sentences if words and not quoted.intersection(words))]
    return sorted(units, key=lambda words: words.start)


@dataclass(frozen=True, slots=True)
class _Look:
    mark: Mark
    parts: Parts
    act: int
    type: int
    real: float

    @property
    def score(self) -> float:
        return (self.mark.probability + self.real) / 2

    @property
    def words(self) -> frozenset[int]:
        return frozenset(i for run in self.parts.content for i in run)


def _looks(seen: Sight, cues: Sequence[Mark], network: Network, layout: Layout) -> Iterator[_Look]:
    """What the second look at each cue tells; none looks beyond the stretch that holds the cue."""
    spans = [span_of(seen.tokens, cue.first, cue.last) for cue in cues]
    for stretch in seen.stretches:
        own = range(*(bisect_left(spans, (edge, 0)) for edge in (stretch.place.start, stretch.place.stop)))
        for group in (own[i : i + CUES_AT_ONCE] for i in range(0, len(own), CUES_AT_ONCE)):
            around = [_around(spans[index][0], stretch.place) for index in group]
            marked = np.zeros((len(group), len(around[0])), np.float32)
            for row, index in enumerate(group):
                start, end = spans[index]
                marked[row, start - around[row].start : end - around[row].start] = 1
            states = stretch.states[np.array(around) - stretch.place.start]
            told = network.look(states, marked, np.ones_like(marked))
            for row, index in enumerate(group):
                yield _look(seen.tokens, cues[index], around[row], [part[row] for part in told], layout)


def _around(start: int, place: range) -> range:
    """The tokens to look at for a cue that begins at `start`: of one number for all cues of a stretch."""
    size = min(2 * REACH, len(place))
    low = max(place.start, min(start - REACH, place.stop - size))
    return range(low, low + size)


def _look(tokens: Tokens, cue: Mark, around: range, told: Sequence[Floats], layout: Layout) -> _Look:
    """One cue's parts, act and type, from the logits of the tokens around it."""
    words = range(*(bisect_left(tokens.firsts, edge) for edge in (around.start, around.stop)))
    chances = softmax(told[0][[tokens.firsts[word] - around.start for word in words]])
    ways, near = layout.ways[words.start : words.stop - 1], layout.near(words.start, words.stop)
    found = parts(chances, words.start, cue, ways, near, layout.openings)
    act = softmax(told[1])
    return _Look(cue, found, int(act[:-1].argmax()), int(told[2].argmax()), float(1 - act[-1]))


def span_of(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """The tokens of the words from `first` up to `last`."""
    start = tokens.firsts[first]
    end = tokens.firsts[last] if last < len(tokens.firsts) else len(tokens.ids)
    while end > start + 1 and tokens.words[end - 1] < 0 and end - 1 > tokens.firsts[last - 1] + 3:
        end -= 1
    return start, end


def _arranged(prose: Prose, kinds: Sequence[int], looks: Sequence[_Look], limits: Limits) -> list[Found]:
    """Without doubles, in order, each with the statement that holds it."""
    kept = _distinct(looks)
    kept.sort(key=lambda look: min([look.mark.first, *look.words, *(look.parts.source or ())]))
    holders: dict[int, list[int]] = {}
    for index, look in enumerate(kept):
        for word in look.words:
            holders.setdefault(word, []).append(index)
    return [_found(prose, kinds, look, _parent(look, kept, holders), limits) for look in kept]


def _distinct(looks: Sequence[_Look]) -> list[_Look]:
    """Of those that say the same, the surest; none that says nothing, except a refusal to speak."""
    kept: list[_Look] = []
    holders: dict[int, list[int]] = {}
    for look in sorted(looks, key=lambda look: -look.score):
        shared = Counter(index for word in look.words for index in holders.get(word, ()))
        twin = any(2 * n >= SAME * (len(look.words) + len(kept[i].words)) for i, n in shared.items())
        if twin or (not look.words and ACTS[look.act] != "declines"):
            continue
        for word in look.words:
            holders.setdefault(word, []).append(len(kept))
        kept.append(look)
    return kept


def _parent(look: _Look, others: Sequence[_Look], holders: dict[int, list[int]]) -> int | None:
    """The smallest statement whose content holds the mark and nearly all of the content."""
    holding = [
        (len(others[index].words), index)
        for index in holders.get(look.mark.first, ())
        if len(look.words) < len(others[index].words)
        and len(look.words & others[index].words) >= HELD * len(look.words)
    ]
    return min(holding)[1] if holding else None


def _found(prose: Prose, kinds: Sequence[int], look: _Look, parent: int | None, limits: Limits) -> Found:
    def span(words: range) -> Span:
        return prose.starts[words.start], prose.ends[words.stop - 1]

    mark = range(look.mark.first, look.mark.last)
    scores = (look.mark.probability, look.real, look.parts.surety)
    return Found(
        content=tuple(map(span, look.parts.content)),
        cue=None if look.mark.anchor else span(mark),
        source=whole(prose, kinds, look.parts.source, mark) if look.parts.source is not None else None,
        act=ACTS[look.act],
        speaker_type=TYPES[look.type],
        parent=parent,
        scores=scores,
        probability=limits.probability(scores),
    )
