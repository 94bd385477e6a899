"""What a document was called where it was mentioned before (`laporan triwulan Bank Arunika`)."""

from __future__ import annotations

from runut.statements.ground import Ground

# A document's name has at most so many words, and one that tells more than its kind at least so many.
LONGEST_NAME, FEWEST_WORDS = 8, 2
# So many words back it is looked for.
REACH = 400


def told_before(ground: Ground, noun: str, at: int) -> str | None:
    """The noun with what tells which, where it stood last before a place; None where nouns stand behind that."""
    if ground.grammar.head_last:
        return None
    before = ground.prose.words_in((0, at))[-REACH:]
    names = (_name(ground, word) for word in reversed(before) if ground.lower[word] == noun)
    name = next((words for words in names if len(words) >= FEWEST_WORDS), None)
    return ground.text[ground.prose.starts[name.start] : ground.prose.ends[name.stop - 1]] if name else None


def _name(ground: Ground, first: int) -> range:
    end = first + 1
    while end < min(len(ground.words), first + LONGEST_NAME) and ground.gap(end - 1) == " " and _belongs(ground, end):
        end += 1
    return range(first, end)


def _belongs(ground: Ground, word: int) -> bool:
    """It tells more of the noun: no determiner, no verb, nothing that leads on."""
    lower, grammar = ground.lower[word], ground.grammar
    if ground.capital(word):
        return True
    ends = lower in ground.lexicon.determiners or lower in grammar.relative or lower in grammar.auxiliaries
    return not (ends or ground.opens(word) or ground.stops(word) or lower in grammar.finite or grammar.is_verb(lower))
