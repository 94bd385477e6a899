"""Pronouns as sources: `dia`, `mereka`, `it`, `we` within a quote, `her own research`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from runut.statements.speakers.asked import Asked
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.ranking import meant
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import UNCLEAR, Speaker
from runut.statements.speakers.subjects import may_be, subject_since, surely_person
from runut.statements.speakers.things import thing

# How far back a group is looked for that `they` may mean, in sentences and in words.
GROUP_REACH, FARTHEST_GROUP = 2, 250
# Whom a pronoun for several may mean.
SEVERAL = frozenset({"group", "organisation", "unnamed"})
# So many who spoke are looked through, and so many mentions of people who spoke nowhere yet.
MOST_SPOKEN, MOST_NAMED = 100, 20
# A pronoun and at most one word beside it (`dia sendiri`).
LONGEST_PRONOUN = 2


def pronoun(floor: Floor, source: Source) -> Speaker | None:
    """Whom a pronoun means; None when the source is none."""
    lexicon, first = floor.ground.lexicon, source.lower[0]
    if len(source.lower) > LONGEST_PRONOUN:
        return _with_others(floor, source)
    owner = len(source.lower) == 1 and first in floor.ground.grammar.possessive and first in lexicon.genders
    if first in lexicon.singular or owner:
        return _one(floor, source, first)  # `he`, `|his criticism`
    if first in lexicon.plural:
        group = (
            _holder_of_several(source) or _group_before(floor, source.item.start) or floor.group or floor.organisation
        )
        return group.again("pronoun") if group else Speaker(None, "group", "unclear")
    if len(source.lower) == 1 and first in lexicon.partial:
        return _one_of_several(floor, source)
    return thing(floor, first, source.item.start) if len(source.lower) == 1 else None


def _with_others(floor: Floor, source: Source) -> Speaker | None:
    """`he and other lawmakers`: whom the pronoun means, and they."""
    ground = floor.ground
    words = ground.prose.words_in(source.span)
    joined = source.lower[0] in ground.lexicon.singular and source.lower[1] in ground.grammar.joiners
    span = ground.span(words[:1]) if joined else None
    first = Source.of(ground, source.item, span, source.holder) if span else None
    who = _one(floor, first, first.lower[0]) if first else None
    if who is None or who.name is None:
        return None
    others, _, _ = ground.text[ground.prose.starts[words.start + 1] : source.span[1]].partition(", ")
    return Speaker(f"{who.name} {others}", "group", "pronoun")


def _one_of_several(floor: Floor, source: Source) -> Speaker | None:
    """`One said …`, `Many believe …`: of the group that spoke last or was named just before."""
    group = _group_before(floor, source.item.start)
    return group.again("pronoun") if group and group.type == "group" else None


def _holder_of_several(source: Source) -> Speaker | None:
    """`The authorities announced that they had found what they believed …`: in indirect words, who says them."""
    quoted = source.item.cue is not None and source.item.cue.quoted
    return source.holder if source.holder and not quoted and source.holder.type in SEVERAL else None


def own(floor: Floor, source: Source) -> Speaker | None:
    """`saya`, `we`: within a quote, whoever is quoted."""
    known = floor.ground.lexicon.own | floor.ground.lexicon.openers
    if source.holder is None or not known.issuperset(source.lower) or source.lower[-1] not in floor.ground.lexicon.own:
        return None  # `And I`
    return source.holder.again("pronoun")


def owned(floor: Floor, source: Source) -> Speaker | None:
    """`her own research`: a document that belongs to whoever spoke last."""
    owner = floor.person or floor.last
    if owner is None or len(source.lower) == 1 or source.lower[0] not in floor.ground.grammar.possessive:
        return None
    if floor.ground.lexicon.documents.isdisjoint(source.lower) or not may_be(floor, owner, source.lower[0]):
        return None
    return Speaker(owner.name, "document", "pronoun", owner.role)


def _one(floor: Floor, source: Source, word: str) -> Speaker:
    """One person: where pronouns show gender the likeliest, else the subject of a sentence since or who spoke last."""
    at = source.item.start
    if source.item.cue is not None and source.item.cue.quoted:
        return _spoken_of(floor, source, word)
    answering = subject_since(floor, word, at) or answerer(floor, at, word) if floor.asking else None
    if answering is not None:
        return answering.again("pronoun")
    found = meant(floor, Asked.with_words("pronoun", source))
    found = found.again("pronoun") if found else floor.latest_person(at, "pronoun")
    _remember(floor, source, word, found)
    return found


def _remember(floor: Floor, source: Source, word: str, found: Speaker) -> None:
    """What a pronoun that meant somebody tells of the next one."""
    if found.name is None:
        return
    genders = floor.ground.lexicon.genders
    pronoun = genders.get(word, word) if genders else ""
    floor.pronouns.setdefault(found.name, pronoun)
    floor.meant[pronoun] = found.name, floor.ground.prose.sentence_at(source.span[0])


def answerer(floor: Floor, at: int, word: str) -> Speaker | None:
    """Who answers the question that was asked last: whom its sentence names besides, else who spoke before."""
    if floor.asking is None or floor.last is None:
        return None
    prose = floor.ground.prose
    start = prose.sentences[prose.sentence_at(floor.asking.start)].start
    named = (Speaker.of(member, "pronoun") for _, member in reversed(floor.cast.persons.within((start, at))))
    known = (speaker for speaker in chain(named, _known(floor, at)) if speaker.name != floor.last.name)
    return next((speaker for speaker in known if may_be(floor, speaker, word)), None)


def _spoken_of(floor: Floor, source: Source, word: str) -> Speaker:
    """Within a quote a pronoun means somebody else than who is quoted: whoever was named or spoke last."""
    holder = source.holder.name if source.holder else None
    known = (speaker for speaker in _known(floor, source.item.start) if speaker.name != holder)
    found = next((speaker for speaker in known if may_be(floor, speaker, word)), None)
    return found.again("pronoun") if found else UNCLEAR


def _known(floor: Floor, at: int) -> Iterator[Speaker]:
    """Who spoke before a place, the last one first, then who was named."""
    spoke = islice(reversed(floor.persons.values()), MOST_SPOKEN)
    named = (member for member in floor.cast.persons_back(at, MOST_NAMED) if surely_person(floor, member))
    return chain(spoke, (Speaker.of(member, "pronoun") for member in named))


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
            end = word + 1 + (ground.lower[word] in ground.lexicon.indefinite and word + 1 < words.stop)  # `para saksi`
            while end < words.stop and ground.capital(end) and ground.gap(end - 1) == " ":
                end += 1
            return Speaker(prose[prose.starts[word], prose.ends[end - 1]], "group", "description")
    return None
