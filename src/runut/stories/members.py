"""The articles of a story, with all that is asked of them again and again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from runut import flow
from runut.copies.texts import Text
from runut.find.stems import fold
from runut.vocabulary import Attribution, Statement


class Member(Struct, frozen=True, dict=True):
    """One article, and what it attributes."""

    text: Text
    said: Attribution
    language: str

    @property
    def id(self) -> str:
        """Its id."""
        return self.text.id

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words, folded."""
        return frozenset(fold(word) for word in re.findall(r"[^\W_]+", self.text.text))

    def is_after(self, other: Member, slack: int = 0) -> bool:
        """Whether it may have been published after another: not more than some seconds before."""
        mine, theirs = self.text.moment, other.text.moment
        return mine is None or theirs is None or mine.latest + slack >= theirs.earliest

    @cached_property
    def quoted(self) -> tuple[Statement, ...]:
        """Statements in the words of somebody named, which no carrier is credited with."""
        carriers = {fold(relay.name) for relay in self.said.relays}
        return tuple(
            one
            for one in self.said.statements
            if one.speaker
            and one.speaker_type in ("person", "organisation")
            and one.manner != "indirect"
            and not one.via
            and not any(carrier in fold(one.speaker) for carrier in carriers)
        )


def members(texts: Sequence[Text]) -> list[Member]:
    """Attribute each article."""
    found = []
    for one in texts:
        article = flow.text_article(
            one.text, language=one.language, outlet=one.outlet, headline=one.headline, published=one.published
        )
        found.append(Member(one, flow.attribute(article), article.language))
    return found
