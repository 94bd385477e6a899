"""Prepositions before a source: `menurut Sari, jalan itu rusak`, `jalan itu rusak, menurutnya`."""

from __future__ import annotations

from runut.statements.after import source_after
from runut.statements.clause import Clause
from runut.statements.content import leads_up, only_closes, resumed
from runut.statements.cue import Cue
from runut.statements.drafts import Draft, trimmed
from runut.statements.ground import Ground
from runut.statements.relatives import through_relative


def read(ground: Ground, cue: Cue, clause: Clause) -> Draft | None:
    """Cue and source before the content, behind it, or within it."""
    text, ahead = ground.text, trimmed(ground.text, clause.start, _before_link(ground, cue))
    if cue.absent:
        return Draft.of("according", cue, None, ahead, trimmed(text, cue.span[1], clause.end))
    words = through_relative(ground, _source(ground, cue, clause), clause.last)
    if not words:
        return None
    if ahead and ground.lexicon.pronouns.issuperset(ground.lower_in(ahead)):
        return None  # `Ia |merujuk pada laporan …`: it only tells of her
    source, end = ground.span(words), ground.prose.ends[words.stop - 1]
    if ahead is None or leads_up(ground, ahead):
        content = trimmed(text, _past_circumstance(ground, end, clause), clause.end)
        if content is not None:
            return Draft.of("according", cue, source, content)
    return Draft.of("according", cue, source, ahead, resumed(ground, end, clause) if ahead else None)


def _source(ground: Ground, cue: Cue, clause: Clause) -> range:
    """The words of the source; they stand behind who passed it on, where that is told (`Dikutip Arunika dari |BBC`)."""
    words = source_after(ground, cue.last, clause.last)
    if not words or words.stop >= clause.last:
        return words
    link = " ".join([*ground.lower[cue.first : cue.last], ground.lower[words.stop]])
    passed = any(link in group.words for group in cue.groups)
    return (source_after(ground, words.stop + 1, clause.last) if passed else words) or words


def _before_link(ground: Ground, cue: Cue) -> int:
    """Where a word begins that only links the credit (`…, |seperti dikutip dari Arunika`), else where the cue does."""
    first = cue.first
    while first and ground.lower[first - 1] in ground.grammar.stoppers and ground.opens(first - 1):
        first -= 1
    first -= first > 0 and only_closes(ground, first - 1)
    return ground.prose.starts[first] if first < cue.first else cue.span[0]


def _past_circumstance(ground: Ground, end: int, clause: Clause) -> int:
    """Behind a date or a link between source and content (`Menurut Sari, Jumat (2/5), |…`)."""
    words = ground.prose.words_in((end, clause.end))
    at = words.start
    while at < words.stop and at in ground.barriers:
        at += 1
    if at == words.start:
        return end
    behind = ground.prose.ends[at - 1]
    return behind + (ground.text[behind : behind + 1] == ")")
