"""What verbs of speech and of request share: the source before them, and content that may stand before both."""

from __future__ import annotations

from runut.statements.before import source_before
from runut.statements.clause import Clause
from runut.statements.content import past_addressee
from runut.statements.cue import Cue
from runut.statements.ground import Ground
from runut.statements.marks import CLOSING, before_space, past_marks

# Fewer words before "X said" are an opener ("In an email, X said …"), not content.
FEWEST_AHEAD = 4
# How far before a glued cue (`Anungmenyatakan`) the rest of its source is looked for, in words.
GLUED_REACH = 10
# Marks that close a quote whose comma stands behind them (`“…”, Sari said`).
BEFORE_COMMA = CLOSING - {"»"}


def verb_source(ground: Ground, cue: Cue, clause: Clause) -> range:
    """The source before a verb; the first part of a glued word (`Sari Anungmenyatakan`) belongs to it."""
    if not (cue.glued and ground.capital(cue.first)):
        return source_before(ground, cue.first, clause.first)
    words = source_before(ground, cue.first, max(0, cue.first - GLUED_REACH))
    return range(words.start if words else cue.first, cue.first + 1)


def content_ahead(ground: Ground, cue: Cue, clause: Clause, at: int) -> bool:
    """Content stands before the source and its cue, which begin at `at`: `“…,” Sari said`, `…, he said on Monday`."""
    text, end = ground.text, before_space(ground.text, clause.start, at)
    if end == clause.start:
        return False
    if text[end - 1] in CLOSING:
        return True
    if text[end - 1] != ",":
        return False
    if end - 1 > clause.start and text[end - 2] in BEFORE_COMMA:
        ahead = past_marks(text, cue.span[1], clause.end, " ,")
        return ahead < clause.end and text[ahead] not in '"“'
    return _closes_clause(ground, cue, clause, at)


def _closes_clause(ground: Ground, cue: Cue, clause: Clause, at: int) -> bool:
    """`…, the ministry said on Monday`: a whole clause stands ahead, and no content follows the cue."""
    words = ground.prose.words_in((clause.start, at))
    rest = past_addressee(ground, cue, clause)
    if len(words) < FEWEST_AHEAD or (ground.opens(words.start) and rest < clause.last):
        return False
    return rest >= clause.last or rest in ground.barriers or ground.lower[rest] in ground.grammar.stoppers
