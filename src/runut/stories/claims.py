"""A claim through time: who alleges, denies, confirms it, or will not speak of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from runut.copies.anchors import anchors, likeness
from runut.stories.members import Member

# Acts by which somebody takes a stand; what is merely stated or reported is no matter of dispute.
STANDS = ("denies", "confirms", "declines", "alleges", "warns", "commits", "asks")
ALIKE = 0.25
LONGEST = 200


class Stand(Struct, frozen=True):
    """One statement about a claim."""

    article: str
    speaker: str | None
    act: str
    words: str


class Claim(Struct, frozen=True):
    """Something that people take a stand on."""

    claim: str
    """In the words of the first statement."""
    statements: tuple[Stand, ...]
    """In the order of publication, as far as it is told."""


def claims(articles: Sequence[Member]) -> list[Claim]:
    """Statements by which people take a stand, those about the same thing together."""
    order = sorted(articles, key=lambda one: one.text.moment.earliest if one.text.moment else 0)
    stands = [stand for one in order if not one.text.version_of for stand in _stands(one)]
    signs = anchors([stand.words for stand in stands])
    groups: list[list[int]] = []
    for place in range(len(stands)):
        here = signs[place]
        for group in groups:
            if likeness(here, signs[group[0]]) >= ALIKE:
                group.append(place)
                break
        else:
            groups.append([place])
    return [Claim(stands[group[0]].words, tuple(stands[place] for place in group)) for group in groups]


def _stands(one: Member) -> list[Stand]:
    found: dict[tuple[str | None, str], Stand] = {}
    for said in one.said.statements:
        if said.act in STANDS and said.speaker:
            words = one.text.text[said.content[0][0] : said.content[-1][1]][:LONGEST] if said.content else ""
            found.setdefault((said.speaker, said.act), Stand(one.id, said.speaker, said.act, words))
    return list(found.values())
