"""The place in a text that answers a question, with the words that matched."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from runut.find.stems import WORD, fold
from runut.vocabulary import Span

# Characters shown around what matched; about two lines of a terminal.
WIDTH = 180


class Snippet(Struct, frozen=True):
    """Part of a text; all spans point into the whole text."""

    span: Span
    words: str
    """The text of `span`."""
    matches: tuple[Span, ...] = ()
    """The words in it that matched."""


class Sought:
    """Words that are looked for in many texts."""

    def __init__(self, words: Mapping[str, str], prefixes: Sequence[str] = ()) -> None:
        """`words` are folded words with the stem that each is a form of, `prefixes` folded beginnings of words."""
        self.words = words
        self.prefixes = tuple(prefixes)
        # The longest first: an alternative that is another's beginning would hide it.
        ways = [*(rf"{re.escape(p)}[^\W_]*" for p in prefixes), *sorted(map(re.escape, words), key=len, reverse=True)]
        # Without a look behind and in one case, the engine skips to letters that a word can begin with.
        self._pattern = re.compile(rf"(?:{'|'.join(ways) or '(?!)'})(?![^\W_])")

    def hits(self, text: str) -> list[tuple[Span, str]]:
        """Where they stand in a text, each with its stem or prefix."""
        small = text.lower()
        found: list[tuple[Span, str | None]] = []
        if len(small) == len(text):  # a few capitals become two letters when made small
            spans = (match.span() for match in self._pattern.finditer(small))
            found = [(span, self._key(fold(small[slice(*span)]))) for span in spans if _begins(small, span[0])]
        if not found and not text.isascii():  # a text may write with accents what is asked without
            found = [(match.span(), self._key(fold(match[0]))) for match in WORD.finditer(text)]
        return [(span, key) for span, key in found if key]

    def _key(self, word: str) -> str | None:
        return self.words.get(word) or next((p for p in self.prefixes if word.startswith(p)), None)


def snippets(text: str, sought: Sought) -> tuple[Snippet, ...]:
    """The best place of a text: where most different ones of the words stand close together; none without any."""
    hits = sought.hits(text)
    if not hits:
        return ()
    begin = max(range(len(hits)), key=lambda i: (_worth(hits, i), -i))
    near = [span for span, _ in hits[begin:] if span[1] <= hits[begin][0][0] + WIDTH]
    return (around(text, near),)


def around(text: str, spans: list[Span]) -> Snippet:
    """The text around spans that stand close together, cut between words."""
    room = max(0, WIDTH - (spans[-1][1] - spans[0][0])) // 2
    start = _cut(text, max(0, spans[0][0] - room), spans[0][0])
    end = min(len(text), spans[-1][1] + room)
    if end < len(text):
        end = max(spans[-1][1], text.rfind(" ", spans[-1][1], end + 1))
    return Snippet((start, end), text[start:end], tuple(spans))


def _begins(text: str, place: int) -> bool:
    """Whether a word may begin at this place."""
    return place == 0 or not (text[place - 1].isalnum())


def _worth(hits: list[tuple[Span, str]], begin: int) -> int:
    """How many different stems stand within one snippet that begins with this hit."""
    edge = hits[begin][0][0] + WIDTH
    within = set()
    for span, key in hits[begin : begin + 24]:
        if span[1] > edge:
            break
        within.add(key)
    return len(within)


def _cut(text: str, start: int, first: int) -> int:
    if start == 0:
        return 0
    space = text.find(" ", start, first)
    return space + 1 if space >= 0 else first
