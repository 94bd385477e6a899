"""Which body a noun for any body means (`the group`): the one that stands out most in the sentences before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set as AbstractSet

from runut.outlets import find
from runut.people import POSSESSIVE, Member
from runut.statements.ground import Ground
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.subjects import surely_person
from runut.vocabulary import Span

# A body that was named so many sentences before may be meant.
NEARBY = 6
# What speaks for a body; each was tried one by one on the marked articles, half and double of it changed little.
APART, SUBJECT, KNOWN, OFTEN, SPOKE = -0.7, 1.0, 1.0, 0.3, 1.5
# What speaks against it: it tells which (`a Facebook |page`), or where or whose (`in Losari`).
WHICH, WHERE = -3.0, -1.0
# Of more mentions no more is thought.
MOST_MENTIONS = 4
# What closes a dateline, in which the outlet names itself.
DATELINE = (" - ", " -- ", " – ", " — ", "—")
# A subject begins within so many characters of its sentence.
FIRST_SIGNS = 12


def body_nearby(floor: Floor, at: int, kinds: AbstractSet[str] = frozenset()) -> Member | None:
    """The body that is meant at a place, where it is called by one of these kinds alone."""
    lexicon = floor.ground.lexicon
    unfit = frozenset() if lexicon.private.isdisjoint(kinds) else lexicon.public  # no ministry is a company
    prose = floor.ground.prose
    index = prose.sentence_at(at)
    since = prose.sentences[max(0, index - NEARBY)].start
    scores: dict[Member, float] = {}
    for span, member in floor.cast.everybody.within((since, at)):
        if _may_be_body(floor, member) and unfit.isdisjoint(member.words):
            score = _score(floor, member, span, index)
            scores[member] = max(score, scores.get(member, score))
    return max(scores, key=scores.__getitem__, default=None)


def _may_be_body(floor: Floor, member: Member) -> bool:
    """Nothing known tells that it is a person, a place or a word of offices."""
    lexicon, words = floor.ground.lexicon, tuple(member.name.lower().split())
    if surely_person(floor, member) or lexicon.is_place(words) or find(member.name) is not None:
        return False  # an outlet that asks is no company that is asked
    known = lexicon.nameless | lexicon.heads
    return member.name.isupper() or len(words) > 1 or not known.issuperset(words)


def _score(floor: Floor, member: Member, span: Span, index: int) -> float:
    prose = floor.ground.prose
    sentence = prose.sentence_at(span[0])
    score = APART * (index - sentence) + OFTEN * min(MOST_MENTIONS, len(member.mentions))
    score += SUBJECT * (span[0] - prose.sentences[sentence].start <= FIRST_SIGNS)
    score += KNOWN * (member.kind == "organisation") + SPOKE * (member.name in floor.bodies)
    if prose.text[span[1] : span[1] + 1] == ":" or prose.text.startswith(DATELINE, span[1]):
        score += WHICH  # `PHOTOS: …`, `Losari, Kabar Lembah - …`
    word = bisect_left(prose.starts, span[0])
    score += WHICH * _tells_which(floor.ground, span)
    return score + WHERE * (word > 0 and floor.ground.lower[word - 1] in floor.ground.grammar.prepositions)


def _tells_which(ground: Ground, span: Span) -> bool:
    """A noun follows: `a Facebook |page`."""
    last = bisect_left(ground.prose.ends, span[1])
    if last + 1 >= len(ground.words) or ground.gap(last) != " " or ground.text.endswith(POSSESSIVE, 0, span[1]):
        return False
    lower, grammar = ground.lower[last + 1], ground.grammar
    small = ground.opens(last + 1) or ground.governs(last + 1) or lower in grammar.auxiliaries
    joins = lower in grammar.joiners or lower in grammar.relative or lower in grammar.finite or grammar.is_verb(lower)
    return not (small or joins or ground.capital(last + 1))
