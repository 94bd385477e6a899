"""The place in a text that answers a question, with the words that matched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

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

    def hits(self, text: str) -> list[tuple[Span, str]]:
        """Where they stand in a text, each with its stem or prefix."""
        small = text.lower()
        found: dict[Span, str | None] = {}
        if len(small) == len(text):  # a few capitals become two letters when made small
            found = dict(self._standing(small))
        if not found and not text.isascii():  # a text may write with accents what is asked without
            found = {match.span(): self._key(fold(match[0])) for match in WORD.finditer(text)}
        return sorted((span, key) for span, key in found.items() if key)

    def _standing(self, small: str) -> Iterator[tuple[Span, str]]:
        """Each word by itself: to make a pattern of them takes longer than to look through a page of texts."""
        for prefix in self.prefixes:
            for start, end in _places(small, prefix):
                whole = WORD.match(small, start)
                yield (start, whole.end() if whole else end), prefix
        for word, stem in self.words.items():
            for start, end in _places(small, word):
                if not small[end : end + 1].isalnum():
                    yield (start, end), stem

    def _key(self, word: str) -> str | None:
        return self.words.get(word) or next((p for p in self.prefixes if word.startswith(p)), None)


def snippets(text: str, sought: Sought) -> tuple[Snippet, ...]:
    """The best place of a text: where most different ones of the words stand close together; none without any."""
    hits = sought.hits(text)
    if not hits:
        return ()
    begin = _best(hits)
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


def _places(text: str, word: str) -> Iterator[Span]:
    """Where a word stands at the beginning of a word."""
    size = len(word)
    start = text.find(word)
    while start >= 0:
        end = start + size
        if start == 0 or not text[start - 1].isalnum():
            yield start, end
        start = text.find(word, end)


def _best(hits: list[tuple[Span, str]]) -> int:
    """The first of the hits that begin a snippet with the most different words."""
    most, best = 0, 0
    all_keys = len({key for _, key in hits})
    for begin in range(len(hits)):
        if (worth := _worth(hits, begin)) > most:
            most, best = worth, begin
        if most == all_keys:
            break
    return best


def _worth(hits: list[tuple[Span, str]], begin: int) -> int:
    """How many different words stand within one snippet that begins with this hit."""
    edge = hits[begin][0][0] + WIDTH
    return len({key for span, key in hits[begin : begin + 24] if span[1] <= edge})


def _cut(text: str, start: int, first: int) -> int:
    if start == 0:
        return 0
    space = text.find(" ", start, first)
    return space + 1 if space >= 0 else first
