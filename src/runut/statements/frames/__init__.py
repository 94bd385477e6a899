"""One reader a frame: from a cue and its clause to a draft, or None where the cue makes no statement."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from runut.languages.cues import Frame
from runut.statements.clause import Clause
from runut.statements.cue import Cue
from runut.statements.drafts import Draft
from runut.statements.frames import according, hearsay, inverted, passive, request, silence, speech
from runut.statements.ground import Ground

Reader: TypeAlias = Callable[[Ground, Cue, Clause], Draft | None]

READERS: dict[Frame, Reader] = {
    "speech": speech.read,
    "inverted": inverted.read,
    "request": request.read,
    "according": according.read,
    "hearsay": hearsay.read,
    "passive": passive.read,
    "silence": silence.read,
}


def read(ground: Ground, cue: Cue, clause: Clause) -> Draft | None:
    """The statement that a cue makes in its clause, by the first of its uses that fits; None when it makes none."""
    for group in cue.groups:
        draft = READERS[group.frame](ground, cue, clause)
        if draft is not None:
            draft.group = group
            return draft
    return None
