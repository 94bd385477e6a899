"""Who says a statement, as far as it can be told."""

from __future__ import annotations

from msgspec import Struct

from runut.people import Member
from runut.vocabulary import SpeakerType


class Speaker(Struct, frozen=True):
    """A resolved speaker; `name` is None for hearsay and when it stays unclear."""

    name: str | None
    type: SpeakerType
    rule: str
    """How it was found: `named`, `title`, `pronoun`, `continued`, `description`, `carrier`, `hearsay`, `unclear`."""
    role: str | None = None

    @classmethod
    def of(cls, member: Member, rule: str) -> Speaker:
        """A person of the cast."""
        return cls(member.name, "person", rule, member.role)

    def again(self, rule: str) -> Speaker:
        """The same one, found in another way."""
        return Speaker(self.name, self.type, rule, self.role)


UNCLEAR = Speaker(None, "none", "unclear")
HEARSAY = Speaker(None, "none", "hearsay")
