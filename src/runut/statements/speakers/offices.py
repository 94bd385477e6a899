"""Where people are mentioned by an office or a calling alone (`the president`, `the Losari mayor’s`)."""

from __future__ import annotations

from runut.people import Member, bare
from runut.statements.speakers.floor import Floor
from runut.statements.speakers.titles import is_second
from runut.vocabulary import Span

# Between the article and the office stand at most so many words.
LONGEST_OFFICE = 3


def offices(floor: Floor, sentence: int) -> list[tuple[Member, Span]]:
    """Who is so mentioned in a sentence, and where; kept once somebody has asked."""
    if sentence not in floor.offices:
        floor.offices[sentence] = list(_found(floor, sentence))
    return floor.offices[sentence]


def _found(floor: Floor, sentence: int) -> list[tuple[Member, Span]]:
    ground = floor.ground
    words = ground.prose.words_in(ground.prose.sentences[sentence].span)
    articles = (w for w in words if ground.lower[w] in ground.lexicon.article_words)
    definite = (w for w in articles if ground.lower[w] not in ground.lexicon.indefinite)
    found = (_office(floor, w, words.stop) for w in definite)
    return [one for one in found if one is not None]


def _office(floor: Floor, article: int, stop: int) -> tuple[Member, Span] | None:
    """Whose office the words behind an article tell."""
    ground = floor.ground
    ahead = range(article + 1, min(stop, article + 1 + LONGEST_OFFICE))
    end = next((word for word in ahead if bare(ground.lower[word]) in ground.lexicon.titles), None)
    if end is None or any(ground.gap(word) != " " for word in range(article, end)):
        return None
    noun, at = bare(ground.lower[end]), ground.prose.starts[article]
    member = floor.cast.only_holder((noun,), at)
    if member is None or is_second(floor, member.role, ground.lower[article + 1 : end + 1]):
        return None
    return member, (at, ground.prose.ends[end])
