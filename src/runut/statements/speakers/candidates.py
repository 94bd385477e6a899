"""Who may be meant where nobody is named, and what speaks for each of them, however they are meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from msgspec import Struct

from runut.people import POSSESSIVE, Member
from runut.statements.ground import Ground
from runut.statements.marks import COMMA, POSSESSED
from runut.statements.speakers.asked import Asked
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.nearby import DATELINE
from runut.statements.speakers.offices import offices
from runut.statements.speakers.speaker import Speaker
from runut.statements.speakers.subjects import surely_person
from runut.vocabulary import Span

# So many mentions and sentences back somebody may be meant, and so many of those who spoke.
MOST_MENTIONS, MOST_SENTENCES, MOST_SPOKEN = 60, 12, 8
# So many sentences back an office is looked for by which somebody is mentioned.
MOST_OFFICES = 4
# A dateline ends within so many characters of the text.
LONGEST_DATELINE = 80
# A subject begins within so many characters of its sentence.
SUBJECT_START = 40
# From these sentences, mentions or statements back on it makes no difference how far.
FARTHEST, LAST_RANK = 7, 3


class Candidate(Struct, frozen=True):
    """Somebody who may be meant."""

    speaker: Speaker
    features: tuple[str, ...]
    """What is true of them here, by the names that the weights have."""


class Place(Struct, frozen=True):
    """Where somebody is asked for."""

    at: int
    """Where the pronoun begins."""
    sentence: int
    opens: bool
    """Nothing or one word stands before it in its sentence."""
    behind: bool
    """Its statement's content begins before it (`“…,” he said`)."""
    content: tuple[Span, ...]


def candidates(floor: Floor, place: Place, asked: Asked) -> list[Candidate]:
    """Those mentioned or heard before a place."""
    found: dict[str, tuple[Speaker, list[str]]] = {}
    for rank, (member, mentions) in enumerate(_mentioned(floor, place).items()):
        speaker = Speaker.of(member, "pronoun")
        found[member.name] = speaker, [f"rank {min(rank, LAST_RANK)}", *_of_mentions(floor, place, member, mentions)]
    for rank, speaker in enumerate(list(reversed(floor.persons.values()))[:MOST_SPOKEN]):
        name = speaker.name or ""
        if name not in found:
            found[name] = speaker.again("pronoun"), ["only spoke", *of_place(floor, place, floor.ends[name] - 1)]
        found[name][1].extend(["spoke", f"spoke {min(rank, 2)}", *_of_floor(floor, place, asked, speaker)])
    return [Candidate(speaker, tuple(features)) for speaker, features in found.values()]


def place_of(floor: Floor, asked: Asked) -> Place:
    """Where somebody is asked for."""
    prose, at, content = floor.ground.prose, asked.at, tuple(asked.item.content)
    index = prose.sentence_at(at)
    opens = len(prose.words_in((prose.sentences[index].start, at))) <= 1
    return Place(at, index, opens, bool(content) and content[0][0] < at, content)


def _mentioned(floor: Floor, place: Place) -> dict[Member, list[Span]]:
    """Who is named before the place and may be a person, with their mentions, the nearest first."""
    found: dict[Member, list[Span]] = {}
    everybody = floor.cast.everybody
    count = bisect_right(everybody.ends, place.at)
    for index in range(count - 1, max(-1, count - 1 - MOST_MENTIONS), -1):
        member, start = everybody.members[index], everybody.starts[index]
        if any(begin <= start < end for begin, end in place.content):
            continue  # `“Sari was late,” he said`: he is not she of whom he speaks
        if place.sentence - floor.ground.prose.sentence_at(start) > MOST_SENTENCES:
            break
        if _may_be_person(floor, member):
            found.setdefault(member, []).append((start, everybody.ends[index]))
    return _with_offices(floor, place, found)


def _with_offices(floor: Floor, place: Place, found: dict[Member, list[Span]]) -> dict[Member, list[Span]]:
    """The same with their mentions by office alone, in the order of the nearest mention of each."""
    told = False
    for sentence in range(max(0, place.sentence - MOST_OFFICES), place.sentence + 1):
        for member, span in offices(floor, sentence):
            if span[1] <= place.at and not any(begin <= span[0] < end for begin, end in place.content):
                found.setdefault(member, []).append(span)
                told = True
    if not told:
        return found
    for mentions in found.values():
        mentions.sort(reverse=True)
    return dict(sorted(found.items(), key=lambda item: item[1][0], reverse=True))


def _may_be_person(floor: Floor, member: Member) -> bool:
    """A person, or a single name that is nothing else: no place, party or word that only opens a sentence."""
    if _is_signature(floor.ground, member) or (_is_place(floor.ground, member) and not surely_person(floor, member)):
        return False
    if member.kind != "other" or surely_person(floor, member):
        return member.kind != "organisation"
    lexicon, words = floor.ground.lexicon, member.words
    others = (lexicon.nameless, lexicon.groups, lexicon.ordinary)
    if len(words) > 1 or not all(map(words.isdisjoint, others)):
        return False
    if member.name.isupper():
        return False
    prose = floor.ground.prose
    return len(member.mentions) > 1 or prose.sentences[prose.sentence_at(member.first)].start < member.first


