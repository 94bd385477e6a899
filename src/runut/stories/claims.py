"""A claim through time: who says it, alleges, denies or confirms it, or will not speak of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from runut.stories.saying import Stand

# Acts by which somebody takes a stand; what is merely stated is in dispute only together with one of them.
STANDS = ("denies", "confirms", "declines", "alleges", "warns", "commits", "asks")
# What so many articles carry is a claim of the story, even where nobody takes a stand on it.
MANY = 3


class Claim(Struct, frozen=True):
    """Something that people take a stand on."""

    claim: str
    """In the words of the first statement."""
    statements: tuple[Stand, ...]
    """In the order of publication, as far as it is told."""


def claims(groups: Sequence[Sequence[Stand]]) -> list[Claim]:
    """Of statements about the same things those on which somebody takes a stand, or that many articles have."""
    return [_claim(group) for group in groups if _is_claim(group)]


def _is_claim(stands: Sequence[Stand]) -> bool:
    return any(one.act in STANDS for one in stands) or len({one.article for one in stands}) >= MANY


def _claim(group: Sequence[Stand]) -> Claim:
    """Each speaker's act is told once for each article."""
    first: dict[tuple[str, str | None, str], Stand] = {}
    for one in group:
        first.setdefault((one.article, one.speaker, one.act), one)
    return Claim(group[0].words, tuple(first.values()))
