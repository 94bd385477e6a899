"""Through whom one statement reached the article."""

from __future__ import annotations

from runut.chains.carrier import Carrier
from runut.chains.reading import MEDIA
from runut.chains.relays import same_outlet
from runut.languages.credits import CreditFrame
from runut.outlets import find
from runut.text import Prose
from runut.vocabulary import Span

# How far from the article a carrier stands: who is quoted passes on what somebody told another or wrote somewhere.
DISTANCE: dict[CreditFrame, int] = {
    "cite": 0,
    "inverted": 1,
    "reports": 1,
    "according": 1,
    "told": 2,
    "carried": 2,
    "place": 3,
}


def via(carriers: tuple[Carrier, ...], prose: Prose, span: Span, speaker: str | None = None) -> tuple[str, ...]:
    """The carriers named where a statement stands, nearest the article first.

    `span` reaches from the first to the last word of the statement, its cue and its source; a carrier counts in any
    sentence that it touches. The speaker is no carrier of their own words, nor is a document a carrier of what it says.
    What stands within the content of another statement has no carrier of its own; ask only for the outer one.
    """
    first, last = prose.sentence_at(span[0]), prose.sentence_at(max(span[0], span[1] - 1))
    here = [c for c in carriers if first <= c.sentence <= last and _passes(c)]
    here = [c for c in here if not (speaker and c.kind != "social" and same_outlet(c.name, speaker))]
    ordered = sorted(here, key=lambda c: (DISTANCE[c.frame], c.words[0]))
    return tuple(dict.fromkeys(_called(c) for c in ordered))


def _called(carrier: Carrier) -> str:
    """Its name; a platform alone where only a common noun stands before it (*akun Instagram*)."""
    noun, _, last = carrier.name.rpartition(" ")
    if carrier.kind != "social" or not noun or not noun.islower():
        return carrier.name
    platform = find(last)
    return last if platform is not None and platform.kind == "social" else carrier.name


def _passes(carrier: Carrier) -> bool:
    """A document that reports, or one named by *menurut*, speaks for itself."""
    if carrier.frame in ("reports", "according"):
        return carrier.kind in MEDIA
    return carrier.frame in DISTANCE
