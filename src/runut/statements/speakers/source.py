"""The words that name a source, as its speaker is looked for."""

from __future__ import annotations

from dataclasses import dataclass

from runut.people import POSSESSIVE, bare
from runut.statements.drafts import Draft
from runut.statements.ground import Ground
from runut.statements.marks import COMMA
from runut.statements.speakers.speaker import Speaker
from runut.vocabulary import Span


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A source phrase beside its cue: `the spokesman for the city`."""

    item: Draft
    """The statement that asks who it is."""
    span: Span
    text: str
    lower: tuple[str, ...]
    """Its words in lower case; at least one."""
    head: str
    """Its noun (`spokesman`)."""
    definite: bool
    """It says that its noun was mentioned before (`the spokesman`, `juru bicara itu`)."""
    holder: Speaker | None
    """Who says the statement in whose content it stands."""

    @classmethod
    def of(cls, ground: Ground, item: Draft, span: Span, holder: Speaker | None) -> Source | None:
        """The source of a statement; None for a span without words."""
        words = ground.prose.words_in(span)
        if not words:
            return None
        words = _with_name(ground, words)
        span = span[0], max(span[1], ground.prose.ends[words.stop - 1])
        if _hides_pronoun(ground, words):
            words = words[-1:]
            span = ground.prose.starts[words.start], ground.prose.ends[words.start]
        lower = ground.lower[words.start : words.stop]
        head = _head(ground, words)
        if lower[-1].endswith(POSSESSIVE) and lower[-1] not in ground.grammar.pronouns:
            span = span[0], ground.prose.ends[words.stop - 1] - len(POSSESSIVE[0])  # `Sari’s |criticism of the plan`
            lower, head = (*lower[:-1], bare(lower[-1])), bare(head)
        points = lower[-1] in ground.lexicon.determiners or lower[0] in ground.lexicon.determiners
        points = points or (not ground.grammar.head_last and lower[0] in ground.lexicon.article_words)
        return cls(item, span, ground.prose[span], lower, head, points, holder)


def _with_name(ground: Ground, words: range) -> range:
    """With the name behind a form of address that is all there is (`Mr. |Moss`)."""
    if not ground.lexicon.ranks.issuperset(ground.lower[words.start : words.stop]):
        return words
    end = words.stop
    while end < len(ground.words) and ground.capital(end) and ground.gap(end - 1) in (" ", ". "):
        end += 1
    return range(words.start, end)


def _hides_pronoun(ground: Ground, words: range) -> bool:
    """A headline stands before a pronoun that opens a sentence: the line between them was lost."""
    last = words.stop - 1
    return len(words) > 1 and ground.capital(last) and ground.lower[last] in ground.lexicon.singular


def _head(ground: Ground, words: range) -> str:
    """The first word that is no article; where nouns follow what tells which, the last word before any aside."""
    grammar, lower = ground.grammar, ground.lower
    first = next((word for word in words if lower[word] not in grammar.articles), words.start)
    if not grammar.head_last:
        return lower[first]
    last = first
    while last + 1 < words.stop and not (_parted(ground, last) or _leads_on(ground, last + 1)):
        last += 1
    if ground.capital(last) and ground.name(last):
        return lower[last]  # `Republican state Sen. Keith Moss`
    known = (word for word in range(last, first - 1, -1) if ground.heads(word))
    noun = lower[next(known, last)]  # `people familiar with the matter`: an adjective may stand behind
    return noun.rpartition("-")[2] if noun.rpartition("-")[2] in ground.lexicon.heads else noun  # `ex-president`


def _parted(ground: Ground, word: int) -> bool:
    return ground.parted(word) or ground.marked(word, COMMA)


def _leads_on(ground: Ground, word: int) -> bool:
    """What follows tells more of the noun before (`a spokesman |for the city`, `an aide |who was there`)."""
    lower, grammar = ground.lower[word], ground.grammar
    if ground.heads(word - 1) and grammar.is_verb(lower) and not ground.nominal(word):
        return True  # `a study published in May`
    return lower in grammar.relative or lower in grammar.joiners or ground.opens(word) or ground.governs(word)
