"""What else an article names: two articles that share some of it tell of one matter, and a bare *Andi* of one Andi."""

from __future__ import annotations

import re

from runut.find.stems import fold
from runut.names.ordinary import everywhere, small

# Shorter ones are abbreviations, which many matters share.
_CAPITAL = re.compile(r"(?<![\w-])[A-Z][\w-]{3,39}")
# So many of the first tell the matter; they are kept with each name.
MOST = 16
# Of two articles taken at random one pair in two hundred has so many in common; of those with one single name, none of
# the pairs that were judged to be two people's.
ENOUGH = 2
# Of a text that is longer only the beginning is looked through.
LONGEST = 20_000


def company(text: str) -> tuple[str, ...]:
    """The first words with a capital that neither every text has nor any sentence may begin with, folded."""
    found: dict[str, None] = {}
    for match in _CAPITAL.finditer(text, 0, LONGEST):
        word = fold(match[0])
        if word not in small() and word not in everywhere():
            found[word] = None
            if len(found) == MOST:
                break
    return tuple(found)


def shared(left: tuple[str, ...], right: tuple[str, ...], apart: tuple[str, ...]) -> tuple[str, ...]:
    """What both articles name, apart from the words in question; as it stands in the left one."""
    return tuple(word for word in left if word in right and not any(part in word for part in apart))
