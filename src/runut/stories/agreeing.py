"""One quote has one speaker: where articles disagree, the one that most of them name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from msgspec.structs import replace

from runut.find.stems import fold
from runut.stories.hearing import Heard
from runut.stories.members import Member
from runut.stories.nearness import Matrix

# Quotes so near are the same words, whole or in part, or their translation.
SAME = 0.6


def agreed(found: Sequence[Heard], near: Matrix, articles: Mapping[str, Member]) -> list[Heard]:
    """The stands, those quotes under another speaker that two other articles give him, and that their own names."""
    return [_agreed(place, found, near, articles) if one.is_quote else one for place, one in enumerate(found)]


def _agreed(place: int, found: Sequence[Heard], near: Matrix, articles: Mapping[str, Member]) -> Heard:
    one = found[place]
    same = [found[int(other)] for other in np.flatnonzero(near[place] >= SAME) if found[int(other)].is_quote]
    named = Counter({other.stand.article: other.stand.speaker or "" for other in same}.values())
    speaker, times = named.most_common(1)[0] if named else ("", 0)
    is_other = times >= 2 and times > 2 * named[one.stand.speaker or ""] - 1 and speaker != one.stand.speaker
    if not is_other or not _names(articles[one.stand.article], speaker):
        return one
    return replace(one, stand=replace(one.stand, speaker=speaker))


def _names(article: Member, speaker: str) -> bool:
    """Whether an article names somebody by the last word of his name."""
    return speaker.istitle() and fold(speaker.rsplit(maxsplit=1)[-1]) in article.words
