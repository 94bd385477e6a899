"""Nouns with an ending that tells whose they are (`Stafnya`, `kantornya`): of whoever is spoken of."""

from __future__ import annotations

from runut.statements.speakers.asked import Asked
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.ranking import meant
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import Speaker
from runut.vocabulary import SpeakerType


def owned_by(floor: Floor, source: Source, kind: SpeakerType) -> Speaker | None:
    """`Stafnya`: the staff of the one who is meant by its ending, as a pronoun would mean them."""
    noun = _noun(floor, source)
    owner = meant(floor, Asked.with_words("pronoun", source)) if noun else None
    return Speaker(f"{noun} {owner.name}", kind, "description") if owner and owner.name else None


def _noun(floor: Floor, source: Source) -> str | None:
    """The noun without its ending, where it is all of the source and somebody or something that can speak."""
    lexicon = floor.ground.lexicon
    if len(source.lower) > 1 or lexicon.genders or source.lower[0] in floor.ground.grammar.possessive:
        return None
    nouns = lexicon.without_owner(source.lower[0])
    return next((noun for noun in nouns if noun in lexicon.heads or noun in lexicon.relations), None)
