"""A comma before the phrase: within a name, before an interlude, between title and name, before an apposition."""

from __future__ import annotations

from runut.people import PARTY
from runut.statements.ground import Ground
from runut.statements.leftward.appositions import apposes, has_name
from runut.statements.leftward.heads import head_left, is_name_like, title_left
from runut.statements.leftward.openers import read_over
from runut.statements.leftward.step import Step
from runut.statements.marks import COMMA


def across_comma(ground: Ground, word: int, begin: int, end: int, floor: int) -> Step:
    """A comma stands within a body's name, before an interlude, between title and name, or before an apposition."""
    if ground.lower[begin] in ground.grammar.relative or _goes_on_listing(ground, word, begin, end):
        return Step.TAKE
    if _is_pointed_at(ground, word, begin, end) or _is_party(ground, begin, end):
        return Step.TAKE
    if ground.opens(begin):
        return read_over(ground, word)
    if is_name_like(ground, begin, end) and (
        title_left(ground, word, floor) or _is_place(ground, word, begin, end) or _is_owned(ground, word)
    ):
        return Step.TAKE
    if _lists(ground, word, begin, end) and head_left(ground, word, floor):
        return Step.TAKE
    named = (ground.capital(word) and not has_name(ground, begin, end)) or _tells_age(ground, word, floor)
    return Step.TAKE if named and apposes(ground, begin, end) else Step.STOP


def _is_owned(ground: Ground, word: int) -> bool:
    """`Istrinya, |Sari, mengaku …`: whose they are is told by an ending, and then who they are."""
    nouns = ground.lexicon.without_owner(ground.lower[word])
    return any(noun in ground.lexicon.relations or noun in ground.lexicon.titles for noun in nouns)


def _tells_age(ground: Ground, word: int, floor: int) -> bool:
    """`Sari (47), |pedagang, …`, `Sari, 38 tahun, |pedagang, …`: an age stands behind the name."""
    if not ground.grammar.prefixes:
        return False
    first = word if ground.lower[word].isdigit() else word - 1
    age = first > floor and ground.lower[first].isdigit() and ground.gap(first - 1).strip() in (",", "(")
    return age and ground.name(first - 1)


def _is_party(ground: Ground, begin: int, end: int) -> bool:
    """A politician's party and place are all there is behind the comma (`Sari Moss, |D-Ohio said`)."""
    return end - begin == 1 and ground.grammar.head_last and PARTY.fullmatch(ground.words[begin]) is not None


def _is_pointed_at(ground: Ground, word: int, begin: int, end: int) -> bool:
    """A determiner behind a comma points to all before: `Pemain asal Lumajang, Jawa Timur, |itu mengaku …`."""
    if ground.grammar.head_last or ground.lower[end - 1] not in ground.lexicon.determiners:
        return False
    return ground.capital(word) and (begin == end - 1 or ground.capital(begin)) and ground.marked(end - 2, COMMA)


def _lists(ground: Ground, word: int, begin: int, end: int) -> bool:
    """Names in a row: `residents of Arun, |Bela and Candi`."""
    row = ground.capital(word) and ground.capital(begin) and ground.grammar.head_last
    return row and any(ground.lower[w] in ground.grammar.joiners for w in range(begin, end))


def _is_place(ground: Ground, word: int, begin: int, end: int) -> bool:
    """`the fishers of Arun, Bali, said`: the place within a place stands between commas."""
    closed = end < len(ground.words) and ground.marked(end - 1, COMMA)
    return closed and ground.capital(word) and ground.lexicon.is_place(ground.lower[begin:end])


def _goes_on_listing(ground: Ground, word: int, begin: int, end: int) -> bool:
    """`Kementerian Politik, Hukum, dan Keamanan`: the comma stands within the name of a body."""
    if not ground.capital(word) or ground.lower[word] not in ground.lexicon.role_words:
        return False
    joined = not ground.grammar.head_last or not ground.grammar.joiners.isdisjoint(ground.lower[begin:end])
    listed = joined and ground.capital(begin) and ground.lower[begin] in ground.lexicon.role_words
    return listed or ground.lower[begin] in ground.grammar.joiners
