"""Pronouns as sources: `dia`, `mereka`, `it`, `we` within a quote, `her own research`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from runut.people import Member, gender_of
from runut.people.timeline import Timeline
from runut.statements.speakers.descriptions import body_again
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import UNCLEAR, Speaker
from runut.text import Sentence

# A pronoun may mean the subject of a sentence this far back, if nobody spoke since.
SUBJECT_REACH = 3
# A name farther from its sentence's beginning, in characters, is hardly its subject.
SUBJECT_WIDTH = 110
# How far back a group is looked for that `they` may mean, in sentences and in words.
GROUP_REACH, FARTHEST_GROUP = 2, 250
# The subject that opens a sentence stands behind a title of at most so many characters.
SUBJECT_START = 40
# Whom a pronoun for several may mean.
SEVERAL = frozenset({"group", "organisation", "unnamed"})
# So many mentions are looked through for a person who spoke nowhere yet.
MOST_NAMED = 20
# A title that opens a sentence stands behind so few words and has so few itself.
LONGEST_LEAD, LONGEST_TITLE = 4, 6
# A pronoun and at most one word beside it (`dia sendiri`).
LONGEST_PRONOUN = 2


def pronoun(floor: Floor, source: Source) -> Speaker | None:
    """Whom a pronoun means; None when the source is none."""
    lexicon, first = floor.ground.lexicon, source.lower[0]
    if len(source.lower) > LONGEST_PRONOUN:
        return None
    if first in lexicon.singular:
        return _one(floor, source, first)
    if first in lexicon.plural:
        group = _group_before(floor, source.item.start) or floor.group or floor.organisation
        return group.again("pronoun") if group else Speaker(None, "group", "unclear")
    return _thing(floor, first, source.item.start) if len(source.lower) == 1 else None


def own(floor: Floor, source: Source) -> Speaker | None:
    """`saya`, `we`: within a quote, whoever is quoted."""
    if source.holder is None or not floor.ground.lexicon.own.issuperset(source.lower):
        return None
    return source.holder.again("pronoun")


def owned(floor: Floor, source: Source) -> Speaker | None:
    """`her own research`: a document that belongs to whoever spoke last."""
    owner = floor.person or floor.last
    if owner is None or len(source.lower) == 1 or source.lower[0] not in floor.ground.grammar.possessive:
        return None
    if floor.ground.lexicon.documents.isdisjoint(source.lower):
        return None
    return Speaker(owner.name, "document", "pronoun", owner.role)


def _one(floor: Floor, source: Source, word: str) -> Speaker:
    """One person: the subject of a sentence since, or whoever spoke last and may be called so."""
    at = source.item.start
    found = _subject_of(floor, source, word) or _subject_since(floor, word, at) or _called(floor, word, at)
    found = found.again("pronoun") if found else floor.latest_person(at, "pronoun")
    if found.name is not None:
        floor.pronouns.setdefault(found.name, floor.ground.lexicon.genders.get(word, word))
    return found


def _called(floor: Floor, word: str, at: int) -> Speaker | None:
    """The person who spoke last and is not known by another pronoun, else the one named last."""
    if not floor.ground.lexicon.genders:
        return floor.person
    spoke = reversed(floor.persons.values())
    named = (member for member in floor.cast.persons_back(at, MOST_NAMED) if _surely_person(floor, member))
    known = chain(spoke, (Speaker.of(member, "pronoun") for member in named))
    return next((speaker for speaker in known if _may_be(floor, speaker, word)), floor.person)


def _may_be(floor: Floor, speaker: Speaker, word: str) -> bool:
    """Nothing shows that another pronoun than this one is used for the speaker."""
    lexicon = floor.ground.lexicon
    if not lexicon.genders or speaker.name is None:
        return True
    gender = gender_of(lexicon, speaker.name, speaker.role) or floor.pronouns.get(speaker.name)
    return gender is None or gender == lexicon.genders.get(word, gender)


def _subject_of(floor: Floor, source: Source, word: str) -> Speaker | None:
    """The person who opens the sentence, when what the pronoun's bearer says follows (`Sari left after she said …`)."""
    at, content = source.span[0], source.item.content
    if not floor.ground.lexicon.genders or not content or content[0][0] < at or source.holder is not None:
        return None
    prose = floor.ground.prose
    start = prose.sentences[prose.sentence_at(at)].start
    for _, member in floor.cast.persons.opening(start, min(at, start + SUBJECT_START)):
        speaker = Speaker.of(member, "pronoun")
        if _surely_person(floor, member) and _may_be(floor, speaker, word):
            return speaker
    return None


