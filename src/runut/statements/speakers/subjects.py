"""Whom the sentences since the last statement begin with, by name or by title."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from runut.people import POSSESSIVE, Member, gender_of
from runut.people.timeline import Timeline
from runut.statements.marks import COMMA
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.speaker import Speaker
from runut.text import Sentence

# A pronoun may mean the subject of a sentence this far back, if nobody spoke since.
SUBJECT_REACH = 3
# A name farther from its sentence's beginning, in characters, is hardly its subject.
SUBJECT_WIDTH = 110
# A clause that leads up to the subject has at most so many words.
LONGEST_CLAUSE = 30
# A title that opens a sentence stands behind so few words and has so few itself.
LONGEST_LEAD, LONGEST_TITLE = 4, 6


def subject_since(floor: Floor, word: str, at: int) -> Speaker | None:
    """A person who opened a sentence after the last statement, by name or, where pronouns show gender, by title."""
    prose = floor.ground.prose
    for sentence in sentences_since(floor, at):
        if _goes_on(floor, sentence):
            continue
        opened = _opened(floor, sentence)
        opened = [(start, m) for start, m in opened if not (_possesses(floor, start) or _is_the(floor, start, m))]
        opened = [(start, m) for start, m in opened if not _follows_verb(floor, sentence, start)]
        if word in floor.ground.lexicon.singular:
            opened = [(start, m) for start, m in opened if not _stands_behind(floor, sentence, start)]
        named = (Speaker.of(m, "pronoun") for start, m in opened if _may_open(floor, m, _leads(floor, start, sentence)))
        found = next((speaker for speaker in named if may_be(floor, speaker, word)), None)
        found = found or _titled_subject(floor, prose.words_in(sentence.span), word)
        if found is not None:
            return found
    return None


def _follows_verb(floor: Floor, sentence: Sentence, start: int) -> bool:
    """A verb before the name shows that somebody else is the subject (`Polisi memeriksa Sari`)."""
    ground = floor.ground
    before = ground.prose.words_in((sentence.start, start))
    return bool(ground.grammar.prefixes) and any(
        ground.lower[word].startswith(ground.grammar.prefixes) and not ground.capital(word) and not ground.nominal(word)
        for word in before
    )


def _stands_behind(floor: Floor, sentence: Sentence, start: int) -> bool:
    """A pronoun for one person before the name is the subject (`Wearing a hat, he met Sari`), where it shows gender."""
    ground = floor.ground
    before = ground.prose.words_in((sentence.start, start))
    return bool(ground.lexicon.genders) and any(ground.lower[word] in ground.lexicon.singular for word in before)


def _goes_on(floor: Floor, sentence: Sentence) -> bool:
    """It opens with a pronoun for one person: nobody whom it names is its subject."""
    words = floor.ground.prose.words_in(sentence.span)
    known = bool(words) and bool(floor.ground.lexicon.genders)
    return known and floor.ground.lower[words.start] in floor.ground.lexicon.singular


def _opened(floor: Floor, sentence: Sentence) -> list[tuple[int, Member]]:
    """Who is named where the subject of a sentence stands: behind a clause that leads up to it, then within that."""
    ground, opening = floor.ground, floor.cast.persons.opening
    words = ground.prose.words_in(sentence.span)
    lead = [*opening(sentence.start, min(sentence.end, sentence.start + SUBJECT_WIDTH))]
    lead = lead or [*opening(sentence.start, sentence.end)][:1]
    if not words or not ground.opens(words.start) or not ground.lexicon.genders:
        return lead
    comma = next((w for w in words[:LONGEST_CLAUSE] if ground.marked(w, COMMA)), None)
    if comma is None:
        return lead
    main = ground.prose.ends[comma]
    return [*opening(main, min(sentence.end, main + SUBJECT_WIDTH)), *lead]


def introduced(floor: Floor, at: int, reach: int = SUBJECT_REACH) -> Speaker | None:
    """The person surely named at the beginning of a sentence since the last statement: the quote may be theirs."""
    named = (member for member in openers(floor, at, floor.cast.persons, reach) if surely_person(floor, member))
    member = next(named, None)
    return Speaker.of(member, "continued") if member else None


def openers(floor: Floor, at: int, timeline: Timeline, reach: int = SUBJECT_REACH) -> Iterator[Member]:
    """Who is named at the beginning of the sentences since the last statement, nearest sentence first."""
    for sentence in islice(sentences_since(floor, at), reach):
        for start, member in timeline.opening(sentence.start, min(sentence.end, sentence.start + SUBJECT_WIDTH)):
            if _may_open(floor, member, start == sentence.start) and not _follows_verb(floor, sentence, start):
                yield member


def sentences_since(floor: Floor, at: int) -> Iterator[Sentence]:
    """The few sentences between the last statement and a place, nearest first."""
    prose = floor.ground.prose
    index = prose.sentence_at(at)
    for sentence in reversed(prose.sentences[max(0, index - SUBJECT_REACH) : index]):
        if floor.end > sentence.start:
            return
        yield sentence


def may_be(floor: Floor, speaker: Speaker, word: str) -> bool:
    """Nothing shows that another pronoun than this one is used for the speaker."""
    lexicon = floor.ground.lexicon
    if not lexicon.genders or speaker.name is None:
        return True
    gender = gender_of(lexicon, speaker.name, speaker.role) or floor.pronouns.get(speaker.name)
    return gender is None or gender == lexicon.genders.get(word, gender)


def surely_person(floor: Floor, member: Member) -> bool:
    """A role, a form of address or a first name that is known shows that the name is a person's."""
    if member.role is not None or member.rank is not None:
        return True
    return gender_of(floor.ground.lexicon, member.name, None) is not None


