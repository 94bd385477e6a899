"""Sources that are only described: `seorang saksi`, `badan itu`, `the official`."""

from __future__ import annotations

import re
from itertools import islice

from runut.people import POSSESSIVE, Member
from runut.statements.speakers.asked import Asked
from runut.statements.speakers.bodies import body_name, is_medium, medium_again, whole_name, written_with
from runut.statements.speakers.documents import told_before
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.later import named_later
from runut.statements.speakers.nearby import body_nearby
from runut.statements.speakers.owned import owned_by
from runut.statements.speakers.ranking import meant
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import Speaker
from runut.statements.speakers.subjects import subject_since, surely_person
from runut.statements.speakers.titles import is_second, names_one_person, plain_words
from runut.statements.speakers.together import said_together
from runut.statements.speakers.told import document_name
from runut.statements.speakers.wider import holder_of_any
from runut.vocabulary import SpeakerType

# So many of the bodies that spoke are looked through; a text made to tire its reader has more.
MOST_BODIES = 100
# So many sentences after somebody's words a description of one person may still mean them.
NEAR = 2
WORD = re.compile(r"\w+")
# A body said again has a noun and perhaps one word more (`badan amal itu`).
LONGEST_AGAIN = 2
# Of more words it tells of somebody rather than of the office at a body (`mantan direktur utama perusahaan gas itu`).
LONGEST_OFFICE = 5
# Shorter words are no nouns that tell one role from another.
SHORTEST_NOUN = 4


def described(floor: Floor, source: Source) -> Speaker:
    """Somebody known who is described again, or else the description itself as a name."""
    # Its first word may be a relative one that points (`that official`).
    told = floor.ground.grammar.relative.isdisjoint(source.lower[1:])
    again = (source.definite and (told or _points_back(floor, source))) or _is_bare(floor, source)
    known = _described_again(floor, source) if again else None
    if known is not None:
        return known
    kind = _kind(floor, source)
    known = owned_by(floor, source, kind) or (named_later(floor, source) if kind == "unnamed" else None)
    if known is not None:
        return known
    earlier = told_before(floor.ground, source.head, source.span[0]) if kind == "document" and source.definite else None
    if earlier is not None:
        return Speaker(earlier, kind, "description")
    name = body_name(floor, source) if kind == "organisation" else document_name(floor, source.text)
    return Speaker(name, kind, "description")


def _is_bare(floor: Floor, source: Source) -> bool:
    """A body's kind by itself, for which the text has no other name at hand (`Perusahaan belum menjawab`)."""
    return len(source.lower) == 1 and source.head in floor.ground.lexicon.bare_kinds


def _points_back(floor: Floor, source: Source) -> bool:
    """A noun for people whose determiner stands behind its relative clause: `bek yang kini membela Arunika itu`."""
    lexicon = floor.ground.lexicon
    people = source.head in lexicon.titles or source.head in lexicon.unnamed
    return people and not floor.ground.grammar.head_last and source.lower[-1] in lexicon.determiners


def _described_again(floor: Floor, source: Source) -> Speaker | None:
    """Whom the words of a definite source were used for before."""
    words = set(plain_words(floor, source))
    medium = medium_again(floor, source.span[0]) if is_medium(floor, source) else None
    if medium is not None:
        return medium
    described = floor.described_with({source.head})
    if described is not None:
        return described.again("description")
    several = said_together(floor, source)
    if several is not None:
        return several
    body = body_again(floor, words, source.span[0])
    if body is not None:
        return body.again("description")
    holder = holder_of_any(floor, source) or _by_role(floor, source)
    if holder is not None:
        return holder
    return _thing_again(floor, source) or _person_again(floor, source, words)


def _thing_again(floor: Floor, source: Source) -> Speaker | None:
    """What was mentioned by the same noun, where that is none for people (`peta Losari … Peta tersebut`)."""
    if source.head in floor.ground.lexicon.people or len(source.lower) > LONGEST_AGAIN:
        return None
    earlier = told_before(floor.ground, source.head, source.span[0])
    return Speaker(earlier, "document", "description") if earlier else None


