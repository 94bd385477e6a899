"""An article's text prepared for reading: words, quotes, sentences and paragraphs with their spans."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from runut.text.quotes import Quote, find_quotes
from runut.text.sentences import Sentence, split_sentences
from runut.vocabulary import Span

# A word keeps its inner hyphens, apostrophes and dots ("disebut-sebut", "Jum'at", "detik.com", "S.H"), a figure its
# commas.
WORD = re.compile(r"\w+(?:[-’']\w+|\.(?=[a-z0-9])\w+|(?<=\b[A-Z])\.[A-Z]\b|(?<=\d),\d{3}(?!\d))*")

PARAGRAPH = re.compile(r"\S[^\n]*")


@dataclass(frozen=True, slots=True, eq=False)
class Prose:
    """A text and where its parts stand; all offsets are code points of `text`."""

    text: str
    words: tuple[str, ...]
    """The words as written."""
    lower: tuple[str, ...]
    """The same words in lower case, for look-ups."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quotes: tuple[Quote, ...]
    """In order; never nested. A quote mark within a quote belongs to the outer one."""
    sentences: tuple[Sentence, ...]
    """In order. A quote is never split: `"A. B," kata X.` is one sentence."""
    paragraphs: tuple[Span, ...]

    def words_in(self, span: Span) -> range:
        """Indices of the words that lie wholly within the span."""
        return range(bisect_left(self.starts, span[0]), bisect_right(self.ends, span[1]))

    def gap(self, word: int) -> str:
        """What stands between this word and the next; a full stop behind the last one."""
        ahead = word + 1
        return self.text[self.ends[word] : self.starts[ahead]] if ahead < len(self.starts) else "."

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds the offset, or of the last one that begins before it."""
        return max(0, bisect_right(self.sentences, offset, key=lambda s: s.start) - 1)

    def quote_at(self, offset: int) -> Quote | None:
        """The quote whose marks enclose the offset, or None."""
        index = bisect_right(self.quotes, offset, key=lambda q: q.start) - 1
        return self.quotes[index] if index >= 0 and offset < self.quotes[index].end else None

    def __getitem__(self, span: Span) -> str:
        return self.text[span[0] : span[1]]


def prepare(text: str, abbreviations: frozenset[str] = frozenset(), teller: re.Pattern[str] | None = None) -> Prose:
    """Cut a text into words, quotes, sentences and paragraphs.

    `abbreviations` are words in lower case, without their dot, after which a full stop ends no sentence. `teller`
    matches somebody and their verb behind a quote, which tie it to them: `“Why?” Sari asked.` is one sentence.
    """
    matches = list(WORD.finditer(text))
    # Lists first: a tuple of a generator takes twice as long, and this is done for every word of every article.
    words = [m.group() for m in matches]
    spans = [m.span() for m in matches]
    paragraphs = tuple(m.span() for m in PARAGRAPH.finditer(text))
    quotes = find_quotes(text, paragraphs)
    return Prose(
        text=text,
        words=tuple(words),
        lower=tuple([w.lower() for w in words]),
        starts=tuple([start for start, _ in spans]),
        ends=tuple([end for _, end in spans]),
        quotes=quotes,
        sentences=split_sentences(text, paragraphs, quotes, abbreviations, teller),
        paragraphs=paragraphs,
    )
