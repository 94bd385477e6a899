"""Which of two articles that share wording had it first: evidence, weighed, each piece in words.

What an article says itself comes first (who it credits, where it links). Then how what is shared sits in each: in the
source the rest is about the same matter, in a copy that adds, merges or reworks, less so; and a copy that was cut has
hardly any rest. Times come last, as outlets date their pages anew.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from runut.copies.rarity import Rarity
from runut.copies.sharing import Sharing
from runut.copies.texts import Text

# Each piece of evidence in log odds: 0.7 is two to one, 3 is twenty to one.
CREDITS, LINKS = 3.2, 3.2
TOPIC, MOST_TOPIC = 12.0, 2.6
CUT = 1.4
EARLIER = 0.7
# Fewer words than this say nothing of what an article is about.
ENOUGH = 25
# A difference in likeness below this is chance.
NOTICEABLE = 0.03
WHOLE = 0.9
LEAST_CUT = 0.01


class Reason(Struct, frozen=True):
    """One piece of evidence."""

    rule: str
    detail: str
    weight: float
    """In log odds that the left article is the copy; negative for the right."""


class Direction(Struct, frozen=True):
    """Which one is the copy, as far as can be told."""

    copy_is_left: bool
    confidence: float
    """Between 0.5 and 1: how likely that is."""
    reasons: tuple[Reason, ...]
    """All evidence, also what speaks for the other."""

    @property
    def evidence(self) -> tuple[Reason, ...]:
        """The same with what speaks for the copy positive, whichever side it is on."""
        if self.copy_is_left:
            return self.reasons
        return tuple(replace(reason, weight=-reason.weight) for reason in self.reasons)


def direct(left: Text, right: Text, sharing: Sharing, rarity: Rarity) -> Direction:
    """Weigh what tells which article copied."""
    return _weighed((*_credits(left, right), *_fitting(sharing, rarity), *_cut(sharing), *_times(left, right)))


def direct_translation(left: Text, right: Text) -> Direction:
    """Weigh what tells which of two translations came first: they have no wording in common."""
    return _weighed((*_credits(left, right), *_times(left, right)))


def _weighed(reasons: tuple[Reason, ...]) -> Direction:
    odds = sum(reason.weight for reason in reasons)
    return Direction(odds >= 0, round(1 / (1 + math.exp(-abs(odds))), 3), reasons)


def _credits(left: Text, right: Text) -> Iterator[Reason]:
    for one, other, sign in ((left, right, 1), (right, left, -1)):
        if one.mentions(other) and not other.mentions(one):
            yield Reason("credits", f"{_called(one)} names {other.outlet}", sign * CREDITS)
        if one.links_to(other):
            yield Reason("links", f"{_called(one)} links to {other.url}", sign * LINKS)


def _fitting(sharing: Sharing, rarity: Rarity) -> Iterator[Reason]:
    (left_shared, left_rest), (right_shared, right_rest) = (sharing.parts(of_left=side) for side in (True, False))
    if min(len(left_rest), len(right_rest)) < ENOUGH:
        return
    difference = rarity.likeness(right_rest, right_shared) - rarity.likeness(left_rest, left_shared)
    if abs(difference) >= NOTICEABLE:
        weight = max(-MOST_TOPIC, min(MOST_TOPIC, TOPIC * difference))
        yield Reason("fits", "what is shared fits the rest of the source better than that of the copy", weight)


def _cut(sharing: Sharing) -> Iterator[Reason]:
    """Nearly all of one stands in the other: that was cut from it. The less it leaves out, the less that says."""
    shares = sharing.left_share, sharing.right_share
    if max(shares) < WHOLE or abs(shares[0] - shares[1]) < LEAST_CUT:
        return
    left_is_part = shares[0] > shares[1]
    rest = len(sharing.right if left_is_part else sharing.left) - sharing.words
    weight = CUT * min(1.0, rest / ENOUGH)
    yield Reason(
        "holds more", "nearly all of the copy stands in the source, which has more", weight if left_is_part else -weight
    )


def _times(left: Text, right: Text) -> Iterator[Reason]:
    one, other = left.moment, right.moment
    if one is None or other is None:
        return
    if other.latest < one.earliest:
        yield Reason("earlier", f"published {right.published}, before {left.published}", EARLIER)
    elif one.latest < other.earliest:
        yield Reason("earlier", f"published {left.published}, before {right.published}", -EARLIER)


def _called(article: Text) -> str:
    return article.outlet or article.id
