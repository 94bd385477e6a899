"""What stands farther left and shows that the phrase goes on: a noun that can speak, a title, a body's noun."""

from __future__ import annotations

from runut.statements.ground import Ground
from runut.statements.marks import LIST_ENDS, PART_ENDS

# How far to the left of a name a title is looked for.
TITLE_REACH = 24
# How far to the left of a preposition or a comma a noun that can speak is looked for.
HEAD_REACH = 10
# A name of more words is none.
LONGEST_NAME = 6


def head_left(ground: Ground, word: int, floor: int) -> bool:
    """A noun that can head a source stands to the left, in the same phrase."""
    heads, indefinite = ground.lexicon.heads, ground.lexicon.indefinite
    for at in range(word, max(floor - 1, word - HEAD_REACH), -1):
        if ground.heads(at) or ground.lower[at] in heads or ground.lower[at] in indefinite:
            return True
        if at > floor and ground.marked(at - 1, PART_ENDS):
            return False
    return False


def title_left(ground: Ground, word: int, floor: int) -> bool:
    """A title stands to the left, in the same description."""
    lexicon = ground.lexicon
    for at in range(word, max(floor - 1, word - TITLE_REACH), -1):
        if ground.lower[at] in lexicon.titles or ground.lower[at] in lexicon.short_titles:
            return True
        if at < word and _does(ground, at):
            return False  # `When he first |launched his campaign, Sari said …`
        if ground.grammar.head_last and _leads_in(ground, at):
            return False  # `a talk with the founder |after his speech to the group, Sari said …`
        if at > floor and ground.marked(at - 1, LIST_ENDS):
            return False
    return False


def _leads_in(ground: Ground, word: int) -> bool:
    """It opens a phrase that stands in no description: `after`, but not `of` or `and`."""
    lower, grammar = ground.lower[word], ground.grammar
    return ground.opens(word) and lower not in grammar.inner and lower not in grammar.joiners


def _does(ground: Ground, word: int) -> bool:
    """A verb and the beginning of its object."""
    following = ground.lower[word + 1]
    opens = following in ground.lexicon.article_words or following in ground.grammar.possessive
    return ground.grammar.head_last and opens and ground.grammar.is_verb(ground.lower[word])


def links(ground: Ground, word: int, floor: int) -> bool:
    """Capitals stand on both sides, the first of them a body's noun (`Komisi Arunika |untuk Anak`)."""
    if ground.lower[word] not in ground.lexicon.linking:
        return False
    if word + 1 >= len(ground.words) or not ground.capital(word + 1):
        return False
    first = ground.first_capital(word, max(floor, word - TITLE_REACH))
    return first < word and ground.lower[first] in ground.lexicon.organisations


def is_name_like(ground: Ground, begin: int, end: int) -> bool:
    """Nothing but capitals and the particles between them."""
    if end - begin > LONGEST_NAME:
        return False
    return all(ground.capital(w) or ground.lower[w] in ground.lexicon.particles for w in range(begin, end))
