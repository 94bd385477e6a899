"""A claim through time: who says it, alleges, denies or confirms it, or will not speak of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from runut.copies.anchors import anchors, likeness
from runut.copies.translations import Likeness
from runut.stories.lines import Line
from runut.stories.meaning import Meaning
from runut.stories.members import Member
from runut.vocabulary import Act, Statement

# Acts by which somebody takes a stand; what is merely stated is in dispute only together with one of them.
STANDS = ("denies", "confirms", "declines", "alleges", "warns", "commits", "asks")
# Statements are about the same when they mean so much the same; by names and numbers alone, when so much is alike.
MEANT, ALIKE = 0.5, 0.25
# What so many articles carry is a claim of the story, even where nobody takes a stand on it.
MANY = 3
# Fewer words do not tell what a statement is about; the sentence does.
FEWEST = 4
LONGEST = 200


class Stand(Struct, frozen=True):
    """One statement about a claim."""

    article: str
    speaker: str | None
    act: Act
    words: str


class Claim(Struct, frozen=True):
    """Something that people take a stand on."""

    claim: str
    """In the words of the first statement."""
    statements: tuple[Stand, ...]
    """In the order of publication, as far as it is told."""


class _Said(Struct, frozen=True):
    stand: Stand
    about: str
    """The words that tell what it is about."""


def claims(articles: Sequence[Member], meaning: Meaning | None = None) -> list[Claim]:
    """Statements about the same thing together, where somebody takes a stand on it or many articles have it."""
    order = sorted(articles, key=lambda one: one.text.moment.earliest if one.text.moment else 0)
    said = [one for article in order for one in _said(article)]
    groups = _grouped(said, meaning)
    return [_claim(group) for group in groups if _is_claim([one.stand for one in group])]


def _said(article: Member) -> Iterator[_Said]:
    for line in article.lines:
        for one in line.said:
            if one.speaker:
                words = _words(article, one)
                about = words if len(words.split()) >= FEWEST else line.text
                yield _Said(Stand(article.id, one.speaker, one.act, _shown(words, line)), about)


def _words(article: Member, said: Statement) -> str:
    return " ".join(article.text.text[start:end] for start, end in said.content)


def _shown(words: str, line: Line) -> str:
    return (words or line.text)[:LONGEST]


def _grouped(said: Sequence[_Said], meaning: Meaning | None) -> list[list[_Said]]:
    """Each with those before it that it is most like, else by itself."""
    alike = _likeness([one.about for one in said], meaning)
    least = MEANT if meaning else ALIKE
    groups: list[list[int]] = []
    for place in range(len(said)):
        scored = [(max(alike(place, other) for other in group), number) for number, group in enumerate(groups)]
        score, number = max(scored, default=(0.0, 0))
        if score >= least:
            groups[number].append(place)
        else:
            groups.append([place])
    return [[said[place] for place in group] for group in groups]


def _likeness(texts: Sequence[str], meaning: Meaning | None) -> Likeness:
    if meaning:
        vectors = [meaning(text) for text in texts]
        return lambda one, other: float(vectors[one] @ vectors[other])
    signs = anchors(texts)
    return lambda one, other: likeness(signs[one], signs[other])


def _is_claim(stands: Sequence[Stand]) -> bool:
    return any(one.act in STANDS for one in stands) or len({one.article for one in stands}) >= MANY


def _claim(group: Iterable[_Said]) -> Claim:
    """Each speaker's act is told once for each article."""
    first = {(one.stand.article, one.stand.speaker, one.stand.act): one.stand for one in reversed([*group])}
    stands = tuple(reversed(first.values()))
    return Claim(stands[0].words, stands)
