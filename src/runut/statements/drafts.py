"""A statement as it is being read, before it is known who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from runut.languages.cues import CueGroup
from runut.statements.cue import Cue
from runut.statements.marks import TRIM
from runut.vocabulary import Act, Span


@dataclass(slots=True, eq=False)
class Draft:
    """Content with its cue and the words of its source."""

    frame: str
    """How it was read: the frame of the cue, `pointer` for a passive that means the sentence before, `carrier` for
    the words behind a credit, or `quote` where there is no cue."""
    content: list[Span]
    cue: Cue | None = None
    source: Span | None = None
    group: CueGroup | None = None
    """The use of the cue that was read."""
    credit: Span | None = None
    """The cue of a carrier's credit, which is this statement's cue."""
    parent: Draft | None = None
    """The statement whose content holds this one."""
    shared: Draft | None = None
    """The statement whose source this one shares by coordination."""
    act: Act | None = None
    """What the learned reader takes it for; None when only rules read it."""
    probability: float | None = None
    """How likely its content is right, as the learned reader has it."""

    @classmethod
    def of(cls, frame: str, cue: Cue, source: Span | None, *content: Span | None) -> Draft | None:
        """A draft of those pieces of content that there are; None when there is none."""
        pieces = [span for span in content if span is not None]
        return cls(frame, pieces, cue, source) if pieces else None

    @property
    def sign(self) -> Span | None:
        """The words that show that this is a statement: its cue, or the cue of its credit."""
        return self.cue.span if self.cue else self.credit

    @property
    def start(self) -> int:
        """Where its first part begins."""
        starts = [span[0] for span in self.content]
        if self.cue:
            starts.append(self.cue.span[0])
        if self.source:
            starts.append(self.source[0])
        return min(starts)

    @property
    def end(self) -> int:
        """Where its content ends."""
        return max([end for _, end in self.content], default=self.cue.span[1] if self.cue else 0)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without space and punctuation at its ends; None when nothing is left.

    A bracket that closes within the span is kept: `Sari (34)`.
    """
    while start < end and text[start] in TRIM:
        start += 1
    while start < end and text[end - 1] in TRIM and not (text[end - 1] == ")" and "(" in text[start:end]):
        end -= 1
    while start < end and text[end - 1] in ".,":
        end -= 1
    return (start, end) if start < end else None