def _person_again(floor: Floor, source: Source, words: set[str]) -> Speaker | None:
    if not floor.ground.lexicon.genders:
        person = meant(floor, Asked.with_words("description", source)) if _may_mean_one(floor, source) else None
        return person.again("title") if person else None
    if names_one_person(floor, source):
        person = _subject(floor, source, words)
        if person is None and floor.person and _means(floor, source, floor.person, words):
            person = floor.person
        if person is not None:
            return person.again("title")
    return floor.person.again("title") if floor.person and _is_epithet(floor, source) else None


def _may_mean_one(floor: Floor, source: Source) -> bool:
    """Its determiner stands last and its noun is none for bodies, documents or several (`jebolan kampus itu`)."""
    ground, lexicon = floor.ground, floor.ground.lexicon
    if source.lower[-1] not in lexicon.determiners or not lexicon.indefinite.isdisjoint(source.lower[:1]):
        return False
    if source.head in lexicon.titles or source.head in lexicon.unnamed:
        return not _is_of_body(floor, source) or _goes_on(floor, source)
    others = lexicon.organisations | lexicon.documents | lexicon.media | lexicon.groups
    return source.head not in others and not ground.prose.text[source.span[0]].isdigit()


def _is_of_body(floor: Floor, source: Source) -> bool:
    """`Juru bicara badan tersebut`: it is the body before the determiner that is said again, since it has no name."""
    lexicon, before = floor.ground.lexicon, source.lower[1:-1]
    plain = source.text[1:].islower() and len(before) > 1
    return plain and not (lexicon.organisations.isdisjoint(before) and lexicon.media.isdisjoint(before))


def _subject(floor: Floor, source: Source, words: set[str]) -> Speaker | None:
    """Whom the sentences since have spoken of (`the 36-year-old`)."""
    lexicon = floor.ground.lexicon
    person = subject_since(floor, source.head, source.item.start)
    if person is None or source.lower[-1].endswith(lexicon.epithets) or source.head in lexicon.genders:
        return person
    last = floor.person
    told = (
        last is not None
        and last.role is not None
        and _fits_role(last, words)
        and not is_second(floor, last.role, words)
    )
    fits = _fits_role(person, words) and not is_second(floor, person.role, words)
    return person if fits or not told else None


def _is_epithet(floor: Floor, source: Source) -> bool:
    """A noun for one person that nobody was called before (`the star`), right behind the words of a person."""
    ground, head = floor.ground, source.head
    one = not head.endswith(ground.lexicon.plural_endings + ground.lexicon.abstract_endings)
    unknown = one and head.isalpha() and head not in ground.grammar.nominal
    several = not ground.lexicon.indefinite.isdisjoint(source.lower) or source.item.frame == "according"
    if (
        not ground.grammar.head_last
        or not unknown
        or several
        or ground.capital(ground.prose.words_in(source.span).stop - 1)
    ):
        return False
    gap = ground.prose.sentence_at(source.span[0]) - ground.prose.sentence_at(max(0, floor.end - 1))
    return gap <= 1 and floor.last is floor.person


def _means(floor: Floor, source: Source, person: Speaker, words: set[str]) -> bool:
    """The person fits the description by their role, or has spoken just before."""
    if person.type != "person" and words.isdisjoint(_words(person.name or "")):
        return False
    if _fits_role(person, words) and not is_second(floor, person.role, words):
        return True
    prose = floor.ground.prose
    near = prose.sentence_at(source.span[0]) - prose.sentence_at(max(0, floor.end - 1)) <= NEAR
    lexicon = floor.ground.lexicon
    short = len(words) <= LONGEST_AGAIN or source.head in lexicon.genders  # `the mother of two`
    short = short or _goes_on(floor, source)
    return near and floor.last is person and person.type == "person" and short


def _goes_on(floor: Floor, source: Source) -> bool:
    """A longer description of one person opens the sentence right behind somebody's words."""
    ground, prose = floor.ground, floor.ground.prose
    sentence = prose.sentence_at(source.span[0])
    is_long = ground.grammar.head_last or len(source.lower) > LONGEST_OFFICE
    opens = prose.sentences[sentence].start == source.span[0] and is_long
    return opens and sentence - prose.sentence_at(max(0, floor.end - 1)) <= 1 and source.head in ground.lexicon.titles


