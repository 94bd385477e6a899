"""What stands between a source and its cue and belongs to neither: between commas, or between dashes."""

from __future__ import annotations

from runut.people import POSSESSIVE
from runut.people.kinds import PARTY
from runut.statements.ground import Ground
from runut.statements.marks import COMMA, DASHES, SENTENCE_ENDS

# An aside of more words between a source and its cue is too long to be read over.
LONGEST_ASIDE = 40
# Where somebody is from stands between two commas in at most so many words (`Sari, from Perth,`).
LONGEST_PLACE = 8
# What stands in brackets behind a name has at most so many words.
LONGEST_BRACKET = 8
# What is said of a name between commas has at least this many words.
FEWEST_APPOSED = 3
# A name that opens its clause ends within so many words.
LONGEST_OPENED = 5


def over_asides(ground: Ground, end: int, floor: int) -> int:
    """Skip what stands between dashes or commas: `Sari, from Perth, who bakes, said`, `Sari — a baker — said`."""
    end = _over_bracket(ground, end, floor)
    if end > floor and ground.grammar.head_last and ground.marked(end - 1, DASHES):
        opened = (word for word in range(end - 2, max(floor, end - LONGEST_ASIDE), -1) if ground.marked(word, DASHES))
        return next(opened, end - 1) + 1
    first = _over_aside(ground, end, floor)
    if first == end or not ground.grammar.head_last:
        return first
    commas = (word for word in range(first - 2, max(floor, first - LONGEST_PLACE), -1) if ground.marked(word, COMMA))
    comma = next(commas, None)
    if comma is None or not ground.name(comma) or ground.lower[comma + 1] not in ground.grammar.inner:
        return first
    return comma + 1


def _over_bracket(ground: Ground, end: int, floor: int) -> int:
    """`Sari Moss (R., Tex.) said`: the name ends before its bracket; one with no comma in it may be a short form."""
    if end <= floor or not ground.grammar.head_last or not ground.gap(end - 1).lstrip(".").startswith(")"):
        return end
    opening = (word for word in range(end - 2, max(floor, end - LONGEST_BRACKET) - 1, -1) if "(" in ground.gap(word))
    first = next(opening, end)
    return first + 1 if any(ground.marked(word, COMMA) for word in range(first + 1, end - 1)) else end


def _over_aside(ground: Ground, end: int, floor: int) -> int:
    """`Wang, dalam telepon dengan Araghchi, mengatakan`: skip what stands between two commas and is no name."""
    if end <= floor or not ground.marked(end - 1, COMMA):
        return end
    nearest = True
    for word in range(end - 2, max(floor - 1, end - LONGEST_ASIDE), -1):
        if ground.marked(word, SENTENCE_ENDS) and not ground.abbreviated(word):
            break
        if ground.marked(word, COMMA):
            first = ground.lower[word + 1]
            if first in ground.grammar.relative or (nearest and _leads_away(ground, word + 1, end)):
                return word + 1
            if not nearest and _apposes_list(ground, word + 1, floor):
                return word + 1
            nearest = False
    return end


def _apposes_list(ground: Ground, word: int, floor: int) -> bool:
    """`Sari, |a queer, Native advocate, said`: what is said of the name that opens the clause has commas of its own."""
    articles = ground.lexicon.article_words | ground.lexicon.indefinite
    opened = word - floor <= LONGEST_OPENED and ground.name(word - 1) and not ground.opens(floor)
    return ground.grammar.head_last and opened and ground.lower[word] in articles


def _leads_away(ground: Ground, word: int, cue: int) -> bool:
    """An interlude, or what is said of a name: `Sari, a former envoy to Norway,`, `Sari, joined by Budi,`."""
    lower, grammar = ground.lower[word], ground.grammar
    if (
        ground.opens(word)
        or lower in grammar.stoppers
        or lower in grammar.auxiliaries
        or PARTY.fullmatch(ground.words[word])
    ):
        return True
    if cue - word < FEWEST_APPOSED:
        return False
    article = ground.lower[word] in ground.lexicon.article_words or ground.lower[word].endswith(POSSESSIVE)
    if ground.name(word - 1) or (grammar.head_last and ground.capital(word - 1)):
        small = ground.grammar.head_last and not ground.capital(word) and lower not in ground.lexicon.titles
        return article or small or ground.grammar.is_verb(lower)
    return article and ground.lower[word - 1].isdigit()  # `Sari, 34, a former envoy,`
