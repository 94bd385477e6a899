"""The place in a text that answers a question, with the words that matched."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from runut.find.stems import stem, words
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


def snippets(text: str, found: Iterable[str], language: str, *, prefixes: tuple[str, ...] = ()) -> tuple[Snippet, ...]:
    """The best place of a text for some stems: where most different ones stand close together.

    `found` are stems, `prefixes` beginnings of folded words. Gives none when nothing of them stands in the text.
    """
    wanted = frozenset(found)
    hits = [(m.span(), key) for m in words(text) if (key := _key(m[0], wanted, prefixes, language))]
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


def _key(word: str, wanted: frozenset[str], prefixes: tuple[str, ...], language: str) -> str | None:
    key = stem(word, language)
    if key in wanted:
        return key
    return next((p for p in prefixes if word.lower().startswith(p)), None) if prefixes else None


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
