"""A statement as it is being read, before it is known who speaks."""

from __future__ import annotations

from dataclasses import dataclass, field

from runut.languages.cues import CueGroup
from runut.statements.cues import Cue
from runut.text import Prose
from runut.vocabulary import Evidence, Manner, Span

# A content counts as direct when at most this share of its words stands outside quotes.
UNQUOTED = 0.12
TRIM = " \t\n\r,;:–—-\"“”‘’'«»()"


@dataclass(slots=True, eq=False)
class Draft:
    """Content with its cue and the words of its source."""

    frame: str
    """How it was read: the frame of the cue, or `quote` where there is none."""
    content: list[Span]
    group: CueGroup | None = None
    cue: Cue | None = None
    source: Span | None = None
    credit: Span | None = None
    """The cue of a carrier's credit, which is this statement's cue."""
    parent: Draft | None = None
    """The statement whose content holds this one."""
    shared: Draft | None = None
    """The statement whose source this one shares by coordination."""
    evidence: list[Evidence] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where its first part begins."""
        spans = [*self.content, *([self.cue.span] if self.cue else []), *([self.source] if self.source else [])]
        return min(start for start, _ in spans)

    @property
    def end(self) -> int:
        """Where its content ends."""
        return max((end for _, end in self.content), default=self.cue.span[1] if self.cue else 0)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without space and punctuation at its ends; a full stop is kept. None when nothing is left."""
    while start < end and text[start] in TRIM:
        start += 1
    while start < end and text[end - 1] in TRIM and not (text[end - 1] == ")" and "(" in text[start:end]):
        end -= 1
    while start < end and text[end - 1] in ".,":
        end -= 1
    return (start, end) if start < end else None


def manner(prose: Prose, content: list[Span]) -> Manner:
    """Direct when all of the content is in quote marks, mixed when part of it is."""
    if not prose.quotes:
        return "indirect"
    total = quoted = 0
    for span in content:
        words = prose.words_in(span)
        total += len(words)
        quoted += sum(prose.quote_at(prose.starts[w]) is not None for w in words)
    if not total or not quoted:
        return "indirect"
    return "direct" if total - quoted <= UNQUOTED * total else "mixed"
