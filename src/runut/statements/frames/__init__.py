"""One reader a frame: from a cue and its clause to a draft, or None where the cue makes no statement."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from runut.languages.cues import Frame
from runut.statements.clause import Clause
from runut.statements.cue import Cue
from runut.statements.drafts import Draft
from runut.statements.frames import according, contained, hearsay, inverted, passive, request, silence, speech
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
    "contained": contained.read,
}


def read(ground: Ground, cue: Cue, clause: Clause) -> Draft | None:
    """The statement that a cue makes in its clause, by the first of its uses that fits; None when it makes none."""
    for group in cue.groups:
        draft = READERS[group.frame](ground, cue, clause)
        if draft is not None and (not group.closing or _closes_quote(ground, draft)):
            draft.group = group
            return draft
    return None


def _closes_quote(ground: Ground, draft: Draft) -> bool:
    """Its content is a quote that ends right before source and cue."""
    if not draft.content or draft.source is None or draft.sign is None:
        return False
    quote = ground.prose.quote_at(draft.content[0][1] - 1)
    return quote is not None and quote.end <= min(draft.source[0], draft.sign[0])
