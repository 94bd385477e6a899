"""One person or body of an article."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct, field

from runut.vocabulary import Span

Kind: TypeAlias = Literal["person", "organisation", "other"]


class Member(Struct, eq=False):
    """One person or body, under the fullest name that the article gives.

    It grows while the article is read; once the cast is gathered nobody changes it.
    """

    name: str
    kind: Kind
    words: frozenset[str]
    """The words of the name in lower case."""
    role: str | None = None
    rank: str | None = None
    """The form of address before one of its mentions, in lower case (`mr`)."""
    mentions: list[Span] = field(default_factory=list)
    """All places where it is named, in order."""
    aliases: set[str] = field(default_factory=set)
    """Other names in lower case, such as the acronym beside the name."""

    @property
    def surname(self) -> str:
        """The last word of the name, in lower case."""
        return self.name.rpartition(" ")[2].lower()

    @property
    def first(self) -> int:
        """Where it is mentioned first."""
        return self.mentions[0][0]
