"""The words that name a source, as its speaker is looked for."""

from __future__ import annotations

from dataclasses import dataclass

from runut.statements.drafts import Draft
from runut.statements.ground import Ground
from runut.statements.speakers.speaker import Speaker
from runut.vocabulary import Span


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A source phrase beside its cue: `the spokesman for the city`."""

    item: Draft
    """The statement that asks who it is."""
    span: Span
    text: str
    lower: tuple[str, ...]
    """Its words in lower case; at least one."""
    head: str
    """The first of them that is no article (`spokesman`)."""
    definite: bool
    """It says that its noun was mentioned before (`the spokesman`, `juru bicara itu`)."""
    holder: Speaker | None
    """Who says the statement in whose content it stands."""

    @classmethod
    def of(cls, ground: Ground, item: Draft, span: Span, holder: Speaker | None) -> Source | None:
        """The source of a statement; None for a span without words."""
        words = ground.prose.words_in(span)
        if not words:
            return None
        lower = ground.lower[words.start : words.stop]
        head = next((word for word in lower if word not in ground.grammar.articles), lower[0])
        points = lower[-1] in ground.lexicon.determiners or lower[0] in ground.lexicon.determiners
        return cls(item, span, ground.prose[span], lower, head, points, holder)
