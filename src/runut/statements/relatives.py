"""The noun of which a relative clause tells: what is said in the clause, or behind it, the noun says.

`the group |that has called for calm`, `a cook |who spoke to the paper said …`: the source is left of the relative word.
"""

from __future__ import annotations

from runut.statements.ground import Ground
from runut.statements.marks import COMMA

# A relative clause between a noun and its verb has at most so many words.
LONGEST_RELATIVE = 24
# A relative clause that tells which noun is meant ends within so many words.
LONGEST_TOLD = 16
# The noun stands behind its article within so many words.
LONGEST_NOUN = 6


def relative(ground: Ground, begin: int, floor: int) -> int | None:
    """The word that opens the relative clause in which the phrase stands: `a cook |who spoke to the paper said …`."""
    last = begin - 1
    if not ground.grammar.head_last or last <= floor:
        return None
    if is_relative(ground, last, floor):
        return last if _begins_with_verb(ground, begin) else None
    if ground.lower[last] not in ground.grammar.stoppers or ground.lower[last] in ground.grammar.introducers:
        return None
    for word in range(last - 1, max(floor, begin - LONGEST_RELATIVE), -1):
        if ground.parted(word) or ground.marked(word, COMMA):
            return None
        if is_relative(ground, word, floor):
            return word if _begins_with_verb(ground, word + 1) else None
    return None


def is_relative(ground: Ground, word: int, floor: int) -> bool:
    """It opens a clause that tells more of the noun before it, which is what speaks (`the group |that …`)."""
    if not ground.grammar.head_last or word <= floor or ground.lower[word] not in ground.grammar.relative:
        return False
    if ground.lower[word] in ground.grammar.possessors or ground.parted(word - 1):
        return False
    return ground.heads(word - 1) or ground.name(word - 1) or _are_people(ground, word)


def _are_people(ground: Ground, word: int) -> bool:
    """Several do something, as a relative word for people tells (`shoppers |who say …`)."""
    personal = ground.lower[word] in ground.grammar.personal
    return personal and ground.lower[word - 1].endswith(ground.lexicon.plural_endings) and not ground.opens(word - 1)


def _begins_with_verb(ground: Ground, word: int) -> bool:
    lower, grammar = ground.lower[word], ground.grammar
    verb = grammar.is_verb(lower) or lower in grammar.finite or lower.endswith(grammar.present)
    return verb and not ground.capital(word) and not ground.nominal(word)


def article_before(ground: Ground, end: int, floor: int) -> int:
    """Where the noun phrase that ends before a word begins, told by its article; `floor` where it has none."""
    for word in range(end - 1, max(floor, end - LONGEST_NOUN), -1):
        if ground.lower[word] in ground.lexicon.article_words:
            return _name_before(ground, word, floor) if ground.marked(word - 1, COMMA) else word
        if ground.opens(word) or ground.marked(word, COMMA):
            return floor
    return floor


def _name_before(ground: Ground, word: int, floor: int) -> int:
    """Where the name begins of which an apposition tells (`|Arunika, a group that …`)."""
    first = word
    while first > floor and (ground.capital(first - 1) or ground.lower[first - 1] in ground.grammar.inner):
        first -= 1
    return first if first < word else floor


def through_relative(ground: Ground, source: range, ceiling: int) -> range:
    """The source with the relative clause behind it that says who is meant, where one does.

    `kata bek |yang kini membela Arunika itu`, `kata perempuan |yang akrab disapa Ria`: it ends with a determiner or a
    nickname.
    """
    first = source.stop
    if ground.grammar.head_last or not source or first >= ceiling or ground.lower[first] not in ground.grammar.relative:
        return source
    for word in range(first + 1, min(ceiling, first + LONGEST_TOLD)):
        if ground.parted(word - 1) or ground.marked(word - 1, COMMA):
            return source
        if ground.lower[word] in ground.lexicon.determiners:
            return range(source.start, word + 1)
        if ground.capital(word) and " ".join(ground.lower[word - 2 : word]) in ground.lexicon.nicknames:
            return range(source.start, _past_name(ground, word, ceiling))
    return source


def _past_name(ground: Ground, word: int, ceiling: int) -> int:
    while word + 1 < ceiling and ground.capital(word + 1) and ground.gap(word) == " ":
        word += 1
    return word + 1
