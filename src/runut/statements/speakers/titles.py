"""Titles without a name as sources: `Mendag`, `menteri tersebut`, `the 25-year-old singer`."""

from __future__ import annotations

from collections.abc import Iterable

from runut.people import POSSESSIVE, Member, bare
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import Speaker

# A place and those who come from there begin with so many of the same letters (`Arunika`, `Arunikan`).
ORIGIN = 4


def titled(floor: Floor, source: Source) -> Speaker | None:
    """A title alone means its holder."""
    lexicon, words = floor.ground.lexicon, _office(floor, source)
    if not words or source.lower[0] in lexicon.indefinite:
        return None
    nouns = [source.head] if floor.ground.grammar.head_last else words
    if not any(word in lexicon.titles or word in lexicon.short_titles for word in nouns):
        return None
    if any(word.endswith(POSSESSIVE) for word in words) or _was_just_described(floor, source):
        return None  # "Sari's lawyer" is somebody else
    if not floor.ground.grammar.head_last and _are_others(floor, source):
        return None
    member = from_there(floor, source) or (None if source.head in lexicon.wider else _holder(floor, source, words))
    return Speaker.of(member, "title") if member and not is_second(floor, member.role, words) else None


def _are_others(floor: Floor, source: Source) -> bool:
    """`Keluarga terdakwa`: the title behind the noun only tells whose they are; `Anggota keluarga` are nobody else."""
    lexicon, head = floor.ground.lexicon, source.head
    if len(source.lower) > 1 and (source.lower[1] in lexicon.relations or source.lower[1] in lexicon.groups):
        return True
    nouns = head in lexicon.groups or head in lexicon.relations or head in lexicon.documents
    return nouns and head not in lexicon.titles and len(source.lower) > 1


def _office(floor: Floor, source: Source) -> list[str]:
    """The words of a title without a form of address or a place before it."""
    lexicon, words = floor.ground.lexicon, plain_words(floor, source)
    if len(words) > 1 and words[0] in lexicon.ranks and words[0] not in lexicon.titles:
        words = words[1:]  # `Pak Gubernur`
    if len(words) > 1 and words[0].endswith(POSSESSIVE) and bare(words[0]) in lexicon.places:
        words = words[1:]  # `Arunika's president`
    return words


def _holder(floor: Floor, source: Source, words: list[str]) -> Member | None:
    """Who holds a title, among those named before, or else later."""
    at, title, cast = source.span[0], " ".join(words), floor.cast
    whose = not floor.ground.grammar.head_last and len(words) > 1 and words[-1] in floor.ground.lexicon.titles
    nouns = (source.head, words[0]) if whose else (source.head, words[0], words[-1])  # `Kuasa hukum |terdakwa`
    member = cast.titled(title, at) or cast.only_holder(nouns, at)
    member = member or cast.named_later(title)
    if member is None and source.definite:
        member = cast.named_next(title, at) or _only_later(floor, source)
    return member


def _only_later(floor: Floor, source: Source) -> Member | None:
    """The one holder of its office, whatever else is said of them (`the Losari police |chief`)."""
    if not floor.ground.grammar.head_last or source.head not in floor.ground.lexicon.titles:
        return None
    return floor.cast.named_later(source.head)


def _was_just_described(floor: Floor, source: Source) -> bool:
    """Whoever speaks now was described by the same noun (`a Losari official said … the official said`)."""
    last = floor.last
    if last is None or last.rule != "description" or last.type != "unnamed" or not source.definite:
        return False
    return floor.described_with({source.head}) is last


def from_there(floor: Floor, source: Source) -> Member | None:
    """Whose role tells of the same place (`Arunika’s president`, of several the one who is `Arunikan President`)."""
    origins = _origins(floor, source)
    if not origins:
        return None
    leader = source.head in floor.ground.lexicon.leaders
    known = floor.cast.members if leader else floor.cast.holding(source.head)
    holders = [m for m in known if m.kind == "person" and m.role and _shares(m.role, origins)]
    before = [m for m in holders if m.first < source.span[0]]
    return before[-1] if before else holders[0] if len(holders) == 1 else None


def _origins(floor: Floor, source: Source) -> list[str]:
    """The beginnings of the words with a capital before its noun, which tell whose office it is."""
    ground = floor.ground
    words = ground.prose.words_in(source.span) if ground.grammar.head_last else range(0)
    named = [ground.lower[word] for word in words if ground.capital(word) and ground.lower[word] != source.head]
    return [word[:ORIGIN] for word in named if len(bare(word)) >= ORIGIN and _may_be_place(floor, word)]


def _may_be_place(floor: Floor, word: str) -> bool:
    """No title; but those who come from a place are called by it (`Norwegian`)."""
    lexicon = floor.ground.lexicon
    return word not in lexicon.callings or any(place.startswith(word[:ORIGIN]) for place in lexicon.places)


def _shares(role: str, origins: list[str]) -> bool:
    return any(word.startswith(origin) for word in role.lower().split() for origin in origins)


def is_second(floor: Floor, role: str | None, words: Iterable[str]) -> bool:
    """The words tell of a lesser office than the role that somebody holds (`the vice president`)."""
    lesser = floor.ground.lexicon.deputies.intersection(words)
    return role is not None and not lesser.issubset(role.lower().split())


def plain_words(floor: Floor, source: Source) -> list[str]:
    """The words of a source without articles and determiners."""
    lexicon = floor.ground.lexicon
    return [word for word in source.lower if word not in lexicon.determiners and word not in lexicon.article_words]


def names_one_person(floor: Floor, source: Source) -> bool:
    """`eks personel band itu`, `the 25-year-old singer`: a noun for one person, said again."""
    lexicon, first = floor.ground.lexicon, source.lower[0]
    closed = source.lower[-1] in lexicon.determiners or first in lexicon.article_words
    if not closed or first in lexicon.indefinite or any(word.endswith(POSSESSIVE) for word in source.lower):
        return False
    if floor.ground.grammar.head_last and first in lexicon.article_words and source.head in lexicon.genders:
        return True
    nouns = {source.head} if floor.ground.grammar.head_last else set(source.lower)
    if floor.ground.grammar.prefixes and source.head in lexicon.unnamed:
        return True  # `perempuan asal Gresik itu`
    return not lexicon.titles.isdisjoint(nouns) or source.lower[-1].endswith(lexicon.epithets)
