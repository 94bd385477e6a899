"""Several people who speak together (`Rini Moss and Danu Hart`), and the plural that means them again."""

from __future__ import annotations

from runut.people import Member
from runut.statements.ground import Ground
from runut.statements.marks import COMMA
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import Speaker
from runut.statements.speakers.subjects import surely_person
from runut.vocabulary import Span

# Several are meant again in so few words, their article included.
LONGEST_AGAIN = 2


def joined(floor: Floor, source: Source, persons: list[tuple[Span, Member]]) -> Speaker | None:
    """All whom a source names, or one of them and others."""
    return together(floor, persons) or _with_others(floor, source, persons)


def together(floor: Floor, persons: list[tuple[Span, Member]]) -> Speaker | None:
    """All of them under one name, where a word joins the last one to those before."""
    ground = floor.ground
    persons = [(span, member) for span, member in persons if _is_somebody(floor, member)]
    first = len(persons) - 2
    joiner = _joiner(ground, persons[first][0][1], persons[-1][0][0]) if first >= 0 else None
    if joiner is None or persons[first][1] is persons[-1][1]:
        return None
    if ground.lexicon.genders and not surely_person(floor, persons[-1][1]):
        return None  # `Rini Moss of Losari and |North Bel`
    while first and ground.text[persons[first - 1][0][1] : persons[first][0][0]].endswith(", "):
        first -= 1
    if ground.governs(max(0, ground.prose.words_in(persons[first][0]).start - 1)):
        return None  # `others, including |Rini Moss and Danu Hart`
    names = [member.name for _, member in persons[first:]]
    return Speaker(f"{', '.join(names[:-1])} {joiner} {names[-1]}", "group", "named")


def _with_others(floor: Floor, source: Source, persons: list[tuple[Span, Member]]) -> Speaker | None:
    """`Rini Moss and her colleagues`, `those close to Rini`: a group that is told by one of them."""
    ground = floor.ground
    words = ground.prose.words_in(source.span)
    last = words.stop - 1
    if not ground.grammar.head_last or ground.capital(last) or ground.lower[last] not in ground.lexicon.groups:
        return None
    behind = ground.prose.words_in((persons[-1][0][1], source.span[1]))
    if not behind or ground.lower[behind.start] not in ground.grammar.joiners:
        return None
    return Speaker(source.text, "group", "named")


def _is_somebody(floor: Floor, member: Member) -> bool:
    """A person by a name of several words of which none is of offices, or by one that is said again."""
    if member.kind != "person" or (len(member.words) == 1 and len(member.mentions) == 1):
        return False  # `Chairman of |Oversight and …`
    plain = len(member.words) > 1 and floor.ground.lexicon.nameless.isdisjoint(member.words)
    return plain or surely_person(floor, member)


def _joiner(ground: Ground, end: int, start: int) -> str | None:
    """The word between two names that joins them; none that stands within an office or a body's name does."""
    between = ground.prose.words_in((end, start))
    for word in between:
        beside = word in (between.start, between.stop - 1) or ground.marked(word - 1, COMMA)
        if ground.lower[word] in ground.grammar.joiners and beside:
            return ground.words[word]
    return None


def said_together(floor: Floor, source: Source) -> Speaker | None:
    """`the lawmakers`, `the two men`: those who spoke together last or were so called where they were named."""
    lexicon, last = floor.ground.lexicon, floor.group
    length = sum(word not in lexicon.several for word in source.lower)  # `the |two chairmen`
    if source.head not in lexicon.groups or length > LONGEST_AGAIN:
        return None
    if last is not None and last.rule != "description" and " " in (last.name or ""):
        return last.again("title")
    named = _called(floor, source)
    return named.again("title") if named else None


def _called(floor: Floor, source: Source) -> Speaker | None:
    """Those behind whose common noun the text names them (`the economists |Rini Moss and Danu Hart`)."""
    ground, prose = floor.ground, floor.ground.prose
    before = prose.words_in((0, source.span[0]))
    at = next((word for word in reversed(before[:-1]) if ground.lower[word] == source.head), None)
    if at is None or not ground.name(at + 1):
        return None
    end = prose.sentences[prose.sentence_at(prose.starts[at])].end
    return together(floor, floor.cast.persons.within((prose.ends[at], end))[:2])
