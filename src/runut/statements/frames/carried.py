"""Sentences that a credit opens: `Mengutip Anadolu, Jumat (25/10/2024), …` is the carrier's own statement."""

from __future__ import annotations

import re

from runut.chains.carrier import Carrier
from runut.languages.credits import CreditFrame
from runut.statements.drafts import Draft, trimmed
from runut.statements.ground import Ground
from runut.statements.marks import COMMA
from runut.statements.relatives import LONGEST_TOLD

# A short name in brackets behind the carrier's.
ASIDE = re.compile(r"\s?\([^()\n]{1,40}\)")
# Credits after which the carrier itself tells; "in an interview with X, he said" is somebody else's telling.
TELLING: frozenset[CreditFrame] = frozenset({"cite", "according", "reports", "inverted"})


def tells(carrier: Carrier) -> bool:
    """What follows the credit are the carrier's words."""
    return carrier.introduces and carrier.frame in TELLING


def read(ground: Ground, carrier: Carrier, end: int) -> Draft | None:
    """The carrier's statement: what follows its credit up to the end of the sentence."""
    behind = _past_relative(ground, max(carrier.words[1], carrier.name_span[1]), end)
    content = trimmed(ground.text, _past_brackets(ground.text, carrier, behind, end), end)
    return Draft("carrier", [content], source=carrier.name_span, credit=carrier.cue) if content else None


def _past_relative(ground: Ground, behind: int, end: int) -> int:
    """Behind what only tells more of the carrier, up to its comma (`Menurut survei Arunika |yang dirilis Senin, …`)."""
    words = ground.prose.words_in((behind, end))[: LONGEST_TOLD + 1]
    if not words or ground.lower[words.start] not in ground.grammar.relative:
        return behind
    comma = next((word for word in words if ground.marked(word, COMMA)), None)
    return behind if comma is None else ground.prose.ends[comma]


def _past_brackets(text: str, carrier: Carrier, behind: int, end: int) -> int:
    """Behind the short name in brackets that follows the carrier's, or that its name ends within."""
    start = min(carrier.words[0], carrier.name_span[0])
    opened = text.rfind("(", start, behind)
    aside = ASIDE.match(text, opened if opened > text.rfind(")", start, behind) else behind, end)
    return aside.end() if aside else behind
