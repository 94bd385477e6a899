"""Where a text uses a cue of its language."""

from __future__ import annotations

from runut.languages.cues import CueGroup
from runut.statements.cue import Cue
from runut.statements.ground import Ground
from runut.statements.lookup import SHORTEST_GLUED, Lookup

# Behind these a capital opens a sentence or a quote; anywhere else it belongs to a name (`United States`).
BEFORE_CAPITALS = frozenset(".!?:;\n\"“”‘'-–—…")


def find_cues(ground: Ground, lookup: Lookup) -> list[Cue]:
    """All cues in order, longest first where several begin at one word; none overlaps another."""
    free = 0
    found: list[Cue] = []
    for at in _candidates(ground, lookup):
        cue = _cue(ground, lookup, at) if at >= free else None
        if cue is not None:
            found.append(cue)
            free = cue.last
    return [cue for cue in found if cue.groups]


def _candidates(ground: Ground, lookup: Lookup) -> list[int]:
    """The few words that may begin a cue, so that the many others cost one look-up."""
    firsts, glued = lookup.firsts, lookup.may_be_glued
    return [
        at
        for at, (word, lower) in enumerate(zip(ground.words, ground.lower, strict=True))
        if lower in firsts or (word != lower and len(word) >= SHORTEST_GLUED and glued(lower))
    ]


def _cue(ground: Ground, lookup: Lookup, at: int) -> Cue | None:
    lower = ground.lower[at]
    phrase = lookup.phrase(ground.lower, at)
    if phrase is not None and _is_parted(ground, at, phrase[0]):
        phrase = (at + 1, lookup.single[lower]) if lower in lookup.single else None
    if phrase is not None and not _is_name(ground, at):
        return _at(ground, at, *phrase)
    if lower in lookup.absent:
        return _at(ground, at, at + 1, lookup.absent[lower], absent=True)
    glued = lookup.glued(ground.words[at])
    return _at(ground, at, at + 1, glued, glued=True) if glued else None


def _is_parted(ground: Ground, first: int, last: int) -> bool:
    """A mark stands between the words of a phrase, so that they are none (`“… who he is,” said Sari`)."""
    return any(ground.gap(word).strip() for word in range(first, last - 1))


def _is_name(ground: Ground, at: int) -> bool:
    """A capital in the middle of a sentence is part of a name, no cue."""
    return at > 0 and not ground.words[at][0].islower() and not ground.marked(at - 1, BEFORE_CAPITALS)


def _at(
    ground: Ground, first: int, last: int, groups: tuple[CueGroup, ...], *, absent: bool = False, glued: bool = False
) -> Cue:
    span = ground.prose.starts[first], ground.prose.ends[last - 1]
    return Cue(first, last, span, groups, absent, glued, first in ground.quoted)
