"""Names that a lost space has glued to the word before: `presidensari` was `PresidenSari`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

# A word of so many letters is surely glued to what follows; one of fewer, if that stands elsewhere too.
SURE, SHORTEST = 5, 4
# Letters of the shortest name.
NAME = 4


def hidden_starts(words: Sequence[str], cases: Sequence[int], joints: Sequence[Container[str]]) -> list[int]:
    """Where within each word in lower case a name begins that words of `joints` are glued to; 0 where none does.

    What stands in the text more than once is a word of its own (`Habiburrahman`).
    """
    counts = Counter(words)
    names = {word for word, case in zip(words, cases, strict=True) if case}
    return [
        _start(word, joints, names) if case and counts[word] == 1 else 0
        for word, case in zip(words, cases, strict=True)
    ]


def _start(word: str, joints: Sequence[Container[str]], names: Container[str]) -> int:
    start = 0
    while step := _joint(word[start:], joints, names, sure=SHORTEST if start else SURE):
        start += step
    return start


def _joint(word: str, joints: Sequence[Container[str]], names: Container[str], sure: int) -> int:
    """The length of the longest word that something is glued to; 0 if the whole is a word itself."""
    if len(word) < SHORTEST + NAME or any(word in known for known in joints):
        return 0
    for size in range(len(word) - NAME, SHORTEST - 1, -1):
        if (size >= sure or word[size:] in names) and any(word[:size] in known for known in joints):
            return size
    return 0
