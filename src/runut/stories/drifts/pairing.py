"""Which sentences of two articles say the same: by the words they share, weighed by rarity, and by their meaning."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from runut.stories.drifts import abroad
from runut.stories.lines import Line, stemmed
from runut.stories.meaning import Meaning
from runut.stories.members import Member

# Two sentences of one language say the same when they share so much of the shorter one, or mean so much the same.
SHARED, MEANT = 0.5, 0.4
# With so much of the longer one it is the same sentence.
SAME = 0.8
# A little less of each is enough together.
BOTH = 0.68
# What means so much the same as a sentence of the copy is kept in it; what shares less than this with all of them, and
# means less the same, is gone.
KEPT, GONE = 0.42, 0.35
# Fewer words in common may be names.
FEWEST = 2


class Pairing:
    """The sentences of a copy beside those of its source."""

    def __init__(
        self, copy: Member, source: Member, meaning: Meaning | None = None, others: Sequence[Member] = ()
    ) -> None:
        """`others` are further sources of the copy: what it has from them has not changed on this way."""
        self.copy, self.source, self.others = copy, source, others
        self.known = frozenset[str]().union(*(one.values for one in (source, *others)))
        """The values of the numbers of all sources."""
        self.is_abroad = copy.language != source.language
        self._meaning = meaning
        counted = Counter(word for line in (*copy.lines, *source.lines) for word in line.words)
        count = len(copy.lines) + len(source.lines)
        self._weights = {word: math.log((count + 1) / times) for word, times in counted.items()}
        self._abroad = abroad.Abroad(copy, source, meaning) if meaning and self.is_abroad else None
        self.pairs = tuple(self._paired())

    def like(self, mine: Line) -> list[Line]:
        """All sentences of the source that say what one of the copy says, or part of it."""
        return [theirs for theirs in self.source.lines if self._alike(mine, theirs)]

    def is_like(self, one: Line, other: Line) -> bool:
        """Whether two sentences say the same, whatever articles and languages they are of."""
        return self._shared(one, other) >= SHARED or self._cosine(one, other) >= abroad.SAME

    def is_same(self, one: Line, other: Line) -> bool:
        """Whether two sentences of one language have nearly all their words in common."""
        return (
            not self.is_abroad
            and min(self.covered(one.words, other.words), self.covered(other.words, one.words)) >= SAME
        )

    def nearest(self, words: frozenset[str]) -> Line | None:
        """The sentence of the source that has most of some words, by weight; None where none has two of them."""
        best = max(self.source.lines, key=lambda line: self.covered(words, line.words), default=None)
        return best if best and self.covered(words, best.words) else None

    def is_about(self, copied: str, told: str) -> bool:
        """Whether some words of the copy say what some of the source say."""
        mine, theirs = (stemmed(words, one.language) for words, one in ((copied, self.copy), (told, self.source)))
        shared = max(self.covered(mine, theirs), self.covered(theirs, mine))
        if self._meaning and copied and told:
            least = abroad.SAME if self.is_abroad else MEANT
            return self._means(copied, told) >= least or (not self.is_abroad and shared >= SHARED)
        return shared >= SHARED

    def keeps(self, line: Line, other: Line) -> bool:
        """Whether a sentence of the copy says what one of the source says, or most of it."""
        return self.covered(line.words, other.words) >= SHARED or self._cosine(line, other) >= KEPT

    def recalls(self, line: Line, other: Line) -> bool:
        """Whether a sentence of the copy has at least something of one of the source."""
        return self.covered(line.words, other.words) >= GONE or self._cosine(line, other) >= GONE

    def covered(self, part: frozenset[str], whole: Iterable[str]) -> float:
        """How much of some words others have, by weight, from 0 to 1."""
        shared = part & frozenset(whole)
        return self._weight(shared) / (self._weight(part) or 1.0) if len(shared) >= FEWEST else 0.0

    def _paired(self) -> Iterator[tuple[Line, Line]]:
        """For each sentence of the copy the one of the source that it is from, and those that it has taken in."""
        if self.is_abroad:
            yield from self._abroad.pairs() if self._abroad else ()
            return
        for mine in self.copy.lines:
            scored = [(self._alike(mine, theirs), at) for at, theirs in enumerate(self.source.lines)]
            score, at = max(scored, default=(0.0, 0))
            if score:
                yield self.source.lines[at], mine
            yield from ((theirs, mine) for theirs in self.source.lines if self._is_within(theirs, mine, at))

    def _is_within(self, theirs: Line, mine: Line, at: int) -> bool:
        """Half of what another sentence says is in it (`34 pupils were poisoned by stale rice`)."""
        return theirs is not self.source.lines[at] and self.covered(theirs.words, mine.words) >= SHARED

    def _alike(self, one: Line, other: Line) -> float:
        """How much two sentences say the same; 0 where they do not."""
        cosine = self._cosine(one, other)
        shared = self._shared(one, other)
        is_home = shared >= SHARED or cosine >= MEANT or shared + cosine >= BOTH
        return shared + cosine if (cosine >= abroad.SAME if self.is_abroad else is_home) else 0.0

    def _shared(self, one: Line, other: Line) -> float:
        return max(self.covered(one.words, other.words), self.covered(other.words, one.words))

    def _cosine(self, one: Line, other: Line) -> float:
        return self._abroad.near(one, other) if self._abroad else self._means(one.text, other.text)

    def _means(self, one: str, other: str) -> float:
        if not self._meaning:
            return 0.0
        return float(self._meaning(one[: abroad.TELLING]) @ self._meaning(other[: abroad.TELLING]))

    def _weight(self, words: Iterable[str]) -> float:
        return sum(self._weights.get(word, 0.0) for word in words)
