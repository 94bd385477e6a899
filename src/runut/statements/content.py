"""Where the content of a statement begins, ends, and goes on behind its source."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from runut.statements.clause import Clause
from runut.statements.cue import Cue
from runut.statements.drafts import trimmed
from runut.statements.ground import MOST_LEADING, Ground
from runut.statements.marks import COMMA, OPENING, before_space, past_marks, past_space
from runut.statements.predicates import only_names
from runut.text import Quote
from runut.vocabulary import Span

# Content behind an addressee or an adverb is introduced within so many words, if it is introduced at all.
INTRODUCTION_REACH = 12
# The one spoken to has no more words (`told the editors of the Jakarta Post`).
LONGEST_ADDRESSEE = 8
# The thing that is criticised or described ends within so many words or with its sentence.
LONGEST_OBJECT = 250
# Somebody of whom something is said is told by so many first words (*the former managers*).
FEWEST_WHOM = 2
# Gaps that end such a thing.
OBJECT_ENDS = frozenset(",—;")
# Gaps behind which no word introduces content any more.
PAUSES = frozenset(',“"')
# A quote of fewer words is a term within content, not all of it.
FEWEST_WHOLE = 4
# Between a source and the quote that goes on behind it stand at most so many words.
LONGEST_ASIDE = 12


def content_start(ground: Ground, cue: Cue, clause: Clause) -> int:
    """Behind the cue, its addressee and the word that introduces the content (`told reporters that |…`)."""
    at = past_addressee(ground, cue, clause)
    at = at if at < clause.last else cue.last
    if at < clause.last and ground.lower[at] in ground.grammar.emphases:
        return ground.prose.ends[at]
    if cue.groups[0].object:
        return _behind_whom(ground, cue, clause)
    introduced = _introducer(ground, at, clause)
    if introduced is not None:
        return ground.prose.ends[introduced]
    while at < clause.last and ground.lower[at] in ground.grammar.complementisers and at not in ground.quoted:
        at += 1
    return ground.prose.ends[at - 1] if at > cue.last else cue.span[1]


def _behind_whom(ground: Ground, cue: Cue, clause: Clause) -> int:
    """Behind somebody and the word that opens what is said of him; else `rejected |claims that …`: the claims are."""
    at, opening = cue.last, cue.groups[0].behind
    if at < clause.last and ground.lower[at] in ground.grammar.articles:
        at += 1
    if any(_addressed(ground, word) or ground.heads(word) for word in range(at, min(clause.last, at + FEWEST_WHOM))):
        for word in range(at + 1, min(clause.last, at + INTRODUCTION_REACH)):
            if word in ground.quoted or ground.marked(word - 1, PAUSES):
                break
            if ground.lower[word] in opening:
                return ground.prose.ends[word]
    return cue.span[1]


def _introducer(ground: Ground, at: int, clause: Clause) -> int | None:
    """The complementiser that follows before any comma, quote or predicate (`mengatakan kemarin |bahwa …`)."""
    last = min(clause.last, at + INTRODUCTION_REACH)
    if at in ground.quoted or ground.grammar.introducers.isdisjoint(ground.lower[at:last]):
        return None
    for word in range(at, last):
        lower = ground.lower[word]
        if lower in ground.grammar.introducers:
            return word
        if ground.marked(word, COMMA) and word + 1 < clause.last and ground.stops(word + 1):
            return _behind_aside(ground, word + 1, clause)
        if ground.marked(word, PAUSES) or lower in ground.grammar.finite or lower in ground.grammar.coordinators:
            return None
    return None


def _behind_aside(ground: Ground, at: int, clause: Clause) -> int | None:
    """The complementiser behind an aside and its comma (`melaporkan, |mengutip seorang pejabat, bahwa …`)."""
    for word in range(at, min(clause.last, at + LONGEST_ASIDE)):
        if ground.lower[word] in ground.grammar.introducers and ground.marked(word - 1, COMMA):
            return word
    return None


def past_addressee(ground: Ground, cue: Cue, clause: Clause) -> int:
    """The word behind the one spoken to (`told reporters |…`, `told the BBC |…`), else the one behind the cue."""
    at = cue.last
    if not any(group.addressed for group in cue.groups):
        return at
    if at < clause.last and ground.lower[at] in ground.grammar.articles:
        at += 1
    first = at
    while at < min(clause.last, cue.last + LONGEST_ADDRESSEE) and _addressed(ground, at):
        if at > first and ground.marked(at - 1, COMMA):
            break
        at += 1
    return at if at > first else cue.last


def _addressed(ground: Ground, word: int) -> bool:
    lexicon, lower = ground.lexicon, ground.lower[word]
    if word in ground.quoted:
        return False
    if ground.capital(word) or lower in lexicon.heads or lower in lexicon.media or lower in lexicon.own:
        return True
    joins = lower in lexicon.inner and ground.grammar.head_last and word + 1 < len(ground.words)
    return joins and ground.capital(word - 1) and ground.capital(word + 1)


def content_end(ground: Ground, cue: Cue, begin: int, clause: Clause) -> int:
    """Where content that begins there ends: with the whole quote that it is, with its object, or with the clause."""
    end = _quote_end(ground, begin, clause)
    return _object_end(ground, begin, end) if cue.groups[0].object else end


def _quote_end(ground: Ground, begin: int, clause: Clause) -> int:
    """Content that is one whole quote ends with it: `menyatakan “…,” saat ditanya …`."""
    at = past_marks(ground.text, begin, clause.end, " ,:")
    quote = ground.prose.quote_at(at) if at < clause.end and not ground.text[at].isalnum() else None
    if quote is None or quote.start != at or len(ground.prose.words_in(quote.inner)) < FEWEST_WHOLE:
        return clause.end
    whole = ground.text[quote.end - 2 : quote.end - 1] in ".,!?"
    rest = past_space(ground.text, quote.end, clause.end)
    return quote.end if whole and rest < clause.end and ground.text[rest] not in '"“' else clause.end


def _object_end(ground: Ground, begin: int, end: int) -> int:
    """A thing that is criticised or described ends at a comma outside quotes, or where a predicate follows `and`."""
    words = ground.prose.words_in((begin, end))
    for word in words[1:LONGEST_OBJECT]:
        before = word - 1
        if before in ground.quoted:
            continue
        if " - " in ground.gap(before) or ground.marked(before, OBJECT_ENDS):
            return ground.prose.ends[before]
        if ground.lower[before] in ground.grammar.joiners and ground.lower[word] in ground.grammar.finite:
            return ground.prose.ends[before - 1]
    return end


def clause_ahead(ground: Ground, cue: Cue, clause: Clause) -> Span | None:
    """The clause before a passive cue or hearsay: what it is about, without what leads up to it."""
    words = ground.prose.words_in((clause.start, cue.span[0]))
    first, last = words.start, words.stop
    while first < last - 1 and ground.lower[first] in ground.lexicon.leading:
        first += 1
    while last > first and _trails(ground, last - 1):
        last -= 1
    return trimmed(ground.text, ground.prose.starts[first], ground.prose.ends[last - 1]) if first < last else None


def _trails(ground: Ground, word: int) -> bool:
    lower, grammar = ground.lower[word], ground.grammar
    return lower in grammar.auxiliaries or lower in grammar.relative or only_closes(ground, word)


def only_closes(ground: Ground, word: int) -> bool:
    """Behind a comma it points at what was told before (`…, |demikian disampaikan Sari`)."""
    return word > 0 and ground.lower[word] in ground.grammar.pointers and ground.marked(word - 1, COMMA)


def leads_up(ground: Ground, ahead: Span) -> bool:
    """What stands before the cue is no content (`Namun,`, `Sementara itu,`)."""
    words = ground.prose.words_in(ahead)
    return len(words) <= MOST_LEADING and ground.lexicon.leading.issuperset(ground.lower[words.start : words.stop])


def resumed(
    ground: Ground, end: int, clause: Clause, *, quoted: bool = False, ahead: Span | None = None
) -> Span | None:
    """Content that goes on behind the source: `…, kata Sari, …` or `…” said Sari. “…`.

    What was `quoted` ahead goes on in a quote, or not at all; what is named ahead and no more is spoken of behind.
    """
    text = ground.text
    lead = past_marks(text, end, clause.end, " .:,")
    if lead < clause.end and text[lead] in OPENING:
        return trimmed(text, lead, clause.end)
    quote = _next_quote(ground, end, clause)
    if quote is not None or quoted:
        return trimmed(text, quote.start, clause.end) if quote is not None else None
    comma = past_space(text, end, clause.end)
    if comma == clause.end or text[comma] != ",":
        return None
    words = ground.prose.words_in((end, clause.end))
    if len(words) < 2:
        return None
    open_ended = ahead is not None and words.start not in ground.barriers and only_names(ground, ahead)
    if not open_ended and _belongs_to_source(ground, words):
        return None
    return trimmed(text, ground.prose.starts[words.start], clause.end)


def _next_quote(ground: Ground, end: int, clause: Clause) -> Quote | None:
    """The quote that goes on behind a few more words of the source or of when it spoke: `, Sari said in May, “…”`."""
    if ground.prose.quote_at(end) is not None:
        return None
    at = bisect_right(ground.prose.quotes, end, key=attrgetter("start"))
    quote = ground.prose.quotes[at] if at < len(ground.prose.quotes) else None
    if quote is None or quote.end > clause.end:
        return None
    before = ground.text[before_space(ground.text, end, quote.start) - 1]
    return quote if before in ",:" and len(ground.prose.words_in((end, quote.start))) <= LONGEST_ASIDE else None


def _belongs_to_source(ground: Ground, words: range) -> bool:
    """What follows a source and its comma tells more of the source or its circumstances."""
    first = words.start
    lower, grammar = ground.lower[first], ground.grammar
    if first in ground.barriers or ground.stops(first) or lower in grammar.relative or lower in grammar.joiners:
        return True
    apposed = not ground.lexicon.titles.isdisjoint(ground.lower[first : first + 2])
    return apposed and not ground.pronoun(first - 1) and not ground.pronoun(first)
