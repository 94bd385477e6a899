"""What joins: two nouns to one source, or clauses to each other."""

from __future__ import annotations

from runut.people import POSSESSIVE
from runut.statements.ground import Ground
from runut.statements.leftward.heads import LONGEST_NAME
from runut.statements.marks import COMMA


def opens_clause(ground: Ground, word: int, begin: int, floor: int) -> bool:
    """What joins behind a comma joins clauses (`… in Arun, |and officials said`), unless it closes a list of names."""
    if not ground.capital(word - 1):
        return True
    if not ground.grammar.head_last or ground.capital(begin):
        return False
    before = range(max(floor, word - LONGEST_NAME), word - 1)
    return not any(ground.marked(at, COMMA) and ground.capital(at) for at in before)


def joins(ground: Ground, left: int, right: int, end: int) -> bool:
    """Two nouns may be joined to one source; a verb on the left shows that clauses are joined."""
    prefixes = ground.grammar.prefixes
    if not prefixes:
        joined = ground.nominal(right) or ground.lower[right] in ground.grammar.possessive
        if ground.capital(left) and not ground.capital(right) and _is_governed(ground, left):
            return False  # `The ship sank off Arun |and rescuers feared …`
        return (ground.nominal(left) and joined) or _shares_body(ground, left, end)
    return ground.nominal(right) and (ground.nominal(left) or not ground.lower[left].startswith(prefixes))


def _is_governed(ground: Ground, word: int) -> bool:
    """A preposition stands before the name that ends with this word."""
    first = ground.first_capital(word, max(0, word - LONGEST_NAME))
    return first > 0 and ground.lower[first - 1] in ground.grammar.prepositions


def _shares_body(ground: Ground, left: int, end: int) -> bool:
    """Two fields of one body: `the |energy and mineral resources ministry`."""
    before, last = ground.lower[left - 1] if left else "", ground.lower[end - 1]
    whose = before in ground.lexicon.article_words or before in ground.grammar.possessive or before.endswith(POSSESSIVE)
    field = not (ground.capital(left) or ground.opens(left) or ground.grammar.is_verb(ground.lower[left]))
    return whose and field and last in ground.lexicon.organisations and not ground.capital(end - 1)
