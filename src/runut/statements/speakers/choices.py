"""Between whom it is chosen where nobody is named; more speaks for them where pronouns show no gender."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from runut.people import gender_of
from runut.statements.speakers.asked import Asked
from runut.statements.speakers.candidates import Candidate, Place, candidates, of_place, place_of
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.speaker import UNCLEAR, Speaker
from runut.statements.speakers.subjects import introduced, subject_since

# A pronoun that was used so many sentences before says nothing any more.
PRONOUN_REACH = 8
# A description of more words is hardly longer.
LONGEST_DESCRIPTION = 4


def choices(floor: Floor, asked: Asked) -> list[Candidate]:
    """Those who may be meant, with what is true of them; no names are those of a description that means nobody else."""
    place = place_of(floor, asked)
    found = candidates(floor, place, asked)
    if floor.ground.lexicon.genders:
        return list(_of_gender(floor, place, asked.words[0], found))
    others = () if asked.by == "description" else _heard_last(floor, place, found)
    opened = _opened(floor, asked)
    known = [_plain(floor, place, one, opened) for one in (*found, *others) if not _is_part(floor, one)]
    return [*known, _itself(floor, asked)] if asked.by == "description" else known


def _of_gender(floor: Floor, place: Place, word: str, found: list[Candidate]) -> Iterator[Candidate]:
    """Those of whom nothing shows that another pronoun is used."""
    lexicon = floor.ground.lexicon
    pronoun = lexicon.genders.get(word, word)
    for one in found:
        name = one.speaker.name or ""
        gender = gender_of(lexicon, name, one.speaker.role) or floor.pronouns.get(name)
        if gender is None or gender == pronoun:
            known = ("gender",) if gender else ()
            yield Candidate(one.speaker, (*one.features, *known, *_of_chain(floor, place, one.speaker, pronoun)))


def _heard_last(floor: Floor, place: Place, found: list[Candidate]) -> Iterator[Candidate]:
    """Who spoke last and is no person for sure: a body, or somebody who is only described."""
    last = floor.last
    if last is not None and all(one.speaker.name != last.name for one in found):
        told = ("only spoke", "last", f"last {last.type}", *of_place(floor, place, max(0, floor.end - 1)))
        yield Candidate(last.again("pronoun"), told)


def _opened(floor: Floor, asked: Asked) -> dict[str, str | None]:
    """Who surely begins the sentence before, and whom any of the few sentences since begin with."""
    begins, since = introduced(floor, asked.item.start, 1), subject_since(floor, "", asked.item.start)
    return {"introduced": begins.name if begins else None, "opened": since.name if since else None}


def _is_part(floor: Floor, one: Candidate) -> bool:
    """It only tells which body spoke last (`Arunika` behind the words of `Dinas Kesehatan Arunika`)."""
    last = floor.last
    if last is None or last.type == "person" or " " in (one.speaker.name or " "):
        return False
    return one.speaker.name != last.name and one.speaker.name in (last.name or "").split()


def _plain(floor: Floor, place: Place, one: Candidate, opened: Mapping[str, str | None]) -> Candidate:
    speaker = one.speaker
    told = (feature for feature, name in opened.items() if name == speaker.name)
    return Candidate(speaker, (*one.features, *_of_chain(floor, place, speaker, ""), *_of_name(floor, speaker), *told))


def _of_name(floor: Floor, speaker: Speaker) -> Iterator[str]:
    lexicon, words = floor.ground.lexicon, (speaker.name or "").lower().split()
    # One after the other: joined they would be made anew for every name.
    ordinary = (lexicon.documents, lexicon.organisations, lexicon.nameless, lexicon.heads)
    if not all(known.isdisjoint(words) for known in ordinary):
        yield "ordinary"
    if len(words) == 1:
        yield "one word"


def _itself(floor: Floor, asked: Asked) -> Candidate:
    """A description that means nobody named or heard before."""
    lexicon, head = floor.ground.lexicon, asked.words[0]
    known = {"itself unnamed": head in lexicon.unnamed, "itself titled": head in lexicon.titles}
    length = f"itself {min(len(asked.words), LONGEST_DESCRIPTION)}"
    return Candidate(UNCLEAR, ("itself", length, *(feature for feature, true in known.items() if true)))


def _of_chain(floor: Floor, place: Place, speaker: Speaker, pronoun: str) -> Iterator[str]:
    """Whether the same pronoun meant them last."""
    name, sentence = floor.meant.get(pronoun, ("", 0))
    gap = place.sentence - sentence
    if name and name == speaker.name and gap <= PRONOUN_REACH:
        yield "meant"
        yield f"meant {min(gap, 3)}"