def _subject_since(floor: Floor, word: str, at: int) -> Speaker | None:
    """A person who opened a sentence after the last statement, by name or, where pronouns show gender, by title."""
    prose = floor.ground.prose
    for sentence in _sentences_since(floor, at):
        opened = [*floor.cast.persons.opening(sentence.start, min(sentence.end, sentence.start + SUBJECT_WIDTH))]
        named = (Speaker.of(m, "pronoun") for start, m in opened if _may_open(floor, m, start == sentence.start))
        found = next((speaker for speaker in named if _may_be(floor, speaker, word)), None)
        found = found or _titled_subject(floor, prose.words_in(sentence.span), word)
        if found is not None:
            return found
    return None


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
    return speaker if speaker and _may_be(floor, speaker, word) else None


def _sentences_since(floor: Floor, at: int) -> Iterator[Sentence]:
    """The few sentences between the last statement and a place, nearest first."""
    prose = floor.ground.prose
    index = prose.sentence_at(at)
    for sentence in reversed(prose.sentences[max(0, index - SUBJECT_REACH) : index]):
        if floor.end > sentence.start:
            return
        yield sentence


def _openers(floor: Floor, at: int, timeline: Timeline) -> Iterator[Member]:
    """Who is named at the beginning of the sentences since the last statement, nearest sentence first."""
    for sentence in _sentences_since(floor, at):
        for start, member in timeline.opening(sentence.start, min(sentence.end, sentence.start + SUBJECT_WIDTH)):
            if _may_open(floor, member, start == sentence.start):
                yield member


def _may_open(floor: Floor, member: Member, first: bool) -> bool:
    """Whoever is named but once, without a role or first name and not first of all, is hardly a subject."""
    return first or len(member.mentions) > 1 or _surely_person(floor, member)


def _group_before(floor: Floor, at: int) -> Speaker | None:
    """The group named last in this sentence or the two before it, with the capitalised words behind it."""
    ground, prose = floor.ground, floor.ground.prose
    start = prose.sentences[max(0, prose.sentence_at(at) - GROUP_REACH)].start
    if floor.last is not None and floor.end > start:
        going_on = floor.last if floor.last.type in SEVERAL else floor.group
        if going_on is not None:
            return going_on
    words = prose.words_in((start, at))
    for word in reversed(words[-FARTHEST_GROUP:]):
        if ground.lower[word] in ground.lexicon.groups:
            end = word + 1
            while end < words.stop and ground.capital(end):
                end += 1
            return Speaker(prose[prose.starts[word], prose.ends[end - 1]], "group", "description")
    return None


def introduced(floor: Floor, at: int) -> Speaker | None:
    """The person surely named at the beginning of a sentence since the last statement: the quote may be theirs."""
    openers = (member for member in _openers(floor, at, floor.cast.persons) if _surely_person(floor, member))
    member = next(openers, None)
    return Speaker.of(member, "continued") if member else None


def _thing_since(floor: Floor, at: int) -> Speaker | None:
    """A body that opened a sentence after the last statement."""
    thing = next((t for s in _sentences_since(floor, at) if (t := _described_thing(floor, s))), None)
    if thing is not None:
        return thing
    for member in _openers(floor, at, floor.cast.everybody):
        if member.kind == "organisation" or (floor.ground.lexicon.genders and not _surely_person(floor, member)):
            return Speaker(member.name, "organisation", "pronoun")
    return None


def _described_thing(floor: Floor, sentence: Sentence) -> Speaker | None:
    """The body or document that a noun behind an article means at the beginning of a sentence (`The company was …`)."""
    ground, lexicon = floor.ground, floor.ground.lexicon
    words = ground.prose.words_in(sentence.span)
    if len(words) < 2 or ground.lower[words.start] not in lexicon.article_words:
        return None
    end = next((at for at in words[1:LONGEST_TITLE] if ground.lower[at] in lexicon.heads), None)
    if end is None:
        return None
    at, noun = ground.prose.starts[words.start], ground.lower[end]
    if noun in lexicon.organisations:
        return body_again(floor, {noun}, at)
    name = ground.prose[ground.prose.starts[words.start + 1], ground.prose.ends[end]]
    return Speaker(name, "document", "pronoun") if noun in lexicon.documents else None


def _surely_person(floor: Floor, member: Member) -> bool:
    """A role or a first name that is known shows that the name is a person's."""
    return member.role is not None or gender_of(floor.ground.lexicon, member.name, None) is not None


def _thing(floor: Floor, word: str, at: int) -> Speaker | None:
    """`it` means the body or document that spoke last, `hers` whoever spoke last."""
    if word in floor.ground.lexicon.neuter:
        last = floor.last
        spoke = last if last and last.type in ("document", "organisation", "outlet") else None
        thing = _thing_since(floor, at) or spoke or floor.organisation or floor.document
        return thing.again("pronoun") if thing else UNCLEAR
    if floor.last is None or word not in floor.ground.grammar.possessive:
        return None
    return floor.last.again("pronoun")
