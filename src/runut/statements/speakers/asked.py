"""Where somebody is meant who is not named there."""

from __future__ import annotations

from typing import Literal, Self, TypeAlias

from msgspec import Struct

from runut.statements.drafts import Draft
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import Speaker

By: TypeAlias = Literal["pronoun", "description", "absent"]


class Asked(Struct, frozen=True):
    """Where somebody is meant, and by what: a pronoun, a description said again, or no words at all (`ujarnya`)."""

    by: By
    item: Draft
    at: int
    words: tuple[str, ...] = ()
    """Of the pronoun or the description, in lower case."""
    holder: Speaker | None = None
    """Who says the statement in whose content this one stands."""

    @classmethod
    def with_words(cls, by: By, source: Source) -> Self:
        """Somebody is meant by the words of a source."""
        return cls(by, source.item, source.span[0], source.lower, source.holder)

    @classmethod
    def without(cls, item: Draft) -> Self:
        """Nobody is named beside a cue."""
        return cls("absent", item, item.cue.span[0] if item.cue else item.start)
