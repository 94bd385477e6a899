"""What verbs of speech and of request share: the source before them, and content that may stand before both."""

from __future__ import annotations

from runut.statements.before import source_before
from runut.statements.clause import Clause
from runut.statements.content import past_addressee
from runut.statements.cue import Cue
from runut.statements.ground import Ground
from runut.statements.marks import CLOSING, COMMA, DOUBLE, before_space, past_marks
from runut.statements.subject import subject

# Fewer words before "X said" are an opener ("In an email, X said …"), not content.
FEWEST_AHEAD = 4
# Marks that end a quote which is all of the content; a title in quotes ends without one.
WITHIN_QUOTE = frozenset(",.?!…—–-")
# Between a quote and the end of its source stand at most so many words.
LONGEST_PHRASE = 16
# How far before a glued cue (`Anungmenyatakan`) the rest of its source is looked for, in words.
GLUED_REACH = 10
# The noun of a document stands among so many of its first words (`an open |letter`).
LONGEST_GIVEN = 4
# Marks that close a quote whose comma stands behind them (`“…”, Sari said`).
BEFORE_COMMA = CLOSING - {"»"}


def verb_source(ground: Ground, cue: Cue, clause: Clause) -> range:
    """The source before a verb; the first part of a glued word (`Sari Anungmenyatakan`) belongs to it."""
    if not (cue.glued and ground.capital(cue.first)):
        words = source_before(ground, cue.first, clause.first)
        return _subject(ground, cue, clause, words) or _from_quote(ground, words, clause)
    words = source_before(ground, cue.first, max(0, cue.first - GLUED_REACH))
    return range(words.start if words else cue.first, cue.first + 1)


def _from_quote(ground: Ground, source: range, clause: Clause) -> range:
    """Back to the quote before it, with whatever noun phrase stands between: `“…,” |Sari, head of the port, told …`."""
    if not source or not ground.grammar.head_last:
        return source
    for word in range(source.start - 1, max(clause.first, source.start - LONGEST_PHRASE) - 1, -1):
        gap = ground.gap(word)
        if any(mark in DOUBLE for mark in gap):
            end = before_space(ground.text, 0, ground.prose.ends[word] + len(gap.rstrip()))
            ends = ground.text[end - 1] in CLOSING and ground.text[end - 2] in WITHIN_QUOTE
            return range(word + 1, source.stop) if ends and _is_phrase(ground, word + 1) else source
        if ground.parted(word) or ground.pronoun(word) or ground.lower[word] in ground.grammar.finite:
            return source
    return source


def _is_phrase(ground: Ground, first: int) -> bool:
    """It begins with a name, a noun or an article."""
    if ground.opens(first):
        return False
    return ground.capital(first) or ground.heads(first) or ground.lower[first] in ground.lexicon.article_words


def _subject(ground: Ground, cue: Cue, clause: Clause, source: range) -> range:
    """Whoever opens the clause, where a participle follows somebody who is only addressed: `wrote to Sari asking …`."""
    participles = ground.grammar.participles
    if not source or not participles or not ground.lower[cue.first].endswith(participles):
        return range(0)
    if _is_given(ground, source):
        begin = ground.prose.sentences[ground.prose.sentence_at(clause.start)].start
        return source_before(ground, source.start - 1, ground.prose.words_in((begin, clause.end)).start)
    first = source.start - (ground.lower[source.start - 1] in ground.lexicon.article_words) if source.start else 0
    if first <= clause.first or not ground.governs(first - 1) or ground.lower[first - 1] in ground.grammar.absolutes:
        return range(0)
    return subject(ground, clause.first, cue.first)


def _is_given(ground: Ground, source: range) -> bool:
    """A document that somebody gives away: `Sari issued |a statement saying …`; who gets it is not who speaks."""
    lexicon, before = ground.lexicon, source.start - 1
    if before < 1 or ground.lower[source.start] not in lexicon.indefinite or ground.marked(before, COMMA):
        return False
    gives = ground.grammar.is_verb(ground.lower[before]) or ground.lower[before].endswith(ground.grammar.present)
    if not gives or ground.capital(before) or ground.lower[before] in lexicon.seen:
        return False
    nouns = ground.lower[source.start + 1 : min(source.stop, source.start + LONGEST_GIVEN)]
    return not (lexicon.documents | lexicon.utterances).isdisjoint(nouns)


def content_ahead(ground: Ground, cue: Cue, clause: Clause, at: int) -> bool:
    """Content stands before the source and its cue, which begin at `at`: `“…,” Sari said`, `…, he said on Monday`."""
    text, end = ground.text, before_space(ground.text, clause.start, at)
    if end == clause.start or (cue.first and ground.lower[cue.first - 1] in ground.grammar.relative):
        return False
    if text[end - 1] in CLOSING:
        return text[end - 2] in WITHIN_QUOTE or not _introduces(ground, cue.last)
    if text[end - 1] != ",":
        return False
    if end - 1 > clause.start and text[end - 2] in BEFORE_COMMA:
        ahead = past_marks(text, cue.span[1], clause.end, " ,")
        return ahead < clause.end and text[ahead] not in '"“'
    return _closes_clause(ground, cue, clause, at)


def _introduces(ground: Ground, word: int) -> bool:
    return word < len(ground.lower) and ground.lower[word] in ground.grammar.introducers


def _closes_clause(ground: Ground, cue: Cue, clause: Clause, at: int) -> bool:
    """`…, the ministry said on Monday`: a whole clause stands ahead, and no content follows the cue."""
    words = ground.prose.words_in((clause.start, at))
    rest = past_addressee(ground, cue, clause)
    if len(words) < FEWEST_AHEAD or (rest < clause.last and (ground.opens(words.start) or _introduces(ground, rest))):
        return False
    return rest >= clause.last or rest in ground.barriers or ground.lower[rest] in ground.grammar.stoppers
