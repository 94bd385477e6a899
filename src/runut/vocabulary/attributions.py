"""What attribution finds in an article: statements, relays, the chain, dates and people."""

from typing import Literal, TypeAlias

from msgspec import Struct

from runut.vocabulary.doubts import Doubt
from runut.vocabulary.spans import Span
from runut.vocabulary.statements import Statement

RelayKind: TypeAlias = Literal["agency", "outlet", "broadcast", "press_release", "official_site", "social", "document"]
Scope: TypeAlias = Literal["article", "passage"]


class Relay(Struct, frozen=True, kw_only=True):
    """A carrier that the article credits for its information."""

    words: Span | None
    """The credit phrase with its date; None when it stands outside the text ("Sumber: …" at the foot)."""
    name: str
    kind: RelayKind
    scope: Scope = "passage"
    cites: int | None = None
    """Index of the relay that this one is said to have it from."""


class DatedPhrase(Struct, frozen=True):
    """A phrase that says when, and the time it means in EDTF level 0 (`2024-10-24`, `2022-10/2022-12`)."""

    span: Span
    value: str


class Person(Struct, frozen=True):
    """Somebody named in the article; `mentions` are all places in order."""

    name: str
    role: str | None = None
    mentions: tuple[Span, ...] = ()


class Attribution(Struct, frozen=True, kw_only=True):
    """All that one article attributes."""

    statements: tuple[Statement, ...] = ()
    relays: tuple[Relay, ...] = ()
    chain: tuple[str | None, ...] = ()
    """Nearest carrier first, to the farthest named; its first is None when the outlet is unknown."""
    origins: tuple[str, ...] = ()
    """The sources whose statements the last link carries and that are no carriers themselves."""
    dates: tuple[DatedPhrase, ...] = ()
    people: tuple[Person, ...] = ()
    doubts: tuple[Doubt, ...] = ()
