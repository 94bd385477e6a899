"""The words of a source made whole: a name is not cut in its middle, and a bracket that opens is closed."""

from __future__ import annotations

from collections.abc import Sequence

from runut.model.gaps import PLAIN
from runut.text import Prose
from runut.vocabulary import Span

# Words that a source may grow by on either side.
MOST = 12
# A small word between two capitalised ones belongs to the name (`Bank of England`) when it is this short.
PARTICLE = 3
# A word so short and in lower case never ends a source behind a name (`Rini di`).
DANGLING = 2


def whole(prose: Prose, kinds: Sequence[int], words: range, closed: range) -> Span:
    """The span of a source that begins and ends where its name does; it never takes in the words of `closed`."""
    start, stop = words.start, words.stop
    for _ in range(MOST):
        step = _before(prose, kinds, start, closed)
        if not step:
            break
        start -= step
    while stop < len(prose.words) and stop - words.stop < MOST and _joins(prose, kinds, stop - 1, stop, closed):
        stop += 1
    if stop - start > 1 and _dangles(prose, stop - 1):
        stop -= 1
    return prose.starts[start], _bracketed(prose, prose.starts[start], prose.ends[stop - 1])


def _dangles(prose: Prose, word: int) -> bool:
    return len(prose.words[word]) <= DANGLING and prose.words[word].islower() and _capital(prose, word - 1)


def _before(prose: Prose, kinds: Sequence[int], start: int, closed: range) -> int:
    """How many words before the source belong to its name: one, two over a particle, or none."""
    if not start or kinds[start - 1] != PLAIN or start - 1 in closed:
        return 0
    if _capital(prose, start - 1):
        return 1 if _capital(prose, start) else 0
    particle = len(prose.words[start - 1]) <= PARTICLE and _capital(prose, start) and start > 1
    over = particle and kinds[start - 2] == PLAIN and start - 2 not in closed and _capital(prose, start - 2)
    return 2 if over else 0


def _joins(prose: Prose, kinds: Sequence[int], last: int, following: int, closed: range) -> bool:
    return kinds[last] == PLAIN and following not in closed and _capital(prose, last) and _capital(prose, following)


def _capital(prose: Prose, word: int) -> bool:
    return prose.words[word][0].isupper()


def _bracketed(prose: Prose, start: int, end: int) -> int:
    """The end behind a bracket that was opened within."""
    return end + 1 if prose.text[end : end + 1] == ")" and "(" in prose.text[start:end] else end
