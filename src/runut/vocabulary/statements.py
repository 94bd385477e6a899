"""Who said what: content that an article attributes to a source."""

from typing import Literal, TypeAlias

from msgspec import Struct

from runut.vocabulary.spans import Span

Act: TypeAlias = Literal[
    "states",
    "reports",
    "confirms",
    "denies",
    "declines",
    "alleges",
    "asks",
    "commits",
    "warns",
    "believes",
]
Manner: TypeAlias = Literal["direct", "indirect", "mixed"]
SpeakerType: TypeAlias = Literal["person", "group", "organisation", "outlet", "document", "unnamed", "none"]


class Evidence(Struct, frozen=True):
    """Why a reader decided as it did: the rule, in words, and where it saw it."""

    rule: str
    detail: str
    span: Span | None = None


class Statement(Struct, frozen=True, kw_only=True):
    """Content that the article does not say in its own voice.

    `content`, `cue` and `source` are spans into the article's text; `content` has several pieces when
    the cue or the source interrupts it.
    """

    id: str = ""
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    """The mention of the source beside the cue; None when none stands there."""
    speaker: str | None = None
    """Who it is, resolved from the whole article; None for hearsay and when unclear."""
    speaker_type: SpeakerType = "none"
    role: str | None = None
    """The speaker's title, as the article gives it."""
    manner: Manner = "indirect"
    act: Act = "states"
    via: tuple[str, ...] = ()
    """Carriers named at that place, nearest to the article first."""
    within: int | None = None
    """Index of the statement whose content holds this one."""
    confidence: float = 0.0
    """Between 0 and 1: how likely content and speaker are both right."""
    evidence: tuple[Evidence, ...] = ()
