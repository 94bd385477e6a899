"""What `it` means: the body or document that began a sentence since, or that spoke last."""

from __future__ import annotations

from runut.people import POSSESSIVE, Member
from runut.statements.marks import COMMA
from runut.statements.speakers.descriptions import body_again
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.speaker import UNCLEAR, Speaker
from runut.statements.speakers.subjects import openers, sentences_since, surely_person
from runut.text import Sentence

# The noun that opens a sentence stands among so many of its first words.
FIRST_WORDS = 6
# A name that opens its sentence begins within so many characters.
FIRST_SIGNS = 12


def thing(floor: Floor, word: str, at: int) -> Speaker | None:
    """`it` means the body or document that spoke last, `hers` whoever spoke last."""
    if word in floor.ground.lexicon.neuter:
        last = floor.last
        spoke = last if last and last.type in ("document", "organisation", "outlet") else None
        found = _thing_here(floor, at) or _thing_since(floor, at) or spoke or floor.organisation or floor.document
        return found.again("pronoun") if found else UNCLEAR
    if floor.last is None or word not in floor.ground.grammar.possessive:
        return None
    return floor.last.again("pronoun")


def _thing_here(floor: Floor, at: int) -> Speaker | None:
    """The body that opens the pronoun's own sentence (`Arunika has published pictures that it says …`)."""
    prose = floor.ground.prose
    start = prose.sentences[prose.sentence_at(at)].start
    if not floor.ground.lexicon.genders or floor.end > start:
        return None
    opened = floor.cast.everybody.opening(start, min(at, start + FIRST_SIGNS))
    things = (member for _, member in opened if not (surely_person(floor, member) or _only_opens(floor, member)))
    member = next(things, None)
    return Speaker(member.name, "organisation", "pronoun") if member else None


def _thing_since(floor: Floor, at: int) -> Speaker | None:
    """A body that opened a sentence after the last statement."""
    found = next((t for s in sentences_since(floor, at) if (t := _described_thing(floor, s))), None)
    if found is not None:
        return found
    for member in openers(floor, at, floor.cast.everybody):
        if member.name in floor.persons or _only_opens(floor, member):
            continue  # who has spoken as a person is no thing
        if member.kind == "organisation" or (floor.ground.lexicon.genders and not surely_person(floor, member)):
            return Speaker(member.name, "organisation", "pronoun")
    return None


def _only_opens(floor: Floor, member: Member) -> bool:
    """A single capital that begins a sentence and does nothing there is a word like others (`Going forward, …`)."""
    ground, (start, end) = floor.ground, member.mentions[0]
    if len(member.mentions) > 1 or len(member.words) > 1 or not ground.lexicon.genders:
        return False
    sentence = ground.prose.sentences[ground.prose.sentence_at(start)]
    behind = next(iter(ground.prose.words_in((end, sentence.end))), None)
    if start > sentence.start or behind is None:
        return False
    lower, grammar = ground.lower[behind], ground.grammar
    does = grammar.is_verb(lower) or lower in grammar.finite or lower.endswith(grammar.present)
    return not (does or ground.text.startswith(POSSESSIVE, end)) or ground.marked(behind - 1, COMMA)


def _document_in(floor: Floor, words: range) -> Speaker | None:
    """A document that comes in behind a few words (`Two days later an invoice came.`, `Arun's brochure tells …`)."""
    ground, lexicon = floor.ground, floor.ground.lexicon
    for word in words:
        before = ground.lower[word - 1]
        if ground.lower[word] in lexicon.documents and (before in lexicon.indefinite or before.endswith(POSSESSIVE)):
            begin = word if before in lexicon.indefinite else word - 1
            if word - 2 >= words.start and ground.governs(word - 2):
                return None  # `In a statement, it said …`
            return Speaker(ground.prose[ground.prose.starts[begin], ground.prose.ends[word]], "document", "pronoun")
    return None


def _described_thing(floor: Floor, sentence: Sentence) -> Speaker | None:
    """The body or document that a noun behind an article means at the beginning of a sentence (`The company was …`)."""
    ground, lexicon = floor.ground, floor.ground.lexicon
    words = ground.prose.words_in(sentence.span)
    if len(words) < 2:
        return None
    if ground.lower[words.start] not in lexicon.article_words:
        return _document_in(floor, words[:FIRST_WORDS])
    end = next((at for at in words[1:FIRST_WORDS] if ground.lower[at] in lexicon.heads), None)
    if end is None:
        return None
    at, noun = ground.prose.starts[words.start], ground.lower[end]
    if noun in lexicon.organisations:
        return body_again(floor, {noun}, at)
    name = ground.prose[ground.prose.starts[words.start + 1], ground.prose.ends[end]]
    return Speaker(name, "document", "pronoun") if noun in lexicon.documents else None
