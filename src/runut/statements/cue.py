"""A word or phrase that shows that somebody says something."""

from __future__ import annotations

from msgspec import Struct

from runut.languages.cues import CueGroup, Frame
from runut.vocabulary import Span


class Cue(Struct, frozen=True):
    """A cue at a place; `groups` are all the uses that its words may have."""

    first: int
    """Index of its first word."""
    last: int
    """Index one past its last word."""
    span: Span
    groups: tuple[CueGroup, ...]
    absent: bool = False
    """True when the cue carries its source in itself (`ujarnya`)."""
    glued: bool = False
    """True when the cue lost its space to a neighbouring word (`Anungmenyatakan`)."""
    quoted: bool = False
    """True when it stands within a quote."""

    def group(self, *frames: Frame) -> CueGroup | None:
        """The first use in one of these frames."""
        for group in self.groups:
            if group.frame in frames:
                return group
        return None
