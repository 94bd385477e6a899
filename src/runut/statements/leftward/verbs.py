"""A verb between a source and its cue: `he filed a suit |saying …`."""

from __future__ import annotations

from runut.statements.ground import Ground


def is_predicate(ground: Ground, word: int, floor: int) -> bool:
    """A verb between the source and its cue (`he filed a suit saying …`): the source is left of it."""
    if word <= floor or ground.capital(word):
        return False
    lower, before = ground.lower[word], ground.lower[word - 1]
    if lower in ground.grammar.finite:
        nominal = ground.nominal(word - 1) or before in ground.grammar.auxiliaries
        return nominal and before not in ground.grammar.relative
    if not ground.grammar.is_verb(lower) or before in ground.grammar.relative or ground.nominal(word):
        return False
    if lower in ground.lexicon.inner:
        return False  # `di` begins like a verb
    # Where determiners stand behind their noun, one before a verb closes the subject (`pria itu |mengirim`).
    closed = before in ground.lexicon.determiners and not ground.grammar.head_last
    subject = word - 1
    while ground.grammar.head_last and subject > floor and ground.lower[subject] in ground.grammar.auxiliaries:
        subject -= 1
    return closed or _is_body(ground, subject) or ground.name(subject) or ground.pronoun(subject)


def _is_body(ground: Ground, word: int) -> bool:
    """A state or an acronym, which is no name of a person but does something (`China |mendukung …`)."""
    state = ground.lower[word] in ground.lexicon.places and ground.capital(word)
    return state or (bool(ground.grammar.prefixes) and ground.words[word].isupper())
