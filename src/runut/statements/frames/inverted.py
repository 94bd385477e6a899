"""Cues between content and source: `“…,” kata Sari`, `…, ujarnya`, `“…,” said Sari`."""

from __future__ import annotations

from runut.statements.after import closed, may_speak, source_after
from runut.statements.apposed import apposed
from runut.statements.before import source_before
from runut.statements.clause import Clause
from runut.statements.content import leads_up, resumed
from runut.statements.cue import Cue
from runut.statements.drafts import Draft, trimmed
from runut.statements.ground import Ground
from runut.statements.marks import CLOSING, COMMA, before_space, past_space
from runut.statements.relatives import through_relative

# What stands before a cue of this kind; behind anything else it is a noun (`kata kunci`).
AHEAD = CLOSING | frozenset(",?!")
# Behind a verb with one of these its content follows.
CONTENT_FOLLOWS = frozenset(',“"‘:')
# Among so many of its first words a source has its noun or name.
SPEAKER_REACH = 5


def read(ground: Ground, cue: Cue, clause: Clause) -> Draft | None:
    """Content before the cue, source after it; at the head of its clause, content after both."""
    ahead = trimmed(ground.text, clause.start, cue.span[0])
    if ahead is not None and not _follows_content(ground, cue, clause):
        if not leads_up(ground, ahead) or not _is_named(ground, cue, clause):
            return None
        ahead = None  # `Namun kata Sari, …`
    words = range(0) if cue.absent else source_after(ground, cue.last, clause.last, content_follows=ahead is None)
    if not words and not cue.absent:
        return None
    words = words if ahead is None else through_relative(ground, words, clause.last)
    source = ground.span(words)
    end = ground.prose.ends[words.stop - 1] if words else cue.span[1]
    if ahead is None:
        return Draft.of("inverted", cue, source, trimmed(ground.text, end, clause.end))
    quoted = _is_quoted(ground, cue, clause)
    return Draft.of("inverted", cue, source, ahead, resumed(ground, end, clause, quoted=quoted, ahead=ahead))


def _is_named(ground: Ground, cue: Cue, clause: Clause) -> bool:
    """A pronoun or a name stands behind the cue, and a comma behind it."""
    words = source_after(ground, cue.last, clause.last)
    known = bool(words) and (ground.pronoun(words.start) or ground.capital(words.start))
    return known and ground.marked(words.stop - 1, COMMA)


def _follows_content(ground: Ground, cue: Cue, clause: Clause) -> bool:
    before = ground.text[before_space(ground.text, clause.start, cue.span[0]) - 1]
    if cue.absent or before in AHEAD:
        return True
    return cue.first > 0 and ground.lower[cue.first - 1] in ground.grammar.demonstratives


def read_verb(ground: Ground, cue: Cue, clause: Clause) -> Draft | None:
    """A verb of speech used in the same way (`“…,” said Sari`); None where it stands as usual."""
    if not _verb_inverts(ground, cue, clause) or _has_subject(ground, cue, clause):
        return None
    words = source_after(ground, cue.last, clause.last)
    if not words or not (
        _has_speaker(ground, words) and (_is_quoted(ground, cue, clause) or closed(ground, words, clause.last))
    ):
        return None
    ahead, end = trimmed(ground.text, clause.start, cue.span[0]), ground.prose.ends[words.stop - 1]
    return Draft.of(
        "inverted", cue, ground.span(words), ahead, resumed(ground, end, clause, quoted=_is_quoted(ground, cue, clause))
    )


def _is_quoted(ground: Ground, cue: Cue, clause: Clause) -> bool:
    """Right before the cue a quote closes that ends with its own mark."""
    end = before_space(ground.text, clause.start, cue.span[0])
    return end - clause.start > 1 and ground.text[end - 1] in CLOSING and ground.text[end - 2] in ",.?!…—"


def _has_subject(ground: Ground, cue: Cue, clause: Clause) -> bool:
    """A name opens the clause, and all between it and its verb stands between commas: `Rini, known as “Ri”, says …`."""
    if ground.text[before_space(ground.text, clause.start, cue.span[0]) - 1] != ",":
        return False
    if apposed(ground, cue.first, clause.first):
        return True
    words = source_before(ground, cue.first, clause.first)
    if not words or words.start != clause.first:
        return False
    comma = next((word for word in range(words.start, cue.first - 1) if ground.marked(word, COMMA)), None)
    return comma is not None and (ground.name(comma) or ground.heads(comma)) and comma < words.stop


def _has_speaker(ground: Ground, words: range) -> bool:
    """It begins like a source, or leads up to one (`lead author Dr. Mira Sol`); no day does (`Sari said |Friday`)."""
    if ground.lower[words.start] in ground.grammar.weekdays:
        return False
    if may_speak(ground, words):
        return True
    first = range(words.start + 1, min(words.stop, words.start + SPEAKER_REACH))
    return any(ground.capital(w) or ground.heads(w) for w in first)


def _verb_inverts(ground: Ground, cue: Cue, clause: Clause) -> bool:
    """It stands right behind content and before something else than content."""
    text, end = ground.text, before_space(ground.text, clause.start, cue.span[0])
    if end == clause.start or cue.last - cue.first > 1:
        return False
    if text[end - 1] not in CLOSING and not (text[end - 1] == "," and ground.grammar.inverts):
        return False
    if text[end - 1] == "," and text[end - 2] not in CLOSING and any(group.object for group in cue.groups):
        return False  # `The event, called the Harbour Days, was late`
    if any(group.addressed for group in cue.groups):
        return False  # "Sari, a lawyer, told the court": who is told, not who tells
    ahead = past_space(text, cue.span[1], clause.end)
    return ahead == clause.end or text[ahead] not in CONTENT_FOLLOWS
