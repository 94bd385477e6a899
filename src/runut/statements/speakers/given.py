"""Words that somebody gave as sources: `pernyataan resmi kementerian itu menyebut`, `a statement from the ministry`."""

from __future__ import annotations

from runut.people import POSSESSIVE
from runut.statements.ground import Ground
from runut.statements.speakers.asked import Asked
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.pronouns import pronoun
from runut.statements.speakers.ranking import meant
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import Speaker

# Before the noun stand at most so many words (`sebuah |pernyataan`).
LONGEST_LEAD = 1


def giver(ground: Ground, source: Source) -> Source | None:
    """The part of a source that names who gave the words; None where nobody is named or the source is none of these."""
    at = _noun(ground, source)
    if at is None:
        return None
    words = ground.prose.words_in(source.span)
    for word in range(words.start + at + 1, words.stop):
        if ground.capital(word) or ground.heads(word) or ground.lower[word] in ground.lexicon.singular:
            span = ground.span(range(word, words.stop))
            return Source.of(ground, source.item, span, source.holder) if span else None
    return None


def given(floor: Floor, source: Source) -> Speaker | None:
    """`pernyataan tersebut`: whoever spoke last gave it."""
    if not source.definite or _noun(floor.ground, source) is None or giver(floor.ground, source) is not None:
        return None
    last = floor.last
    return last.again("continued") if last is not None and last.type not in ("document", "outlet") else None


def possessed(floor: Floor, source: Source) -> Speaker | None:
    """`Rini’s own remarks`, `her comments`: they are hers."""
    ground = floor.ground
    if not ground.grammar.head_last or source.head not in ground.lexicon.utterances:
        return None
    words = ground.prose.words_in(source.span)
    owner = next((word for word in words if ground.lower[word].endswith(POSSESSIVE)), None)
    if owner is not None:
        named = floor.cast.persons.within((source.span[0], ground.prose.ends[owner]))
        return Speaker.of(named[-1][1], "named") if named else None
    first, span = source.lower[0], ground.span(words[:1])
    if first not in ground.grammar.possessive or first not in ground.lexicon.genders or span is None:
        return None
    whose = Source.of(ground, source.item, span, source.holder)
    return pronoun(floor, whose) if whose else None


def by_ending(floor: Floor, source: Source) -> Speaker | None:
    """`menurut pengakuannya`: whose words they are is told by the ending alone, as by a pronoun."""
    lexicon = floor.ground.lexicon
    if len(source.lower) > 1 or lexicon.genders:
        return None
    is_said = not lexicon.utterances.isdisjoint(lexicon.without_owner(source.head))
    person = meant(floor, Asked.with_words("pronoun", source)) if is_said else None
    return person.again("pronoun") if person else None


def _noun(ground: Ground, source: Source) -> int | None:
    """Which of the source's first words is such a noun."""
    first = source.lower[: LONGEST_LEAD + 1]
    return next((at for at, word in enumerate(first) if word in ground.lexicon.utterances), None)
