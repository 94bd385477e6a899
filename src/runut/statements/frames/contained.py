"""What a document holds: `Dalam laporan itu disebutkan, harga beras naik`, `Pada surat itu tertulis “…”`."""

from __future__ import annotations

from runut.statements.clause import Clause
from runut.statements.content import content_start
from runut.statements.cue import Cue
from runut.statements.drafts import Draft, trimmed
from runut.statements.ground import Ground
from runut.statements.marks import COMMA

# The document stands among so many words before the cue.
FARTHEST = 30


def read(ground: Ground, cue: Cue, clause: Clause) -> Draft | None:
    """The document is the source; the content stands behind the cue, and between the two where the subject does."""
    words = _document(ground, cue, clause)
    if not words:
        return None
    text = ground.text
    ahead = trimmed(text, ground.prose.ends[words.stop - 1], cue.span[0])
    if ahead is not None and ground.lexicon.leading.issuperset(ground.lower_in(ahead)):
        ahead = None  # `Dalam laporan itu |juga disebutkan …`
    behind = trimmed(text, content_start(ground, cue, clause), clause.end)
    return Draft.of("contained", cue, ground.span(words), ahead, behind) if behind else None


def _document(ground: Ground, cue: Cue, clause: Clause) -> range:
    """The words of the document behind its preposition, up to a comma, a determiner or the cue."""
    for first in range(max(clause.first, cue.first - FARTHEST) + 1, cue.first):
        if ground.lower[first] in ground.lexicon.documents and ground.lower[first - 1] in ground.grammar.containers:
            return range(first, _end(ground, first, cue)) if not _is_written(ground, first, cue) else range(0)
    return range(0)


def _is_written(ground: Ground, first: int, cue: Cue) -> bool:
    """The cue only tells of the noun before it (`dalam keterangan |tertulis`)."""
    return first + 1 == cue.first and ground.lower[first] in ground.lexicon.utterances


def _end(ground: Ground, first: int, cue: Cue) -> int:
    for word in range(first, cue.first):
        if ground.marked(word, COMMA) or ground.lower[word] in ground.lexicon.determiners:
            return word + 1
    return cue.first
