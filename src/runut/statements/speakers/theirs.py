"""Documents of somebody who is said again (`data lembaga itu`, `catatan mereka`): with the name of whose they are."""

from __future__ import annotations

from runut.statements.speakers.bodies import medium_again
from runut.statements.speakers.descriptions import body_again
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import Speaker

# Between the document's noun and the determiner stand at most so many words (`data |lembaga riset| itu`).
LONGEST_OWNER = 2


def theirs(floor: Floor, source: Source) -> Speaker | None:
    """The document, named by whose it is; None for other sources, and where nouns stand behind that."""
    lexicon, noun = floor.ground.lexicon, source.lower[0]
    if floor.ground.grammar.head_last or noun not in lexicon.documents or len(source.lower) < 2:
        return None
    owner = _several(floor, source) or _body(floor, source)
    return Speaker(f"{noun} {owner.name}", "document", "description") if owner and owner.name else None


def _several(floor: Floor, source: Source) -> Speaker | None:
    """Whom a pronoun for several means."""
    is_theirs = len(source.lower) == 2 and source.lower[1] in floor.ground.lexicon.plural
    return floor.group or floor.organisation if is_theirs else None


def _body(floor: Floor, source: Source) -> Speaker | None:
    """The body that is called by its kind."""
    lexicon, kind = floor.ground.lexicon, source.lower[1:-1]
    if source.lower[-1] not in lexicon.determiners or not 1 <= len(kind) <= LONGEST_OWNER:
        return None
    if kind[0] in lexicon.media:
        return medium_again(floor, source.span[0])
    return body_again(floor, set(kind), source.span[0]) if kind[0] in lexicon.organisations else None
