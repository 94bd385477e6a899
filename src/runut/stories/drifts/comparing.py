"""The whole comparison of a copy with its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from runut.stories.drifts.acts import acts
from runut.stories.drifts.amounts import amounts, days
from runut.stories.drifts.cautions import cautions, cut, rounded
from runut.stories.drifts.drift import Change, Drift
from runut.stories.drifts.pairing import Pairing
from runut.stories.drifts.quotes import quotes
from runut.stories.drifts.speakers import carriers, speakers
from runut.stories.meaning import Meaning
from runut.stories.members import Member
from runut.stories.sources import Derived


def drifts(by_id: Mapping[str, Member], derived: Sequence[Derived], meaning: Meaning | None = None) -> list[Drift]:
    """The changes along each copy; without `meaning`, translations and sentences in other words are passed over."""
    found: list[Drift] = []
    for one in derived:
        others = [by_id[link.source] for link in derived if link.copy == one.copy and link.source != one.source]
        pairing = Pairing(by_id[one.copy], by_id[one.source], meaning, others)
        changes = dict.fromkeys(_changes(pairing))
        found += (Drift(one.copy, one.source, change.kind, change.before, change.after) for change in changes)
    return found


def _changes(pairing: Pairing) -> Iterator[Change]:
    for verb in (amounts, days, cautions, rounded, speakers, acts, carriers, cut, quotes):
        yield from verb(pairing)