def body_again(floor: Floor, words: set[str], at: int) -> Speaker | None:
    """A body said again by its kind (`the department`): the last one that is called so, else the last one nearby."""
    kinds = words & floor.ground.lexicon.organisations
    if not kinds or len(words) > LONGEST_AGAIN or any(word.endswith(POSSESSIVE) for word in words):
        return None
    if not words.isdisjoint(floor.ground.lexicon.titles):
        return None  # `the union leader` is a person
    latest = islice(reversed(floor.bodies.values()), MOST_BODIES)
    spoke = next((body for body in latest if not kinds.isdisjoint(_words(body.name or ""))), None)
    if spoke is not None:
        return spoke
    written = None if floor.ground.lexicon.genders else written_with(floor.ground, kinds, at)
    if written is not None:
        return Speaker(written, "organisation", "description")
    mentioned = floor.cast.body_called(kinds, at)
    if mentioned is not None:
        return Speaker(whole_name(floor.ground, mentioned), "organisation", "description")
    generic = floor.ground.lexicon.generic
    if generic and (kinds.isdisjoint(generic) or len(words) > 1):
        return None  # `the museum`: no other body is called so
    return _any_body(floor, kinds, at)


def _any_body(floor: Floor, kinds: set[str], at: int) -> Speaker | None:
    """The body that a noun for any of them means."""
    lexicon = floor.ground.lexicon
    if (lexicon.generic or not lexicon.genders) and _has_floor(floor, at):
        return floor.organisation
    member = (_spoke_just_now(floor, at) if lexicon.genders else None) or body_nearby(floor, at, kinds)
    if member is None:
        return floor.organisation
    return Speaker(whole_name(floor.ground, member), "organisation", "description")


def _has_floor(floor: Floor, at: int) -> bool:
    """A body spoke right before a place: it goes on."""
    prose = floor.ground.prose
    near = prose.sentence_at(at) - prose.sentence_at(max(0, floor.end - 1)) <= NEAR
    return near and floor.last is not None and floor.last is floor.organisation


def _spoke_just_now(floor: Floor, at: int) -> Member | None:
    """Who spoke right before a place by a name that is no person's for sure."""
    prose, last = floor.ground.prose, floor.last
    if last is None or last.type not in ("person", "organisation") or last.rule != "named":
        return None
    if prose.sentence_at(at) - prose.sentence_at(max(0, floor.end - 1)) > NEAR:
        return None
    member = next((m for m in floor.cast.members if m.name == last.name), None)
    return member if member is not None and not surely_person(floor, member) else None


def _by_role(floor: Floor, source: Source) -> Speaker | None:
    """A person whose role has the source's noun (`the care assistant` behind `Kaya Brand, a care assistant,`)."""
    words = plain_words(floor, source)
    if floor.ground.grammar.head_last and source.head in floor.ground.lexicon.organisations:
        return None
    ends = [source.head] if floor.ground.grammar.head_last else [source.head, *words[-1:], *words[:1]]
    nouns = [word for word in ends if word.isalpha() and len(word) >= SHORTEST_NOUN]
    member = next((m for noun in nouns if (m := floor.cast.titled(noun, source.span[0]))), None)
    return Speaker.of(member, "title") if member and not is_second(floor, member.role, words) else None


def _fits_role(person: Speaker, words: set[str]) -> bool:
    """The person may be meant, unless their role is known and says otherwise."""
    return person.role is None or not words.isdisjoint(_words(person.role))


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def _kind(floor: Floor, source: Source) -> SpeakerType:
    """What a description means, told by its noun, or else by any word for a body in it."""
    lexicon, head = floor.ground.lexicon, source.head
    if head in lexicon.documents:
        return "document"
    if head in lexicon.media:
        return "outlet"
    if head in lexicon.organisations or head in lexicon.short_organisations:
        return "organisation"
    return _kind_of_people(floor, source)


def _kind_of_people(floor: Floor, source: Source) -> SpeakerType:
    lexicon, head = floor.ground.lexicon, source.head
    indefinite = source.lower[0] in lexicon.indefinite
    one = source.lower[0] in lexicon.article_words and source.item.frame != "according"  # `a party operative`
    office = head in lexicon.titles and not floor.ground.grammar.head_last and head not in lexicon.groups
    if head in lexicon.unnamed or office or (indefinite and (one or head in lexicon.titles)):
        return "unnamed"
    if head in lexicon.groups or indefinite:
        return "group"
    if lexicon.genders and head in lexicon.titles:
        return "unnamed"  # `the European Union's trade commissioner`
    return "unnamed" if lexicon.organisations.isdisjoint(source.lower) else "organisation"
