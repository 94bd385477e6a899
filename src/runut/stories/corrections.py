"""What was corrected, by a note or by a silent new version, who carries the wrong words, and who has followed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from runut.stories.members import Member
from runut.stories.numbers import numbers
from runut.stories.reach import reach
from runut.stories.sources import Derived

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
AROUND = 3
"""Words shown on either side of what was wrong."""


class Correction(Struct, frozen=True):
    """One thing that was corrected."""

    article: str
    """The version that corrects."""
    wrong: str
    """The words that were wrong, with some around them."""
    carriers: tuple[str, ...]
    """Articles that say it so."""
    followed: tuple[str, ...]
    """Those of them of which a later version says it otherwise."""
    not_followed: tuple[str, ...]


def corrections(articles: Sequence[Member], derived: Sequence[Derived]) -> list[Correction]:
    """Every number that a later version of a page changed, with the articles that still have the old one.

    Only articles that have it from that page, near or far, are looked at: others may mean another thing by the number.
    """
    by_id = {one.id: one for one in articles}
    copies = _copies(derived)
    found = []
    for one in articles:
        earlier = by_id.get(one.text.version_of or "")
        if earlier is None:
            continue
        for wrong, words in _changed(earlier.text.text, one.text.text):
            reached = [by_id[name] for name in sorted({earlier.id} | reach(earlier.id, copies)) if name != one.id]
            carriers = [other for other in reached if wrong in _values(other.body)]
            replaced = {other.text.version_of for other in articles if wrong not in _values(other.body)}
            followed = tuple(other.id for other in carriers if other.id in replaced)
            rest = tuple(other.id for other in carriers if other.id not in replaced)
            found.append(Correction(one.id, words, tuple(other.id for other in carriers), followed, rest))
    return found


def _changed(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Numbers of the old text that have another one in their place in the new, with the words around them."""
    before, after = list(_TOKEN.finditer(old)), [found[0] for found in _TOKEN.finditer(new)]
    matcher = SequenceMatcher(None, [found[0] for found in before], after, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        gone = [found for found in before[first:last] if found[0][0].isdigit()]
        if tag == "replace" and gone and any(word[0].isdigit() for word in after[start:end]):
            place = before.index(gone[0])
            shown = before[place : place + AROUND + 2]
            yield numbers(gone[0][0], "und")[0].value, old[shown[0].start() : shown[-1].end()]


def _values(text: str) -> frozenset[str]:
    return frozenset(one.value for one in numbers(text, "und"))


def _copies(derived: Sequence[Derived]) -> dict[str, list[str]]:
    """The copies of each article."""
    copies: dict[str, list[str]] = {}
    for one in derived:
        copies.setdefault(one.source, []).append(one.copy)
    return copies
