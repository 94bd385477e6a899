"""Of what sort a named speaker is in the end: while names are looked for, any may be somebody's."""

from __future__ import annotations

from runut.chains.reading import MEDIA
from runut.outlets import find
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.speaker import Speaker


def sorted_out(floor: Floor, speaker: Speaker) -> Speaker:
    """A speaker as what its name tells of: one that is credited in the text, or known, as an outlet is one."""
    if speaker.type in ("person", "organisation") and speaker.role is None and _is_outlet(floor, speaker.name):
        return Speaker(speaker.name, "outlet", speaker.rule)
    return speaker


def _is_outlet(floor: Floor, name: str | None) -> bool:
    if name is None:
        return False
    if any(credit.type == "outlet" and credit.name == name for credit in floor.credits.all):
        return True
    entry = find(name)
    return entry is not None and entry.kind in MEDIA and not entry.ambiguous
