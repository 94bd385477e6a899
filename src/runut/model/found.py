"""What the learned reader finds: a statement's parts, before it is known who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from runut.vocabulary import Act, Span, SpeakerType

ACTS: tuple[Act, ...] = (
    "states", "reports", "confirms", "denies", "declines", "alleges", "asks", "commits", "warns", "believes",
)  # fmt: skip
TYPES: tuple[SpeakerType, ...] = ("person", "group", "organisation", "outlet", "document", "unnamed", "none")


@dataclass(frozen=True, slots=True)
class Found:
    """A statement as the reader marks it; all spans are code points of the text."""

    content: tuple[Span, ...]
    """Its pieces in order; empty when only the refusal to speak is told."""
    cue: Span | None
    source: Span | None
    act: Act
    speaker_type: SpeakerType
    """The likeliest type of who speaks, by the words around; resolution may know better."""
    parent: int | None
    """Index of the statement whose content holds this one."""
    scores: tuple[float, float, float]
    """Probability that its cue is one, that the marked words carry a statement, and of its words' labels on average."""
    probability: float = 0.0
    """How likely its content is right."""
