"""Stories that grow as articles arrive: each joins the story that it is most like, on average, or begins one.

What two articles have in common is weighed by how few of all articles so far have it; these counts stand in a table of
fixed size, by hash, so that they take no more room on a desk of a million articles.
"""

from __future__ import annotations

import hashlib
import math
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from runut.copies.anchors import Anchors, likeness, signs
from runut.copies.texts import Text
from runut.copies.times import DAY, Moment
from runut.stories.grouping import between

# Two signs in one place of the table make both a little more frequent than they are.
PLACES = 1 << 18
# An article is met by the rarest of its signs.
TELLING = 12
# An article joins a story when it is so much like one of its articles, and so much like all of them on average: on a
# desk of few articles, and of many. Among few rarity tells little.
ALIKE, TOGETHER = (0.1, 0.3), (0.05, 0.25)
# Names and numbers tell events apart; other words tell what kind of event it is.
NAMING, WORDS = "=#", 0.5
# What one says in its headline and the other at its beginning tells more than the rest of both.
HEADLINE, LEAD = 0.15, 60
# In two languages fewer signs are the same: on translated blocks 92 in 100 are met with this, 80 without.
ABROAD = 1.5
# Events pass: on a desk of many, with each day between them two articles are less likely to tell of one; after so many
# they do not.
PASSING, LONGEST = (0.0, 0.02), 14
# Of a long story the newest articles are compared.
NEWEST = 30


class Signs(Struct, frozen=True):
    """What an article is compared by."""

    text: Anchors
    headline: Anchors
    lead: Anchors
    moment: Moment | None
    language: str

    @property
    def telling(self) -> tuple[str, ...]:
        """Its rarest signs."""
        return tuple(sorted(self.text, key=lambda sign: (-self.text[sign], sign))[:TELLING])


class Tally:
    """How many articles have each sign."""

    def __init__(self, packed: bytes | None = None) -> None:
        """Go on from what `pack` gave."""
        held = np.frombuffer(zlib.decompress(packed), np.uint32) if packed else np.zeros(PLACES + 1, np.uint32)
        self._counts: NDArray[np.uint32] = held.copy()

    def pack(self) -> bytes:
        """The counts as bytes."""
        return zlib.compress(self._counts.tobytes(), 1)

    @property
    def count(self) -> int:
        """How many articles were counted."""
        return int(self._counts[PLACES])

    def add(self, text: Text) -> None:
        """Count an article."""
        places = {_place(sign) for sign in signs(_whole(text))}
        self._counts[list(places)] += 1
        self._counts[PLACES] += 1

    def weigh(self, text: Text) -> Signs:
        """The signs of an article that was counted, weighed by rarity."""
        begun = " ".join(text.text.split()[:LEAD])
        parts = (self._weighed(part) for part in (_whole(text), text.headline or "", begun))
        whole, headline, lead = parts
        return Signs(whole, headline, lead, text.moment, text.language or "")

    def _weighed(self, text: str) -> Anchors:
        """What this article alone has counts too: others may come that share it, and it tells what it is about."""
        counted = Counter(signs(text))
        times = {sign: int(self._counts[_place(sign)]) for sign in counted}
        found = {
            sign: (1 + math.log(often))
            * math.log((self.count + 1) / max(1, times[sign]))
            * (1 if sign[0] in NAMING else WORDS)
            for sign, often in counted.items()
        }
        length = math.sqrt(sum(weight * weight for weight in found.values())) or 1.0
        return {sign: weight / length for sign, weight in found.items()}


def nearness(one: Signs, other: Signs, count: int) -> float:
    """How likely two articles tell of one event; below 0 where they are too far apart in time.

    `count` is how many articles there are: on a desk of few, put there by a person, days apart say little.
    """
    days = 0.0
    if one.moment and other.moment:
        days = abs(one.moment.earliest - other.moment.earliest) / DAY
    if days > LONGEST:
        return -1.0
    begun = likeness(one.headline, other.lead) + likeness(other.headline, one.lead)
    alike = likeness(one.text, other.text) + HEADLINE * begun
    return (alike if one.language == other.language else ABROAD * alike) - between(PASSING, count) * days


def joined(article: Signs, stories: Mapping[int, Sequence[Signs]], count: int) -> list[int]:
    """The stories that an article belongs to, the one it is most like first; more than one may be one story.

    `count` is how many articles there are.
    """
    alike, together = between(ALIKE, count), between(TOGETHER, count)
    found = []
    for story, members in stories.items():
        near = [nearness(article, member, count) for member in members[-NEWEST:]]
        if near and max(near) >= alike and sum(near) / len(near) >= together:
            found.append((sum(near) / len(near), story))
    return [story for _, story in sorted(found, key=lambda pair: (-pair[0], pair[1]))]


def is_one(left: Sequence[Signs], right: Sequence[Signs], count: int) -> bool:
    """Whether the articles of two stories tell of one event, on average."""
    near = [nearness(one, other, count) for one in left[-NEWEST:] for other in right[-NEWEST:]]
    return bool(near) and sum(near) / len(near) >= between(TOGETHER, count)


def number(sign: str) -> int:
    """A sign as a database has it: eight bytes, signed."""
    return int.from_bytes(hashlib.blake2b(sign.encode(), digest_size=8).digest(), byteorder="big", signed=True)


def _place(sign: str) -> int:
    return number(sign) % PLACES


def _whole(text: Text) -> str:
    return f"{text.headline or ''}\n{text.text}"
