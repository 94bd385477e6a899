"""Sentences that a credit opens: `Mengutip Anadolu, Jumat (25/10/2024), …` is the carrier's own statement."""

from __future__ import annotations

from runut.chains.carrier import Carrier
from runut.languages.credits import CreditFrame
from runut.statements.drafts import Draft, trimmed
from runut.statements.ground import Ground

# Credits after which the carrier itself tells; "in an interview with X, he said" is somebody else's telling.
TELLING: frozenset[CreditFrame] = frozenset({"cite", "according", "reports", "inverted"})


def tells(carrier: Carrier) -> bool:
    """What follows the credit are the carrier's words."""
    return carrier.introduces and carrier.frame in TELLING


def read(ground: Ground, carrier: Carrier, end: int) -> Draft | None:
    """The carrier's statement: what follows its credit up to the end of the sentence."""
    content = trimmed(ground.text, max(carrier.words[1], carrier.name_span[1]), end)
    return Draft("carrier", [content], source=carrier.name_span, credit=carrier.cue) if content else None
