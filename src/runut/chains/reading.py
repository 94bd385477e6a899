"""A prose made ready for reading carriers from it, and what is read."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from runut.chains.grammar import Grammar
from runut.outlets import OutletEntry
from runut.text import Prose
from runut.vocabulary import DatedPhrase, RelayKind, Span

# What may stand between two words of one name.
WITHIN_NAME = frozenset({"", " ", ".", "-", " & ", " - ", "/", "’s ", "'s ", "’ ", " @"})
MEDIA: frozenset[RelayKind] = frozenset({"agency", "outlet", "broadcast"})


@dataclass(frozen=True, slots=True)
class Named:
    """A carrier read from the words `[first, last)`."""

    first: int
    last: int
    name: str
    kind: RelayKind
    name_first: int
    """Where the name itself begins, after nouns that only say what it is."""
    entry: OutletEntry | None = None
    ambiguous: bool = False
    headed: bool = False
    """A noun says that it is a carrier."""
    plain: bool = False
    """Only a noun, without a name."""
    titled: bool = False
    """A programme that quote marks set off (*“Valley Tonight”*)."""
    vague: bool = False
    """No carrier in particular (*media sosial*)."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A prose with what is needed to read carriers from it."""

    prose: Prose
    grammar: Grammar
    dated: tuple[int, ...]
    """Where dates begin."""
    spans: tuple[Span, ...]
    """The dates, in order."""

    @classmethod
    def of(cls, prose: Prose, grammar: Grammar, dates: tuple[DatedPhrase, ...]) -> Reader:
        """Put the dates in order."""
        spans = tuple(sorted(d.span for d in dates))
        return cls(prose, grammar, tuple(s for s, _ in spans), spans)

    def gap(self, at: int) -> str:
        """What stands between the word before and this one."""
        return self.prose.gap(at - 1)

    def in_date(self, at: int) -> bool:
        """Whether the word belongs to a date."""
        index = bisect_left(self.dated, self.prose.ends[at]) - 1
        return index >= 0 and self.prose.starts[at] < self.spans[index][1]

    def ended(self, at: int) -> bool:
        """Whether no word can follow: the text ends, a date begins, or other than a space parts the words."""
        return at >= len(self.prose.words) or self.gap(at) not in WITHIN_NAME or self.in_date(at)

    def words(self, first: int, last: int) -> str:
        """The words as written, with a space where careless markup lost it."""
        prose = self.prose
        parts = [prose.words[first]]
        for at in range(first + 1, last):
            parts += [self.gap(at) or " ", prose.words[at]]
        return "".join(parts)
