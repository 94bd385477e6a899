"""Hearsay, which has no source: `Rumah itu diduga terbakar`, `the house reportedly burned down`."""

from __future__ import annotations

from runut.statements.clause import Clause
from runut.statements.content import clause_ahead, content_start
from runut.statements.cue import Cue
from runut.statements.drafts import Draft, trimmed
from runut.statements.frames.request import request_start
from runut.statements.ground import Ground


def read(ground: Ground, cue: Cue, clause: Clause) -> Draft | None:
    """Content on both sides of the cue; what somebody is asked to do stands behind it alone."""
    opens = cue.first == clause.first  # all that follows is told: `Konon harga beras akan naik`
    if cue.last >= clause.last or not (opens or _governs(ground, cue.last)):
        return None
    if cue.groups[0].act == "asks":
        return Draft.of("hearsay", cue, None, trimmed(ground.text, request_start(ground, cue, clause), clause.end))
    behind = trimmed(ground.text, content_start(ground, cue, clause), clause.end)
    return Draft.of("hearsay", cue, None, clause_ahead(ground, cue, clause), behind)


def _governs(ground: Ground, word: int) -> bool:
    """What follows is a clause and no noun: `diduga melakukan`, not `diduga pelaku`.

    Where verbs cannot be told by how they begin, anything may be one.
    """
    lower, grammar = ground.lower[word], ground.grammar
    return not grammar.prefixes or lower.startswith(grammar.prefixes) or lower in grammar.verbal
