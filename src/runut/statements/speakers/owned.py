"""Nouns that only tell whose they are (`Stafnya`, `istri saya`, `his critics`): of whoever is spoken of, or speaks."""

from __future__ import annotations

from runut.statements.speakers.asked import Asked
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.ranking import meant
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import Speaker
from runut.vocabulary import SpeakerType

# Behind whose it is stand at most so many words (`his |campaign staff`).
LONGEST_OWNED = 3


def owned_by(floor: Floor, source: Source, kind: SpeakerType) -> Speaker | None:
    """The noun with the name of the one who is meant."""
    name = _by_ending(floor, source) or _of_holder(floor, source)
    if name is None and kind != "document":
        name = _by_pronoun(floor, source)
    return Speaker(name, kind, "description") if name else None


def _by_ending(floor: Floor, source: Source) -> str | None:
    """`Stafnya`, `seorang stafnya`: of the one who is meant by its ending, as a pronoun would mean them."""
    noun = _noun(floor, source)
    owner = meant(floor, Asked.with_words("pronoun", source)) if noun else None
    first = source.text.split()[:-1]
    return " ".join([*first, noun, owner.name]) if noun and owner and owner.name else None


def _noun(floor: Floor, source: Source) -> str | None:
    """The noun without its ending, where it is all of the source and somebody or something that can speak."""
    lexicon, last = floor.ground.lexicon, source.lower[-1]
    is_one = len(source.lower) == 1 or (len(source.lower) == 2 and source.lower[0] in lexicon.indefinite)
    if not is_one or lexicon.genders or last in floor.ground.grammar.possessive:
        return None
    nouns = lexicon.without_owner(last)
    return next((noun for noun in nouns if noun in lexicon.heads or noun in lexicon.relations), None)


def _of_holder(floor: Floor, source: Source) -> str | None:
    """`Istri saya`, `my wife` in somebody's words: theirs."""
    holder, lexicon, ends_noun = source.holder, floor.ground.lexicon, floor.ground.grammar.head_last
    if holder is None or holder.name is None or len(source.lower) < 2 or len(source.lower) > LONGEST_OWNED + 1:
        return None
    if ends_noun:
        rest = source.text.partition(" ")[2]
        return f"{holder.name}’s {rest}" if source.lower[0] in lexicon.mine else None
    people = source.lower[0] in lexicon.people or source.lower[0] in lexicon.relations
    return f"{source.lower[0]} {holder.name}" if people and source.lower[1] in lexicon.mine else None


def _by_pronoun(floor: Floor, source: Source) -> str | None:
    """`His critics`: of the one whom the pronoun means."""
    ground = floor.ground
    words = ground.prose.words_in(source.span)
    if source.lower[0] not in ground.grammar.possessive or source.lower[0] not in ground.lexicon.genders:
        return None
    if not 1 < len(words) <= LONGEST_OWNED + 1 or any(map(ground.capital, words[1:])):
        return None
    owner = meant(floor, Asked("pronoun", source.item, source.span[0], source.lower[:1], source.holder))
    return f"{owner.name}’s {source.text.partition(' ')[2]}" if owner and owner.name else None
