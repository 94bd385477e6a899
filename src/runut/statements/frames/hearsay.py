"""Hearsay, which has no source: `Rumah itu diduga terbakar`, `the house reportedly burned down`."""

from __future__ import annotations

import msgspec

from runut.statements.after import source_after
from runut.statements.clause import Clause
from runut.statements.content import clause_ahead, content_start
from runut.statements.cue import Cue
from runut.statements.drafts import Draft, trimmed
from runut.statements.frames.request import request_start
from runut.statements.ground import Ground


def read(ground: Ground, cue: Cue, clause: Clause) -> Draft | None:
    """Content on both sides of the cue; what somebody is asked to do stands behind it alone."""
    opens = cue.first == clause.first  # all that follows is told: `Konon harga beras akan naik`
    if cue.last >= clause.last or not (opens or _governs(ground, cue.last) or _leads(ground, cue, clause)):
        return None
    if cue.groups[0].received:
        return _received(ground, cue, clause)
    if cue.groups[0].act == "asks":
        return Draft.of("hearsay", cue, None, trimmed(ground.text, request_start(ground, cue, clause), clause.end))
    behind = trimmed(ground.text, content_start(ground, cue, clause), clause.end)
    return Draft.of("hearsay", cue, None, clause_ahead(ground, cue, clause), behind)


def _received(ground: Ground, cue: Cue, clause: Clause) -> Draft | None:
    """`Sari was told (by the port) that …`: the content stands behind the cue and its agent."""
    words = range(0)
    if ground.lower[cue.last] in ground.grammar.agents:
        words = source_after(ground, cue.last + 1, clause.last)
    start = ground.prose.ends[words.stop - 1] if words else cue.span[1]
    behind = msgspec.structs.replace(cue, last=words.stop, span=(cue.span[0], start)) if words else cue
    asks = cue.groups[0].act == "asks"
    begin = request_start(ground, behind, clause) if asks else content_start(ground, behind, clause)
    return Draft.of("passive" if words else "hearsay", cue, ground.span(words), trimmed(ground.text, begin, clause.end))


def _leads(ground: Ground, cue: Cue, clause: Clause) -> bool:
    """What is asked may stand behind a marker or one word more, a view is anything (`diminta |untuk pulang`)."""
    word, group, grammar = cue.last, cue.groups[0], ground.grammar
    if not group.shared or not cue.first or ground.nominal(word) or ground.gap(word - 1) != " ":
        return False
    if group.act == "asks":
        ahead = word + 1 < clause.last and ground.gap(word) == " " and _governs(ground, word + 1)
        return ground.lower[word] in grammar.markers or ahead
    before = ground.lower[cue.first - 1]
    small = not ground.capital(word) and ground.lower[word] not in grammar.agents
    return small and before not in grammar.relative and before not in grammar.verbal


def _governs(ground: Ground, word: int) -> bool:
    """What follows is a clause and no noun: `diduga melakukan`, not `diduga pelaku`.

    Where verbs cannot be told by how they begin, anything may be one.
    """
    lower, grammar = ground.lower[word], ground.grammar
    return not grammar.prefixes or lower.startswith(grammar.prefixes) or lower in grammar.verbal
