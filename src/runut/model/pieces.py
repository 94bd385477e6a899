"""Words cut into the pieces of a unigram vocabulary, with exact places in the text."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from runut.text import Prose

# Stands for the space before a word.
SPACE = "▁"
# Of a longer run of characters only so many are read: no word is so long, and what a page holds may be hostile.
LONGEST = 64


@dataclass(slots=True, eq=False)
class Vocabulary:
    """Pieces with their ids and log-probabilities; the likeliest way to cut a word is found by Viterbi.

    Kudo (2018), Subword Regularization. A character that no piece covers becomes `unknown`.
    """

    pieces: dict[str, tuple[int, float]]
    unknown: int
    separator: int
    """Stands between paragraphs."""
    longest: int = 0
    floor: float = 0.0
    known: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.longest = max(map(len, self.pieces))
        self.floor = min(score for _, score in self.pieces.values()) - 10

    def cut(self, word: str) -> tuple[int, ...]:
        """Ids of the pieces of one word, written with a leading `▁` where a space stands before it."""
        ids = self.known.get(word)
        if ids is None:
            ids = tuple(self._best(word[:LONGEST]))
            if len(self.known) < 100_000:  # bounded: a long run over many pages
                self.known[word] = ids
        return ids

    def _best(self, word: str) -> list[int]:
        size = len(word)
        best = [0.0] + [float("-inf")] * size
        back = [(0, self.unknown)] * (size + 1)
        for start in range(size):
            base = best[start]
            if base + self.floor > best[start + 1]:
                best[start + 1], back[start + 1] = base + self.floor, (start, self.unknown)
            for end in range(start + 1, min(size, start + self.longest) + 1):
                piece = self.pieces.get(word[start:end])
                if piece is not None and base + piece[1] > best[end]:
                    best[end], back[end] = base + piece[1], (start, piece[0])
        ids, at = [], size
        while at:
            at, piece_id = back[at]
            ids.append(piece_id)
        return ids[::-1]


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as ids, with the index of the word that begins at each; -1 where none does."""

    ids: list[int]
    words: list[int]
    firsts: list[int]
    """Place of the first piece of each word."""


def tokenise(prose: Prose, vocabulary: Vocabulary) -> Tokens:
    """Cut a text: words, the marks between them, and a separator for each line break."""
    ids: list[int] = []
    words: list[int] = []
    firsts: list[int] = []
    text, before = prose.text, 0
    for index, (start, end) in enumerate(zip(prose.starts, prose.ends, strict=True)):
        for piece in _between(text[before:start], vocabulary, opening=before == 0):
            ids.append(piece)
            words.append(-1)
        firsts.append(len(ids))
        spaced = start == 0 or text[start - 1].isspace()
        cut = vocabulary.cut(_normal(SPACE + text[start:end] if spaced else text[start:end]))
        ids.extend(cut)
        words.append(index)
        words.extend([-1] * (len(cut) - 1))
        before = end
    for piece in _between(text[before:], vocabulary, opening=False):
        ids.append(piece)
        words.append(-1)
    return Tokens(ids, words, firsts)


def _between(gap: str, vocabulary: Vocabulary, *, opening: bool) -> list[int]:
    """The marks between two words; `opening` at the beginning of the text."""
    if gap in ("", " "):
        return []
    found: list[int] = []
    for index, line in enumerate(gap.split("\n")):
        if index == 1 and not opening:
            found.append(vocabulary.separator)
        for number, run in enumerate(line.split()):
            spaced = number > 0 or line[:1].isspace() or index > 0 or opening
            found.extend(vocabulary.cut(_normal((SPACE if spaced else "") + run)))
    return found


def _normal(word: str) -> str:
    return word if word.isascii() else unicodedata.normalize("NFKC", word)