def _is_signature(ground: Ground, member: Member) -> bool:
    """Its first mention closes the dateline, where the outlet names itself (`LOSARI, Kabar Lembah - …`)."""
    end = member.mentions[0][1]
    return end <= LONGEST_DATELINE and ground.text.startswith(DATELINE, end)


def _is_place(ground: Ground, member: Member) -> bool:
    """A preposition before one of its mentions tells of a place (`pedagang di |Losari`)."""
    firsts = (bisect_left(ground.prose.starts, start) for start, _ in member.mentions[:MOST_SPOKEN])
    before = (ground.lower[word - 1] for word in firsts if word)
    return any(lower in ground.lexicon.locatives or lower in ground.lexicon.toward for lower in before)


def _of_mentions(floor: Floor, place: Place, member: Member, mentions: list[Span]) -> Iterator[str]:
    """How often somebody is mentioned, how far away last, and as what."""
    start = mentions[0][0]
    far = place.sentence - floor.ground.prose.sentence_at(start)
    yield from of_place(floor, place, start)
    yield f"mentions {min(len(mentions), 4)}"
    yield from _of_subject(floor, place, mentions, far)
    yield from _of_nearest(floor, mentions[0])
    if len(member.words) == 1:
        yield "single"
    if surely_person(floor, member):
        yield "sure"
    if member.kind == "other":
        yield "other"


def of_place(floor: Floor, place: Place, at: int) -> Iterator[str]:
    """How far away somebody was named or spoke last."""
    prose = floor.ground.prose
    sentence = prose.sentence_at(at)
    far = place.sentence - sentence
    apart = prose.sentences[place.sentence].paragraph - prose.sentences[sentence].paragraph
    yield f"far {far if far < 4 else 4 if far < FARTHEST else FARTHEST}"
    yield f"paragraphs {min(apart, 3)}"


def _of_subject(floor: Floor, place: Place, mentions: list[Span], far: int) -> Iterator[str]:
    """How far back somebody began a sentence last."""
    prose = floor.ground.prose
    subject = next((place.sentence - prose.sentence_at(s) for s, _ in mentions if _is_subject(floor, s)), None)
    if subject is None:
        return
    yield f"subject {min(subject, 3)}"
    if subject == 1 and place.opens:
        yield "subject 1 opens"
    if subject == far and _is_new(floor, mentions[0][0]):
        yield "subject since"


def _of_nearest(floor: Floor, mention: Span) -> Iterator[str]:
    """What stands beside the nearest mention, and within what it stands."""
    ground, (start, end) = floor.ground, mention
    word = bisect_left(ground.prose.starts, start)
    if ground.text[end - 2 : end] in POSSESSIVE or ground.text[end : end + 2] in POSSESSED:
        yield "possessor"
    if _is_governed(ground, word):
        yield "governed"
    if not ground.lexicon.genders:
        yield from _of_neighbours(floor, word, end)
    if word in ground.quoted:
        yield "quoted"
    elif start >= floor.end:
        yield "since"


def _of_neighbours(floor: Floor, word: int, end: int) -> Iterator[str]:
    """The name only tells whose somebody else is (`manajer |Sari, Budi Hartono, …`), or is that of no person."""
    ground = floor.ground
    if ground.text.startswith(", ", end) and floor.cast.everybody.opening(end + 2, end + 3):
        yield "leads to name"
    before = ground.lower[word - 1] if word and ground.gap(word - 1) == " " else ""
    lexicon = ground.lexicon
    if before in lexicon.organisations or before in lexicon.media or before in lexicon.documents:
        yield "behind body"


def _is_new(floor: Floor, start: int) -> bool:
    """Named since somebody spoke last, by the article itself."""
    return start >= floor.end and bisect_left(floor.ground.prose.starts, start) not in floor.ground.quoted


def _is_governed(ground: Ground, word: int) -> bool:
    """A preposition stands before the name and its title (`a letter to |Senator Moss`)."""
    while word and ground.gap(word - 1) in (" ", ". ") and (ground.capital(word - 1) or ground.heads(word - 1)):
        word -= 1
    return word > 0 and ground.lower[word - 1] in ground.grammar.prepositions


def _is_subject(floor: Floor, start: int) -> bool:
    """The first name of its sentence, near its beginning or that of the clause behind what leads up to it."""
    ground, prose = floor.ground, floor.ground.prose
    begin = prose.sentences[prose.sentence_at(start)].start
    if floor.cast.everybody.opening(begin, start):
        return False
    before = prose.words_in((begin, start))
    if before and ground.opens(before.start) and ground.marked(before.stop - 1, COMMA):
        return True
    return start - begin <= SUBJECT_START


def _of_floor(floor: Floor, place: Place, asked: Asked, speaker: Speaker) -> Iterator[str]:
    """What somebody's last words say."""
    prose = floor.ground.prose
    heard = prose.sentence_at(max(0, floor.ends[speaker.name or ""] - 1))
    yield f"heard {min(place.sentence - heard, 4)}"
    yield f"heard paragraphs {min(prose.sentences[place.sentence].paragraph - prose.sentences[heard].paragraph, 3)}"
    if speaker.type == "unnamed":
        yield "unnamed"
    if floor.last is not None and floor.last.name == speaker.name:
        yield "last"
        if place.behind:
            yield "last behind"
        if floor.asking is not None:
            yield "asked"
    if asked.holder is not None and asked.holder.name == speaker.name:
        yield "holder"
