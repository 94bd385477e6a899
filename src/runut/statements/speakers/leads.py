"""Views without a holder before anybody has spoken (`Taman itu dinilai aman.`): whoever speaks next holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from runut.statements.drafts import Draft
from runut.statements.speakers.headings import headed
from runut.statements.speakers.speaker import HEARSAY, Speaker
from runut.vocabulary import SpeakerType

HOLDERS: frozenset[SpeakerType] = frozenset({"person", "organisation"})
"""A document or a crowd that happens to speak next holds no view that a lead tells."""


def is_view(item: Draft) -> bool:
    """A cue of the pack's `shared` groups with no source beside it."""
    return item.frame == "hearsay" and item.group is not None and item.group.shared and item.parent is None


def held(leads: Iterable[Draft], found: Mapping[Draft, Speaker]) -> dict[Draft, Speaker]:
    """The holders of such views, by the speakers of all other drafts in order."""
    return {item: after if after.type in HOLDERS else HEARSAY for item, after in headed(leads, found).items()}
