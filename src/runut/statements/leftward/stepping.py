"""What one more word does: the questions in their order."""

from __future__ import annotations

from runut.statements.ground import Ground
from runut.statements.leftward.commas import across_comma
from runut.statements.leftward.heads import links
from runut.statements.leftward.joins import joins, opens_clause
from runut.statements.leftward.openers import (
    at_opener,
    completes,
    hangs,
    is_absolute,
    is_present,
    is_whose,
    leads_to_name,
    read_over,
)
from runut.statements.leftward.step import Step
from runut.statements.leftward.verbs import is_predicate
from runut.statements.marks import COMMA, DOUBLE


def step(ground: Ground, word: int, begin: int, end: int, floor: int) -> Step:
    """What `word` does to the phrase of the words [begin, end) that follows it."""
    lower, grammar = ground.lower[word], ground.grammar
    if word in ground.barriers and ground.marked(word, COMMA) and _is_whole(ground, begin, end):
        return Step.STOP  # `… on Monday, |a lawyer said`
    if word in ground.barriers and not ground.marked(word, DOUBLE):
        return read_over(ground, word) if ground.opens(begin) else Step.TAKE
    pointing = lower in ground.lexicon.determiners and word > floor and ground.marked(word - 1, DOUBLE)
    if ground.parted(word) or (lower in grammar.relative and not pointing and _has_subject(ground, begin)):
        return Step.STOP
    if pointing:
        return Step.TAKE  # `“…,” that post said`
    if ground.marked(word, COMMA):
        return across_comma(ground, word, begin, end, floor)
    if is_present(ground, word, begin, floor) or completes(ground, word, floor) or links(ground, word, floor):
        return Step.TAKE
    if lower in grammar.breakers:
        return Step.OVER if hangs(ground, word, begin, end, floor) else Step.STOP
    return Step.OVER if is_predicate(ground, word, floor) else _at_small(ground, word, begin, end, floor)


def _is_whole(ground: Ground, begin: int, end: int) -> bool:
    """The phrase can be a source by itself."""
    if ground.grammar.head_last:
        return begin < end - 1 or (begin < end and ground.heads(begin))
    return begin < end and not ground.opens(begin) and (ground.capital(begin) or ground.heads(begin))


def _begins(ground: Ground, word: int, begin: int) -> bool:
    """The phrase begins with its article, unless a preposition, a joiner or a number leads up to that."""
    if not ground.grammar.head_last or ground.lower[begin] not in ground.lexicon.article_words:
        return False
    lower = ground.lower[word]
    leads = ground.opens(word) or lower in ground.grammar.joiners or lower in ground.grammar.breakers
    return not (leads or lower in ground.lexicon.indefinite or ground.capital(word) or lower in ground.grammar.finite)


def _at_small(ground: Ground, word: int, begin: int, end: int, floor: int) -> Step:
    """A word that joins, opens, or is simply one more of the phrase."""
    if ground.lower[word - 1].isdigit() and ground.lower[begin].isdigit() and word > floor:
        return Step.TAKE  # `seven in ten`, written in figures
    if ground.grammar.prefixes and word > floor and ground.lower[word - 1].isdigit():
        return Step.TAKE  # `pemain berusia 32 |tahun itu`
    if ground.lower[word] in ground.grammar.joiners:
        parted = word > floor and ground.marked(word - 1, COMMA) and opens_clause(ground, word, begin, floor)
        return Step.TAKE if word > floor and not parted and joins(ground, word - 1, begin, end) else Step.STOP
    adjective = ground.grammar.head_last and word > floor and ground.lower[word - 1] in ground.lexicon.article_words
    if not ground.opens(word) or adjective:  # `an |earlier report`
        return Step.STOP if _begins(ground, word, begin) else Step.TAKE
    if is_whose(ground, word, begin, end):
        return Step.TAKE
    if is_absolute(ground, word, end):
        return Step.STOP
    return Step.TAKE if leads_to_name(ground, word, begin, end, floor) else at_opener(ground, word, floor)


def _has_subject(ground: Ground, begin: int) -> bool:
    """`…, which Moscow blamed on …`: the relative word is an object, as the phrase behind it shows."""
    if not ground.grammar.inverts:
        return False
    return ground.nominal(begin) or ground.lower[begin] in ground.lexicon.article_words
