"""Credited outlets and documents as speakers: `dilansir Antara`, `laporan tersebut`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from msgspec import Struct

from runut.chains.carrier import Carrier
from runut.people import Lexicon
from runut.text import Prose
from runut.vocabulary import Span


class Credit(Struct, frozen=True):
    """A carrier that may speak itself."""

    span: Span
    """Its name."""
    name: str
    type: Literal["document", "outlet"]


@dataclass(frozen=True, slots=True, eq=False)
class Credits:
    """The credits of a text in the order in which their names stand."""

    prose: Prose
    lexicon: Lexicon
    all: tuple[Credit, ...]
    starts: tuple[int, ...]
    _beside: dict[str, tuple[Credit, ...]] = field(default_factory=dict)
    """By noun, the named credits in whose sentence it stands; kept once somebody has asked."""

    @classmethod
    def of(cls, prose: Prose, lexicon: Lexicon, carriers: Iterable[Carrier]) -> Credits:
        """The credits that these carriers are."""
        found = [Credit(c.name_span, c.name, "document" if c.kind == "document" else "outlet") for c in carriers]
        found.sort(key=lambda credit: credit.span[0])
        return cls(prose, lexicon, tuple(found), tuple([credit.span[0] for credit in found]))

    def within(self, span: Span) -> tuple[Credit, ...]:
        """Those that stand wholly within a span."""
        if not self.all:
            return ()
        inside = self.all[bisect_left(self.starts, span[0]) : bisect_right(self.starts, span[1])]
        return tuple(credit for credit in inside if credit.span[1] <= span[1])

    def opening(self, span: Span) -> Credit | None:
        """The first one whose name begins within a span."""
        at = bisect_left(self.starts, span[0])
        return self.all[at] if at < len(self.all) and self.starts[at] < span[1] else None

    def outlet_before(self, at: int) -> Credit | None:
        """The outlet credited last before a place."""
        before = self.all[: bisect_left(self.starts, at)]
        return next((credit for credit in reversed(before) if credit.type == "outlet"), None)

    def beside(self, noun: str, before: int) -> Credit | None:
        """The last one before a place that has a name of its own and, in its sentence, this noun.

        `Laporan Bank Dunia terbit kemarin. Laporan itu menyebut …`: the World Bank's.
        """
        if noun not in self._beside:
            self._beside[noun] = tuple(credit for credit in self.all if self._stands_beside(noun, credit))
        named = self._beside[noun]
        count = bisect_left(named, before, key=lambda credit: credit.span[0])
        return named[count - 1] if count else None

    def bare(self, credit: Credit) -> bool:
        """A document without a name of its own (`laporan`, `the report`)."""
        words = credit.name.lower().split()
        return all(word in self.lexicon.documents or word in self.lexicon.determiners for word in words)

    def _stands_beside(self, noun: str, credit: Credit) -> bool:
        if self.bare(credit) or self._is_another(noun, credit):
            return False
        sentence = self.prose.sentences[self.prose.sentence_at(credit.span[0])]
        return noun in self.prose[sentence.span].lower()

    def _is_another(self, noun: str, credit: Credit) -> bool:
        """Its name tells of a document of another sort (`the |indictment` is not `Arun's bank account`)."""
        nouns = self.lexicon.documents.intersection(credit.name.lower().split())
        return bool(self.lexicon.genders) and bool(nouns) and noun not in nouns
