"""Titles without a name as sources: `Mendag`, `menteri tersebut`, `the 25-year-old singer`."""

from __future__ import annotations

from collections.abc import Iterable

from runut.people import POSSESSIVE, bare
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import Speaker


def titled(floor: Floor, source: Source) -> Speaker | None:
    """A title alone means its holder."""
    lexicon = floor.ground.lexicon
    words = plain_words(floor, source)
    if len(words) > 1 and words[0] in lexicon.ranks and words[0] not in lexicon.titles:
        words = words[1:]  # `Pak Gubernur`
    if len(words) > 1 and words[0].endswith(POSSESSIVE) and bare(words[0]) in lexicon.places:
        words = words[1:]  # `Arunika's president`
    if not words or source.lower[0] in lexicon.indefinite:
        return None
    nouns = [source.head] if floor.ground.grammar.head_last else words
    if not any(word in lexicon.titles or word in lexicon.short_titles for word in nouns):
        return None
    if any(word.endswith(POSSESSIVE) for word in words):
        return None  # "Sari's lawyer" is somebody else
    at = source.span[0]
    title = " ".join(words)
    member = floor.cast.titled(title, at) or floor.cast.only_holder((source.head, words[0], words[-1]), at)
    member = member or floor.cast.named_later(title)
    if member is None or is_second(floor, member.role, words):
        return None
    return Speaker.of(member, "title")


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
