"""One credit in an article."""

from __future__ import annotations

from dataclasses import dataclass

from runut.languages.credits import CreditFrame
from runut.vocabulary import RelayKind, Scope, Span


@dataclass(frozen=True, slots=True)
class Carrier:
    """The words of an article that say whom it has something from."""

    words: Span
    """The credit phrase with its date, if it has one: *dilansir Antara, Jumat (29/5/2026)*."""
    cue: Span
    """The words that make it a credit: *dilansir*, *kepada*, *melaporkan*."""
    name_span: Span
    name: str
    kind: RelayKind
    frame: CreditFrame
    introduces: bool
    """It opens its sentence, and nobody else speaks there: what follows is the carrier's own content."""
    relay: bool
    """False for the article's own outlet and for places in general (*media sosial*): a `via` at most."""
    sentence: int
    """Index of the sentence it stands in."""
    dated: bool = False
    """Whether the credit has a date."""
    known: bool = False
    """Whether it is an outlet of the registry."""
    plain: bool = False
    """Whether it is only a noun, without a name (*keterangan tertulis*)."""
    active: bool = False
    """Whether the cue's subject is the one who cites (*mengutip*): behind another carrier, that one."""
    scope: Scope = "passage"
    cites: int | None = None
    """Index, among the carriers, of the one that this one is said to have it from."""
