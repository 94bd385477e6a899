"""Which credit covers the whole story, and which carrier has it from another."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from runut.chains.carrier import Carrier
from runut.chains.reading import MEDIA

# A first credit without a date covers the story only when it does not come late: on the training articles four of
# five such credits behind this share of the text cover a detail.
LATE = 0.62
# A post that comes later than this is a detail of another story.
EARLY = 0.2
# Between a carrier and *yang mengutip …*, in code points.
CITING_GAP = 16
# The sentences that tell the story in short.
LEAD = 2


def scoped(carriers: tuple[Carrier, ...], length: int) -> tuple[Carrier, ...]:
    """Give each carrier its scope and whom it cites; `length` is that of the text, in code points."""
    able = [i for i, c in enumerate(carriers) if _may_supply(c)]
    main = next((i for i in able if carriers[i].dated), able[0] if able else None)
    supplied = main is not None and _supplies(carriers[main], length) and not _one_of_many(carriers[main], carriers)
    together = carriers[main].words if main is not None and supplied else None
    marked = [
        replace(c, scope="article") if c.frame == "closing" or (c.words == together and _may_supply(c)) else c
        for c in carriers
    ]
    return tuple(_naming(_citing(marked, main if together else None)))


def _may_supply(carrier: Carrier) -> bool:
    """A credit in the manner of *dilansir X*, dated data of an outlet, or an account whose post is the story."""
    if not carrier.relay or (carrier.plain and carrier.kind != "outlet"):
        return False
    if carrier.frame == "cite":
        return carrier.kind not in ("press_release", "document")
    if carrier.frame == "place":
        return carrier.kind == "social" and carrier.name.startswith("@")
    return carrier.frame == "according" and carrier.dated and (carrier.known or carrier.kind == "press_release")


def _supplies(carrier: Carrier, length: int) -> bool:
    return carrier.dated or carrier.words[0] <= (EARLY if carrier.frame == "place" else LATE) * length


def _one_of_many(carrier: Carrier, carriers: tuple[Carrier, ...]) -> bool:
    """Undated credits that open several sentences each stand for their own part (*Mengutip X, … Mengutip Y, …*)."""
    own = carrier.sentence
    return (
        not carrier.dated
        and carrier.introduces
        and any(c.frame == "cite" and c.relay and c.name != carrier.name for c in carriers if c.sentence != own)
    )


def _citing(carriers: list[Carrier], main: int | None) -> list[Carrier]:
    """The main carrier cites a report told in the lead before it, or what stands beside it in its sentence."""
    if main is None:
        return carriers
    source = next((i for i, c in enumerate(carriers) if i != main and _is_source(c, carriers[main])), None)
    if source is None:
        return carriers
    carriers[main] = replace(carriers[main], cites=source)
    if carriers[source].kind != "document" and carriers[source].kind != "press_release":
        carriers[source] = replace(carriers[source], scope="article")
    return carriers


def _is_source(carrier: Carrier, main: Carrier) -> bool:
    if not carrier.relay or carrier.name == main.name or carrier.scope == "article":
        return False
    if carrier.kind in ("agency", "outlet", "broadcast"):
        return carrier.frame in ("carried", "reports") and carrier.sentence < LEAD and carrier.words < main.words
    beside = min(abs(carrier.words[0] - main.words[1]), abs(main.words[0] - carrier.words[1])) <= LEAD
    return carrier.frame == "according" and carrier.sentence == main.sentence and beside


def _naming(carriers: list[Carrier]) -> list[Carrier]:
    """*X, yang mengutip Y*; *X reported, citing Y*: the one before has it from the one behind."""
    for index, (carrier, source) in enumerate(pairwise(carriers)):
        gap = source.words[0] - carrier.words[1]
        beside = carrier.sentence == source.sentence and 0 <= gap <= CITING_GAP
        if beside and source.active and carrier.relay and carrier.kind in MEDIA and carrier.cites is None:
            carriers[index] = replace(carriers[index], cites=index + 1)
            carriers[index + 1] = replace(source, scope=carriers[index].scope)
    return carriers
