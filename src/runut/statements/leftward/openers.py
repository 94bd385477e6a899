"""A word that opens something: a preposition within the source, an interlude, or a clause of its own."""

from __future__ import annotations

from runut.people import POSSESSIVE
from runut.statements.ground import Ground
from runut.statements.leftward.heads import head_left, is_name_like, title_left
from runut.statements.leftward.step import Step
from runut.statements.marks import COMMA

# A participle stands so near behind its subject (`with Senator Moss of New Jersey saying`).
ABSOLUTE_REACH = 5


def at_opener(ground: Ground, word: int, floor: int) -> Step:
    """A preposition: within the phrase after a common noun, an interlude after a name."""
    before = word - 1
    if word == floor or (ground.lower[word] in ground.grammar.auxiliaries and ground.heads(word + 1)):
        return Step.STOP  # `Sebagai informasi, sebelumnya |Menteri Sari mengatakan`
    if ground.marked(before, COMMA) or ground.lower[before] in ground.grammar.finite:
        return Step.OVER
    if ground.lower[word] not in ground.grammar.stoppers:
        return Step.STOP
    if ground.name(before) or ground.lower[before] in ground.lexicon.singular or _is_complete(ground, before):
        return Step.OVER
    if ground.grammar.clitics and ground.lower[word + 1].endswith(ground.grammar.clitics):
        return Step.OVER  # `badan itu |dalam pernyataannya`: the source's own
    return Step.TAKE if head_left(ground, before, floor) or _are_several(ground, before, floor) else Step.STOP


def read_over(ground: Ground, word: int) -> Step:
    """What hangs on the source begins with this word if it is an opener, else behind it."""
    return Step.OVER if ground.opens(word) else Step.PAST


def leads_to_name(ground: Ground, word: int, begin: int, end: int, floor: int) -> bool:
    """`Kepala misi Arunika |di Losari, Sari Dewanti,`: an office goes on to the comma before whoever holds it."""
    if not ground.grammar.prefixes or word <= floor or ground.marked(word - 1, COMMA):
        return False
    comma = next((w for w in range(begin, end - 1) if ground.marked(w, COMMA)), None)
    if comma is None or ground.lower[word] not in ground.lexicon.inner:
        return False
    named = is_name_like(ground, comma + 1, end) and ground.name(end - 1)
    return named and title_left(ground, word - 1, floor)


def is_whose(ground: Ground, word: int, begin: int, end: int) -> bool:
    """`Master Bakers |of Arunika’s chief economist, Sari, said`: whose office it is that stands before the name."""
    if ground.lower[word] not in ground.grammar.inner or not ground.lower[begin].endswith(POSSESSIVE):
        return False
    return any(ground.lower[w] in ground.lexicon.titles and ground.name(w + 1) for w in range(begin, end - 1))


def is_absolute(ground: Ground, word: int, end: int) -> bool:
    """`…, with experts in Perth warning that …`: the participle has a subject of its own."""
    if ground.lower[word] not in ground.grammar.absolutes:
        return False
    following = (w for w in range(end, min(len(ground.lower), end + ABSOLUTE_REACH)) if not ground.capital(w))
    verb = next((w for w in following if ground.lower[w] not in ground.grammar.inner), None)
    return verb is not None and ground.lower[verb].endswith(ground.grammar.participles)


def is_present(ground: Ground, word: int, begin: int, floor: int) -> bool:
    """`pejabat saat ini dan mantan pejabat`: behind a small noun `saat ini` says which, where determiners follow."""
    if word <= floor or not ground.grammar.prefixes or not ground.opens(word):
        return False
    noun = ground.nominal(word - 1) and not ground.capital(word - 1)
    return noun and ground.lower[begin] in ground.lexicon.determiners


def completes(ground: Ground, word: int, floor: int) -> bool:
    """`sumber yang dekat |dengan Sari`: it belongs to the one word that a relative one opens."""
    if ground.grammar.head_last or word - 3 < floor or not ground.opens(word):
        return False
    plain = not (ground.opens(word - 1) or ground.grammar.is_verb(ground.lower[word - 1]))
    return plain and ground.lower[word - 2] in ground.grammar.relative and ground.heads(word - 3)


def hangs(ground: Ground, word: int, begin: int, end: int, floor: int) -> bool:
    """`Sari saat ditemui mengatakan`: what hangs on a name is read over; else a clause begins here."""
    if word <= floor or not ground.opens(word) or any(ground.capital(w) for w in range(begin, end)):
        return False
    grammar = ground.grammar
    if grammar.head_last and ground.lower[word] in grammar.joints and ground.lower[word] not in grammar.leads:
        return False  # `Sari left, |but the mayor said …`
    return ground.name(word - 1) or ground.pronoun(word - 1)


def _are_several(ground: Ground, word: int, floor: int) -> bool:
    """An article and a noun for several: `the |heads of the bank` can speak, whatever they are."""
    if word <= floor or not ground.grammar.head_last or ground.lower[word - 1] not in ground.lexicon.article_words:
        return False
    small = not ground.capital(word) and ground.lower[word + 1] in ground.grammar.inner
    return small and ground.lower[word].endswith(ground.lexicon.plural_endings)


def _is_complete(ground: Ground, word: int) -> bool:
    """Where nouns stand first, a determiner or a bracket closes the phrase (`badan itu |lewat siaran pers`)."""
    if ground.grammar.head_last:
        return False
    return ground.lower[word] in ground.lexicon.determiners or ")" in ground.gap(word)
