"""What stands behind a name and says who bears it: `Sari, |a former police officer, …`."""

from __future__ import annotations

from runut.statements.ground import Ground
from runut.statements.marks import COMMA, DOUBLE

# An apposition that only begins like one has no more words.
APPOSITION_REACH = 8
# A full name has at least so many words.
FEWEST_NAMES = 2


def apposes(ground: Ground, begin: int, end: int) -> bool:
    """`Sari, a former police officer, …` or `Sari, 34, …`: what stands behind a name says who bears it."""
    lexicon, first = ground.lexicon, ground.lower[begin]
    closed = end < len(ground.words) and (ground.marked(end - 1, COMMA) or ground.lower[end] in ground.grammar.relative)
    closed = closed or _behind_quote(ground, begin - 1)
    # Where verbs show by how they begin, a small title behind a comma cannot be taken for one.
    title = bool(ground.grammar.prefixes) and first in lexicon.titles and not ground.capital(begin)
    closed = closed or (title and ground.name(begin - 1))  # not `Dalam rapat dengan DPR, |mahasiswa mengatakan`
    if not closed:
        return False
    party = ground.grammar.head_last and ground.lower[end - 1] in lexicon.titles  # `Moss, Florida Republican, said`
    known = first in lexicon.titles or first in lexicon.organisations or first in lexicon.relations
    if first.isdigit() or known or party:
        return True
    opens = first in lexicon.article_words or first in ground.grammar.possessive or _opens_plainly(ground, begin)
    return opens and end - begin <= APPOSITION_REACH


def has_name(ground: Ground, begin: int, end: int) -> bool:
    """It ends in a full name behind a comma of its own: `Budi Hart, |the victim's mother, Sari Moss, said …`."""
    if not ground.grammar.head_last or ground.capital(begin):
        return False
    comma = next((word for word in range(begin, end - 1) if ground.marked(word, COMMA)), end)
    return end - comma > FEWEST_NAMES and all(ground.name(word) for word in range(comma + 1, end))


def _opens_plainly(ground: Ground, begin: int) -> bool:
    """Where verbs show by how they begin, any other small word behind a name that opens its sentence will do."""
    lower, grammar = ground.lower[begin], ground.grammar
    if not grammar.prefixes or ground.capital(begin) or ground.opens(begin) or grammar.is_verb(lower):
        return False
    first = ground.first_capital(begin - 1)
    start = ground.prose.starts[first]
    opens = ground.prose.sentences[ground.prose.sentence_at(start)].start == start
    return opens and ground.name(begin - 1) and lower not in ground.lexicon.function_words


def _behind_quote(ground: Ground, word: int) -> bool:
    """A name that ends with this word stands right behind a quote: `“…,” Sari Dewanti, |the chairwoman said`."""
    first = ground.first_capital(word)
    return first > 0 and ground.grammar.head_last and ground.marked(first - 1, DOUBLE)