def _titled_subject(floor: Floor, words: range, word: str) -> Speaker | None:
    """Whom a title means that opens a sentence (`Still, the US president hopes …`)."""
    lexicon, lower = floor.ground.lexicon, floor.ground.lower
    if not lexicon.genders:
        return None
    first = next((at for at in words[:LONGEST_LEAD] if lower[at] in lexicon.article_words), None)
    if first is None or lower[first] in lexicon.indefinite:
        return None
    behind = lower[first + 1 : min(words.stop, first + LONGEST_TITLE)]
    noun = next((word for word in behind if word in lexicon.titles), None)
    member = floor.cast.titled(noun, floor.ground.prose.starts[first]) if noun else None
    speaker = Speaker.of(member, "pronoun") if member else None
    return speaker if speaker and may_be(floor, speaker, word) else None


def _leads(floor: Floor, start: int, sentence: Sentence) -> bool:
    """The name opens its sentence, or the main clause behind what leads up to it (`Asked about it, Sari …`)."""
    if start == sentence.start:
        return True
    ground = floor.ground
    word = bisect_left(ground.prose.starts, start)
    opens = ground.opens(ground.prose.words_in(sentence.span).start)
    return opens and bool(ground.lexicon.genders) and ground.marked(word - 1, COMMA)


def _is_the(floor: Floor, start: int, member: Member) -> bool:
    """An article right before a name that is nobody's for sure: a place (`In the Eastern Cape, a principal …`)."""
    ground = floor.ground
    word = ground.first_capital(bisect_left(ground.prose.starts, start))
    article = word > 0 and ground.lower[word - 1] in ground.lexicon.article_words
    return article and bool(ground.lexicon.genders) and not surely_person(floor, member)


def _possesses(floor: Floor, start: int) -> bool:
    """The name that begins there only tells whose the subject is (`Sari’s captain, Budi, …`)."""
    ground = floor.ground
    word = bisect_left(ground.prose.starts, start)
    while word + 1 < len(ground.words) and ground.gap(word) == " " and ground.capital(word + 1):
        if ground.lower[word].endswith(POSSESSIVE):
            return True
        word += 1
    return word < len(ground.words) and ground.lower[word].endswith(POSSESSIVE)


def _may_open(floor: Floor, member: Member, first: bool) -> bool:
    """Whoever is named but once, without a role or first name and not first of all, is hardly a subject."""
    return first or len(member.mentions) > 1 or surely_person(floor, member)
