"""Under which keys an entry is kept, and under which it is looked for; those that may be one share a key."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from runut.names.bearers import Bearer
from runut.names.cores import compared
from runut.names.spelling import borne, known

LONGEST = 80
SHORTEST_WHOLE = 8


def kept(bearer: Bearer) -> frozenset[str]:
    """The keys under which somebody is kept: those to look for, and the single words by which they are called."""
    single = {f"1 {word}" for word in _singles(bearer)}
    return asked(bearer) | single


def asked(bearer: Bearer) -> frozenset[str]:
    """The keys under which somebody is looked for: neighbouring words, and first and last word, one of them cut."""
    forms = [borne(compared(name)) for name in (bearer.name, *bearer.known_as)]
    forms += [full for form in forms if (full := known().get(form))]
    return frozenset().union(*map(_of, forms))


@lru_cache(maxsize=1 << 15)
def _of(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key[:LONGEST] for key in _each(words))


def _each(words: tuple[str, ...]) -> Iterator[str]:
    whole = "".join(words)
    if len(words) == 1:
        yield f"1 {words[0]}"
    # Words that are written as one or as two, and slips in the middle.
    if len(whole) > SHORTEST_WHOLE:
        yield f"5 {whole[:4]} {whole[-4:]}"
    for left, right in pairwise(words):
        yield f"2 {left} {right}"
    if len(words) > 1:
        yield f"2 {words[0]} {words[-1]}"
        yield f"0 {words[0][:1]} {words[-1]}"
        yield f"4 {words[0]} {words[-1].rstrip('s')[:4]}"


def _singles(bearer: Bearer) -> Iterator[str]:
    """Single words by which articles call the bearer."""
    for name in bearer.called:
        words = compared(name)
        if len(words) == 1:
            yield words[0]
