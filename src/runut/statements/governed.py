"""The noun of which the words before a cue only tell more: `|a group led by Rini Moss| found that …`.

In a language whose nouns stand last in their phrase, a name behind a preposition is no subject; its phrase belongs to
a noun to the left, unless the preposition opens the clause (`In Arun Rini Moss said …`).
"""

from __future__ import annotations

from runut.statements.ground import Ground
from runut.statements.marks import COMMA

# So far to the left of the phrase its noun is looked for, in words.
REACH = 24
# Among so many of its first words a noun phrase has its noun.
NOUN_REACH = 6


def whole(ground: Ground, source: range, floor: int) -> range:
    """The source with the noun that governs it, where there is one; else the source as it is."""
    if (
        not source
        or not ground.grammar.head_last
        or ground.pronoun(source.start)
        or not _hangs(ground, source.start, floor)
    ):
        return source
    begin = _begin(ground, source.start, floor)
    return range(begin, source.stop) if begin is not None else source


def _hangs(ground: Ground, first: int, floor: int) -> bool:
    """A preposition or a participle stands before the phrase, with no mark between."""
    before = first - 1
    if before <= floor or _parted(ground, before):
        return False
    return ground.governs(before)


def _begin(ground: Ground, first: int, floor: int) -> int | None:
    """Where the stretch begins that reaches to the phrase; None where it is no noun phrase."""
    at, verb = first - 1, False
    while at >= max(floor, first - REACH) and (at == first - 1 or not _parted(ground, at)):
        lower = ground.lower[at]
        if lower in ground.grammar.introducers and at and not (ground.nominal(at - 1) or ground.name(at - 1)):
            return None  # `it shows |that …`, where `the group |that …` goes on
        if lower in ground.grammar.relative:
            verb = False
        elif lower in ground.grammar.finite or _is_main_verb(ground, at):
            verb = True
        elif at == floor and lower in ground.grammar.coordinators:
            break  # `But the cooks behind it said …`
        elif ground.pronoun(at) or lower in ground.grammar.introducers:
            return None
        at -= 1
    begin = at + 1
    return begin if not verb and _opens_noun_phrase(ground, begin, first) else None


def _is_main_verb(ground: Ground, word: int) -> bool:
    """What a name does (`Sari learned from …`); behind a noun it may be done to it (`a study published in …`)."""
    lower = ground.lower[word]
    if not ground.grammar.is_verb(lower) or ground.capital(word) or not word or not ground.name(word - 1):
        return False
    return word + 1 < len(ground.lower) and ground.lower[word + 1] not in ground.grammar.agents


def _opens_noun_phrase(ground: Ground, begin: int, first: int) -> bool:
    """It begins with an article or a noun and has a noun for who can speak before anything that tells more."""
    if ground.opens(begin) or ground.lower[begin] in ground.grammar.finite:
        return False
    for word in range(begin, min(first, begin + NOUN_REACH)):
        if ground.heads(word) or (word == begin and ground.name(word)):
            return True
        if ground.opens(word) and word > begin:
            return False
    return False


def _parted(ground: Ground, word: int) -> bool:
    return ground.parted(word) or ground.marked(word, COMMA)
