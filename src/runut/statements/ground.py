"""A text as the readers of statements see it: its words, and what each of them is in its language."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from runut.people import Lexicon, lexicon
from runut.people.kinds import PARTY
from runut.statements.grammar import Grammar, grammar
from runut.statements.marks import CLAUSE_ENDS
from runut.statements.scene import Scene
from runut.text import Prose
from runut.vocabulary import Span

# A source of more words than this is a clause that was misread.
LONGEST_SOURCE = 32
# A phrase of more words before a cue is content.
MOST_LEADING = 3


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The words of a text with the questions that are asked of them; a word is meant by its index."""

    prose: Prose
    lexicon: Lexicon
    grammar: Grammar
    barriers: frozenset[int]
    """Words of dates and of related links, which no source may enter."""
    asides: frozenset[int]
    """Words of related links."""
    quoted: frozenset[int]
    """Words within quotes."""
    text: str
    words: tuple[str, ...]
    """The words of the prose; here and below, so that the many questions are short and quick."""
    lower: tuple[str, ...]
    _counts: Counter[str] = field(default_factory=Counter)
    """How often each word is written so; counted when first asked for."""

    @classmethod
    def of(cls, scene: Scene) -> Ground:
        """The ground of a scene."""
        prose = scene.prose
        return cls(
            prose=prose,
            lexicon=lexicon(scene.pack),
            grammar=grammar(scene.pack),
            barriers=scene.barriers,
            asides=scene.asides,
            quoted=frozenset([w for quote in prose.quotes for w in prose.words_in((quote.start, quote.end))]),
            text=prose.text,
            words=prose.words,
            lower=prose.lower,
        )

    def capital(self, word: int) -> bool:
        """It is written with a capital, or behind a particle with one (`diGenova`)."""
        first = self.words[word]
        return first[0].isupper() or (self.grammar.head_last and first[1:] != self.lower[word][1:])

    def name(self, word: int) -> bool:
        """It is written with a capital and means nothing but a name."""
        lower = self.lower[word]
        return (
            self.words[word][0].isupper() and lower not in self.lexicon.nameless and lower not in self.lexicon.unnamed
        )

    def opens_sentence(self, word: int) -> bool:
        """Nothing but the words of a short phrase stands before it in its sentence."""
        start = self.prose.starts[word]
        first = self.prose.sentences[self.prose.sentence_at(start)].start
        return len(self.prose.words_in((first, start))) <= MOST_LEADING

    def heads(self, word: int) -> bool:
        """It can head a source: a noun for people, bodies and documents, or an epithet (*the 71-year-old*)."""
        lower = self.lower[word]
        if self.lexicon.owned(lower) and lower not in self.grammar.possessive:
            return True
        return lower.rpartition("-")[2] in self.lexicon.heads or lower.endswith(self.lexicon.epithets)

    def nominal(self, word: int) -> bool:
        """It can end or join a source: a name, or a noun for people, bodies and documents."""
        return self.words[word][0].isupper() or self.lower[word] in self.grammar.nominal

    def pronoun(self, word: int) -> bool:
        """It means people who were mentioned before (*dia*, *they*)."""
        return self.lower[word] in self.grammar.pronouns

    def stands_for(self, word: int) -> bool:
        """It stands for somebody or something mentioned before, and no noun joins it (*she*, *it*)."""
        return self.lower[word] in self.grammar.pronouns or self.lower[word] in self.lexicon.neuter

    def opens(self, word: int) -> bool:
        """It opens a phrase beside the source (*di*, *meanwhile*)."""
        return self.lower[word] in self.lexicon.openers

    def stops(self, word: int) -> bool:
        """It ends a source that stands behind its cue, and opens no predicate."""
        lower = self.lower[word]
        return lower in self.grammar.stoppers and lower not in self.grammar.finite

    def governs(self, word: int) -> bool:
        """A preposition or a participle: what follows tells more of the noun before (`led |by`, `representing`)."""
        lower, grammar = self.lower[word], self.grammar
        if lower in grammar.prepositions:
            return True
        return lower.endswith(grammar.participles) and not self.capital(word) and not self.nominal(word)

    def surname(self, word: int) -> bool:
        """It stands behind a first name or a rank somewhere in the text, as it is written here."""
        firsts, written = self.lexicon.genders, self.words[word]
        behind = (at for at in range(1, len(self.words)) if self.words[at] == written)
        return bool(firsts) and any(self.lower[at - 1] in firsts and self.capital(at - 1) for at in behind)

    def repeated(self, word: int) -> bool:
        """It is written in the same way elsewhere in the text."""
        if not self._counts:
            self._counts.update(self.words)
        return self._counts[self.words[word]] > 1

    def small(self, word: int) -> bool:
        """It is written elsewhere without its capital."""
        if not self._counts:
            self._counts.update(self.words)
        return self._counts[self.lower[word]] > 0

    def gap(self, word: int) -> str:
        """What stands between this word and the next; a full stop behind the last one."""
        return self.prose.gap(word)

    def first_capital(self, word: int, floor: int = 0) -> int:
        """The first of the capitals that stand side by side up to this word, itself when there are none before it."""
        first = word
        while first > floor and self.capital(first - 1) and self.gap(first - 1) == " ":
            first -= 1
        return first

    def marked(self, word: int, marks: frozenset[str]) -> bool:
        """One of the marks stands between this word and the next."""
        return not marks.isdisjoint(self.gap(word))

    def parted(self, word: int) -> bool:
        """No source reaches from this word to the next; `Irjen Pol. Sandi` is one."""
        gap = self.gap(word)
        if gap == " ":
            return False
        if gap[:1] == "." and self.abbreviated(word):
            gap = gap[1:]
        return " -" in gap or not CLAUSE_ENDS.isdisjoint(gap)

    def abbreviated(self, word: int) -> bool:
        """The full stop behind it ends no sentence (`J.`, `U.S.`, `Sen.`, `R-Calif.`)."""
        lower = self.lower[word]
        known = len(lower) == 1 or "." in lower or lower in self.lexicon.abbreviations
        return known or PARTY.fullmatch(self.words[word]) is not None

    def lower_in(self, span: Span) -> tuple[str, ...]:
        """The words of a span in lower case."""
        words = self.prose.words_in(span)
        return self.lower[words.start : words.stop]

    def span(self, words: range) -> Span | None:
        """The span of a word range, with a bracket that closes right behind it; None for an empty range."""
        if not words:
            return None
        start, end = self.prose.starts[words.start], self.prose.ends[words.stop - 1]
        closes = self.text[end : end + 1] == ")" and "(" in self.text[start:end]
        return start, end + closes
