"""A name and who that is, between commas before the cue: `Rini Moss, president of the Arunika Institute, said …`."""

from __future__ import annotations

from runut.statements.ground import LONGEST_SOURCE, Ground
from runut.statements.marks import COMMA
from runut.statements.subject import subject

# A full name has at least so many words.
SHORTEST_FULL = 2


def apposed(ground: Ground, end: int, floor: int) -> range:
    """The words from the name that opens the clause up to word `end`; empty where no comma closes an apposition."""
    end = _before_quantifier(ground, end, floor)
    if not ground.grammar.head_last or end <= floor or not ground.marked(end - 1, COMMA):
        return range(0)
    named = subject(ground, floor, end)
    behind = range(named.stop, end)
    if len(behind) < SHORTEST_FULL or end - named.start > LONGEST_SOURCE or not ground.marked(named.stop - 1, COMMA):
        return range(0)
    if not _is_full_name(ground, named) or not _tells_who(ground, behind):
        return range(0)
    # What a relative clause tells is no part of the source.
    related = (word for word in behind if ground.lower[word] in ground.grammar.relative)
    return range(named.start, next(related, end))


def _before_quantifier(ground: Ground, end: int, floor: int) -> int:
    """Without what takes several together (`Rini Moss, the mayor, and Danu Utama, her deputy, |both said`)."""
    taken = end - 1 > floor and ground.lower[end - 1] in ground.lexicon.indefinite and ground.marked(end - 2, COMMA)
    return end - 1 if taken else end


def _is_full_name(ground: Ground, words: range) -> bool:
    names = [word for word in words if ground.name(word)]
    return len(names) >= SHORTEST_FULL and names[-1] == words.stop - 1


def _tells_who(ground: Ground, words: range) -> bool:
    """No clause of its own begins in it, and no date: only behind a relative word there may be a verb."""
    grammar, related = ground.grammar, False
    for word in words:
        lower = ground.lower[word]
        related = related or lower in grammar.relative
        if ground.parted(word) and word < words.stop - 1:
            return False
        joins_clauses = lower in grammar.coordinators and lower not in grammar.joiners
        if not related and (lower in grammar.finite or joins_clauses or ground.pronoun(word)):
            return False
    return words.start not in ground.barriers
