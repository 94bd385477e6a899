"""Where a text uses a cue of its language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from runut.languages import Pack
from runut.languages.cues import CueGroup
from runut.text import Prose
from runut.vocabulary import Span

# Shorter words are never two words that lost their space.
SHORTEST_GLUED = 9


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at a place; `groups` are all the uses that its words may have."""

    first: int
    """Index of its first word."""
    last: int
    """Index one past its last word."""
    span: Span
    groups: tuple[CueGroup, ...]
    absent: bool = False
    """True when the cue carries its source in itself (`ujarnya`)."""
    glued: bool = False
    """True when the cue lost its space to a neighbouring word (`Anungmenyatakan`)."""
    quoted: bool = False
    """True when it stands within a quote."""

    def group(self, *frames: str) -> CueGroup | None:
        """The first use in one of these frames."""
        return next((g for g in self.groups if g.frame in frames), None)


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    phrases: dict[str, tuple[tuple[tuple[str, ...], tuple[CueGroup, ...]], ...]]
    absent: dict[str, tuple[CueGroup, ...]]
    firsts: frozenset[str]
    """Words with which a cue may begin."""
    tail: re.Pattern[str]
    head: re.Pattern[str]


def find_cues(prose: Prose, pack: Pack) -> tuple[Cue, ...]:
    """All cues in order, longest first where several begin at one word; none overlaps another."""
    index, free = _index(pack), 0
    found: list[Cue] = []
    for at in _candidates(prose, index):
        if at < free:
            continue
        cue = _match(prose, index, at) if prose.lower[at] in index.phrases and not _named(prose, at) else None
        cue = cue or _match_absent(prose, index, at) or _match_glued(prose, index, at)
        if cue is not None:
            found.append(cue)
            free = cue.last
    return tuple(found)


def _candidates(prose: Prose, index: _Index) -> list[int]:
    """The few words that may begin a cue, so that the many others cost one look-up."""
    firsts = index.firsts
    return [
        at
        for at, (word, lower) in enumerate(zip(prose.words, prose.lower, strict=True))
        if lower in firsts or (len(word) >= SHORTEST_GLUED and word != lower)
    ]


def _named(prose: Prose, at: int) -> bool:
    """A capital in the middle of a sentence: part of a name (`United States`), no cue."""
    if prose.words[at][0].islower() or at == 0:
        return False
    gap = prose.text[prose.ends[at - 1] : prose.starts[at]]
    return not any(mark in gap for mark in ".!?:;\n\"“”‘'-–—…")


def _match(prose: Prose, index: _Index, at: int) -> Cue | None:
    for phrase, groups in index.phrases[prose.lower[at]]:
        if prose.lower[at : at + len(phrase)] == phrase:
            return _cue(prose, at, at + len(phrase), groups)
    return None


def _match_absent(prose: Prose, index: _Index, at: int) -> Cue | None:
    groups = index.absent.get(prose.lower[at])
    return _cue(prose, at, at + 1, groups, absent=True) if groups else None


def _match_glued(prose: Prose, index: _Index, at: int) -> Cue | None:
    word = prose.words[at]
    if len(word) < SHORTEST_GLUED or word.islower() or not word.isalpha():
        return None
    match = index.tail.fullmatch(word) or index.head.fullmatch(word)
    if match is None:
        return None
    cue = match.group(1).lower()
    groups = next((g for phrase, g in index.phrases.get(cue, ()) if phrase == (cue,)), None)
    return _cue(prose, at, at + 1, groups, glued=True) if groups else None


def _cue(
    prose: Prose, first: int, last: int, groups: tuple[CueGroup, ...], *, absent: bool = False, glued: bool = False
) -> Cue:
    span = prose.starts[first], prose.ends[last - 1]
    return Cue(first, last, span, groups, absent, glued, prose.quote_at(span[0]) is not None)


@cache
def _index(pack: Pack) -> _Index:
    groups: dict[tuple[str, ...], list[CueGroup]] = {}
    for group in pack.cues.cue:
        for words in group.words:
            groups.setdefault(tuple(words.split()), []).append(group)
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[CueGroup, ...]]]] = {}
    for phrase, uses in sorted(groups.items(), key=lambda item: -len(item[0])):
        phrases.setdefault(phrase[0], []).append((phrase, tuple(uses)))
    strong = [p[0] for p, g in groups.items() if len(p) == 1 and len(p[0]) >= 6 and not g[0].weak]
    verbs = "|".join(sorted(map(re.escape, strong), key=len, reverse=True))
    absent = _absent(pack, groups)
    return _Index(
        phrases={first: tuple(rest) for first, rest in phrases.items()},
        absent=absent,
        firsts=frozenset(phrases) | frozenset(absent),
        # A name keeps its capital before the verb; after it, a capital shows where the next word begins.
        tail=re.compile(rf"[A-Z]\w*?({verbs})"),
        head=re.compile(rf"((?i:{verbs}))[A-Z]\w*"),
    )


def _absent(pack: Pack, groups: dict[tuple[str, ...], list[CueGroup]]) -> dict[str, tuple[CueGroup, ...]]:
    """Cues with the suffix that stands for their source: `ujar` gives `ujarnya`, `menurut` `menurutnya`."""
    carrying = ("inverted", "according")
    return {
        phrase[0] + suffix: tuple(g for g in uses if g.frame in carrying)
        for phrase, uses in groups.items()
        for suffix in pack.cues.absent
        if len(phrase) == 1 and any(g.frame in carrying for g in uses)
    }
