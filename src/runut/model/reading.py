"""The learned reader: one pass over a text for its cues, then one look at each cue for its parts."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from runut.model.decoding import Floats, Mark, Parts, marks, parts
from runut.model.found import ACTS, TYPES, Found
from runut.model.gaps import BREAK, QUOTED_STOP, STOP, gaps
from runut.model.limits import Limits
from runut.model.pieces import Tokens, Vocabulary, tokenise
from runut.model.sources import whole
from runut.text import Prose
from runut.vocabulary import Span

# Tokens that are read together, and how many two neighbouring stretches share.
WINDOW, SHARED = 256, 64
# Tokens that are looked at before and behind a cue.
REACH = 60
# How many are run at once: more is no faster, and takes memory.
WINDOWS_AT_ONCE, CUES_AT_ONCE = 4, 16
# No text has more cues; what has them is made to tire its reader.
MOST_CUES = 1500
# Two statements of one place are one when their words agree this much.
SAME = 0.75
# A statement lies within another that has this share of its words.
HELD = 0.8


class Network(Protocol):
    """What runs the weights."""

    vocabulary: Vocabulary
    ways: Floats
    """`[kinds of gap, 4, 4]`: log-probability of each label after each other."""

    def find(self, ids: NDArray[np.int64], mask: Floats) -> tuple[Floats, Floats]:
        """States `[windows, tokens, width]` and logits of cue labels of `[windows, tokens]` ids."""

    def look(self, states: Floats, marks: Floats, mask: Floats) -> tuple[Floats, Floats, Floats]:
        """Logits of parts, acts and types for each cue marked in its states."""


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """Where a stretch of tokens stands, with its states once they are there."""

    start: int
    end: int
    states: Floats
    chances: Floats


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


def read(prose: Prose, network: Network, limits: Limits = Limits()) -> list[Found]:  # noqa: B008 - frozen
    """Mark all statements of a text, in the order of their places."""
    tokens = tokenise(prose, network.vocabulary)
    if not tokens.firsts:
        return []
    windows = list(_windows(tokens, network))
    cues = marks(_merged(tokens, windows), limits.cue)[:MOST_CUES]
    kinds = gaps(prose)
    layout = Layout(network.ways[np.array(kinds, np.int64)], _units(prose), _openings(kinds))
    looks = [look for look in _looks(tokens, windows, cues, network, layout) if look.score >= limits.statement]
    return _arranged(prose, kinds, looks, limits)


def _windows(tokens: Tokens, network: Network) -> Iterator[Window]:
    """Stretches of one length, so that none is padded, with their states."""
    size = len(tokens.ids)
    count = max(1, -(-(size - SHARED) // (WINDOW - SHARED)))
    length = -(-(size + (count - 1) * SHARED) // count)
    starts = [max(0, min(index * (length - SHARED), size - length)) for index in range(count)]
    for group in (starts[i : i + WINDOWS_AT_ONCE] for i in range(0, count, WINDOWS_AT_ONCE)):
        ids = np.array([tokens.ids[start : start + length] for start in group], np.int64)
        states, logits = network.find(ids, np.ones(ids.shape, np.float32))
        chances = softmax(logits)
        for row, start in enumerate(group):
            yield Window(start, start + length, states[row], chances[row])


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


def _home(windows: Sequence[Window], place: int) -> Window:
    """The window in which a token stands farthest from the edges."""
    last = bisect_right(windows, place, key=lambda w: w.start) - 1
    inside = [w for w in windows[max(0, last - 1) : last + 1] if place < w.end]
    return max(inside, key=lambda w: min(place - w.start, w.end - place))


def _merged(tokens: Tokens, windows: Sequence[Window]) -> Floats:
    """Chances of cue labels of each word."""
    found = np.zeros((len(tokens.firsts), windows[0].chances.shape[-1]), np.float32)
    for word, place in enumerate(tokens.firsts):
        home = _home(windows, place)
        found[word] = home.chances[place - home.start]
    return found


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


def _looks(
    tokens: Tokens, windows: Sequence[Window], cues: Sequence[Mark], network: Network, layout: Layout
) -> Iterator[_Look]:
    size, width = 2 * REACH, windows[0].states.shape[-1]
    for group in (cues[i : i + CUES_AT_ONCE] for i in range(0, len(cues), CUES_AT_ONCE)):
        states = np.zeros((len(group), size, width), np.float32)
        marked, mask = np.zeros((len(group), size), np.float32), np.zeros((len(group), size), np.float32)
        lows = []
        for row, cue in enumerate(group):
            start, end = span_of(tokens, cue.first, cue.last)
            home = _home(windows, start)
            low = max(home.start, min(start - REACH, home.end - size))
            high = min(home.end, low + size)
            states[row, : high - low] = home.states[low - home.start : high - home.start]
            mask[row, : high - low] = 1
            marked[row, start - low : end - low] = 1
            lows.append((low, high))
        part_logits, acts, types = network.look(states, marked * mask, mask)
        for row, (cue, (low, high)) in enumerate(zip(group, lows, strict=True)):
            places = [p for p in range(low, high) if tokens.words[p] >= 0]
            chances = softmax(part_logits[row, [p - low for p in places]])
            act = softmax(acts[row])
            first = tokens.words[places[0]]
            ways = layout.ways[first : first + len(places) - 1]
            near = layout.near(first, first + len(places))
            found = parts(chances, first, cue, ways, near, layout.openings)
            yield _Look(cue, found, int(act[:-1].argmax()), int(types[row].argmax()), float(1 - act[-1]))


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


def softmax(logits: Floats) -> Floats:
    """Along the last axis."""
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    found: Floats = raised / raised.sum(-1, keepdims=True)
    return found
