"""The sentences of an article, with the words by which they are compared and what is said in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from runut.find.stems import fold, stem
from runut.text.prose import Prose
from runut.vocabulary import Span, Statement

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
# An article that goes on longer is compared by its beginning: pages may be hostile.
MOST, MOST_SAID, MOST_OF_LINE = 300, 200, 20
# A line of fewer words says nothing that could be compared.
FEWEST = 3


class Line(Struct, frozen=True):
    """One sentence."""

    text: str
    span: Span
    words: frozenset[str]
    """Their stems."""
    said: tuple[Statement, ...]
    """The statements that begin in it."""


def lines(prose: Prose, statements: Sequence[Statement], end: int, language: str) -> tuple[Line, ...]:
    """The sentences that begin before `end` and have words enough."""
    spans = [sentence.span for sentence in prose.sentences[:MOST] if sentence.start < end]
    statements = statements[:MOST_SAID]
    found = [Line(prose[span], span, stemmed(prose[span], language), _within(span, statements)) for span in spans]
    return tuple(line for line in found if len(line.words) >= FEWEST)


def folded(text: str) -> frozenset[str]:
    """The words and figures of a text, without case and accents."""
    return frozenset(fold(word) if word[0].isalpha() else word for word in _WORD.findall(text))


def stemmed(text: str, language: str) -> frozenset[str]:
    """The stems of a text's words, and its figures."""
    return frozenset(stem(word, language) if word[0].isalpha() else word for word in _WORD.findall(text))


def _within(span: Span, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    places = ((one.content[0] if one.content else one.cue or (-1, -1), one) for one in statements)
    return tuple(one for place, one in places if span[0] <= place[0] < span[1])[:MOST_OF_LINE]
