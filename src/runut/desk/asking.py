"""A question in the database's own terms: which words, which speakers, which outlets are meant on this desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    and_,
    bindparam,
    column,
    false,
    func,
    or_,
    select,
    table,
    union,
)

from runut.desk.among import among
from runut.desk.dictionary import held_languages
from runut.desk.fulltext import Phrase
from runut.desk.opening import Desk
from runut.desk.tables import AGENCY, articles, bearers, carriers, name_words, outlets, statements, vocabulary
from runut.errors import UsageFault
from runut.find import Question, Sought, Term
from runut.find.stems import fold, stem, words

# A beginning that so many stems have is no help; the first of them are looked for.
MOST_STEMS = 200
MOST_FORMS = 1_000
# An act that more statements have than this is found sooner by looking at the latest articles.
FREQUENT = 5_000
_FORMS = (
    select(vocabulary.c.word, vocabulary.c.stem)
    .where(vocabulary.c.stem.in_(bindparam("ways", expanding=True)))
    .limit(MOST_FORMS)
)
_BORNE = select(bearers.c.person).where(among(bearers.c.name, "names")).distinct()
_WITH_WORDS = (
    select(name_words.c.name)
    .where(name_words.c.word.in_(bindparam("words", expanding=True)))
    .group_by(name_words.c.name)
    .having(func.count() == bindparam("count"))
)


class Said(NamedTuple):
    """What is asked of statements alone, of which a speaker is asked for: the same SQL serves all such questions."""

    acts: bool
    """Whether acts are asked for too."""

    def of_statements(self) -> list[ColumnElement[bool]]:
        """What must be true of one statement; the values are given when the SQL is executed (`Asked.given`)."""
        return [or_(*_by_speaker("named", "people")), *self._of_kind()]

    def of_articles(self) -> ColumnElement[bool]:
        """True of the articles with such a statement."""
        return _with_either(_by_speaker("named", "people"), self._of_kind())

    def _of_kind(self) -> list[ColumnElement[bool]]:
        return [statements.c.act.in_(bindparam("acts", expanding=True))] if self.acts else []


class Asked:
    """A question as one desk understands it; made for one connection and one answer."""

    def __init__(self, desk: Desk, connection: Connection, question: Question) -> None:
        self.desk = desk
        self.question = question
        self._connection = connection

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """The words asked for, as stems.

        Raises UsageFault where words are only excluded: an index finds what is there.
        """
        terms = self.question.terms
        if terms and all(term.excluded for term in terms):
            raise UsageFault("Ask for at least one word that must be there; -word only takes away from what is found.")
        return tuple(self._phrase(term) for term in terms)

    @cached_property
    def speakers(self) -> tuple[frozenset[int], frozenset[int]]:
        """Numbers of the names and of the people's entries that the speakers asked for have."""
        named = frozenset(n for value in self.question.speaker for n in self._names(value))
        people = self._connection.execute(_BORNE, {"names": named}).scalars().all() if named else ()
        return named, frozenset(people)

    @cached_property
    def sought(self) -> Sought:
        """The words to be shown where they stand: all that texts here have of the stems asked for."""
        wanted = [term for term in self.question.terms if not term.excluded]
        ways = {stem(w, language) for t in wanted if t.way != "prefix" for w in t.words for language in self._languages}
        rows = self._connection.execute(_FORMS, {"ways": tuple(ways)})
        forms = {row.word: row.stem for row in rows}
        return Sought(forms, [fold(term.words[0]) for term in wanted if term.way == "prefix"])

    def source(self) -> FromClause:
        """The articles to search in, joined with the index of words where words are asked for."""
        if not self.question.terms:
            return articles
        joined: FromClause = self._found.join(articles, articles.c.id == self.key)
        return joined

    @property
    def is_of_words(self) -> bool:
        """Whether the index of words alone can tell all that is asked."""
        known = all(phrase.alternatives or phrase.excluded for phrase in self.phrases)
        return known and self.question == Question(terms=self.question.terms)

    def conditions(self) -> list[ColumnElement[bool]]:
        """What must be true of an article."""
        asked = self.question
        found: list[ColumnElement[bool]] = [*self._words(), *self._days()]
        if asked.outlet:
            found.append(among(articles.c.outlet, self._outlets()))
        if asked.language:
            found.append(articles.c.language.in_(asked.language))
        if asked.kind:
            found.append(articles.c.kind.in_(asked.kind))
        if asked.section:
            found.append(func.lower(articles.c.section).in_([section.lower() for section in asked.section]))
        if asked.agency:
            query = select(carriers.c.article).where(carriers.c.place == AGENCY, self._carried(asked.agency))
            found.append(articles.c.id.in_(query))
        if asked.via:
            found.append(articles.c.id.in_(select(carriers.c.article).where(self._carried(asked.via))))
        if asked.asks_of_statements:
            found.append(self._says())
        return found

    def of_statements(self) -> list[ColumnElement[bool]]:
        """What must be true of one statement."""
        said = [or_(*_by_speaker(*self.speakers))] if self.question.speaker else []
        return [*said, *self._of_kind()]

    def _says(self) -> ColumnElement[bool]:
        """True of the articles with a statement such as is asked for; the way there depends on what is rare."""
        if self.question.speaker:
            return _with_either(_by_speaker(*self.speakers), self._of_kind())
        if self._is_frequent():
            return select(statements.c.article).where(statements.c.article == articles.c.id, *self._of_kind()).exists()
        return articles.c.id.in_(select(statements.c.article).where(*self._of_kind()))

    def _is_frequent(self) -> bool:
        """Whether looking at articles one by one soon finds a statement such as is asked for."""
        asked = self.question
        if asked.via or not asked.act:
            return True
        query = select(statements.c.article).where(statements.c.act.in_(asked.act)).offset(FREQUENT).limit(1)
        return self._connection.execute(query).first() is not None

    def _of_kind(self) -> list[ColumnElement[bool]]:
        """What must be true of one statement, whoever says it."""
        asked = self.question
        found: list[ColumnElement[bool]] = []
        if asked.act:
            found.append(statements.c.act.in_(asked.act))
        if asked.manner:
            found.append(statements.c.manner.in_(asked.manner))
        if asked.via:
            place = or_(carriers.c.place < 0, carriers.c.place == statements.c.number)
            through = and_(carriers.c.article == statements.c.article, place, self._carried(asked.via))
            found.append(select(carriers.c.article).where(through).exists())
        return found

    @property
    def said(self) -> Said | None:
        """How statements are asked for, where nothing else is asked; else None."""
        asked = self.question
        is_alone = bool(asked.speaker) and asked == Question(speaker=asked.speaker, act=asked.act)
        return Said(acts=bool(asked.act)) if is_alone else None

    @property
    def given(self) -> dict[str, Any]:
        """The values for SQL that is built once."""
        named, people = self.speakers
        return {"named": named, "people": people} | ({"acts": self.question.act} if self.question.act else {})

    @cached_property
    def words(self) -> str:
        """The words asked for, in the index's own language."""
        return self.desk.fulltext.query(self.phrases)

    def missing(self) -> list[str]:
        """Why nothing is found, as far as single parts of the question tell; a sentence each."""
        asked = self.question
        told = [f"No text on this desk has “{' '.join(t.words)}”." for t in asked.terms if self._is_missing(t)]
        told += [f"Nobody on this desk is called “{v}”." for v in asked.speaker if not self._names(v)]
        carried = (value for value in (*asked.via, *asked.agency) if not self._names(value))
        told += [f"No article on this desk names “{value}” as a carrier." for value in carried]
        if self.question.outlet and not self._outlets():
            told.append(f"This desk holds no outlet {' or '.join(f'“{o}”' for o in self.question.outlet)}.")
        return told

    @cached_property
    def _found(self) -> Any:
        return table(self.desk.fulltext.table, column(self.desk.fulltext.key))

    @property
    def key(self) -> ColumnElement[int]:
        """The article's id, as the index of words has it where words are asked for: it gives them in its order."""
        key: ColumnElement[int] = self._found.c[self.desk.fulltext.key] if self.question.terms else articles.c.id
        return key

    def _words(self) -> Iterable[ColumnElement[bool]]:
        if not self.phrases:
            return []
        if any(not phrase.alternatives and not phrase.excluded for phrase in self.phrases):
            return [false()]
        return [self.desk.fulltext.matches(self.words)]

    def _days(self) -> Iterable[ColumnElement[bool]]:
        if self.question.since:
            yield articles.c.day >= _number(self.question.since)
        if self.question.until:
            yield articles.c.day.between(1, _number(self.question.until))

    def _carried(self, values: Sequence[str]) -> ColumnElement[bool]:
        return among(carriers.c.name, frozenset(n for value in values for n in self._names(value)))

    def _names(self, value: str) -> frozenset[int]:
        """Names that have all words of a value."""
        asked = {fold(found[0]) for found in words(value)}
        if not asked:
            return frozenset()
        given = {"words": tuple(asked), "count": len(asked)}
        return frozenset(self._connection.execute(_WITH_WORDS, given).scalars().all())

    def _outlets(self) -> list[int]:
        asked = [value.lower().removeprefix("www.") for value in self.question.outlet]
        query = select(outlets.c.id, outlets.c.name, outlets.c.domain)
        return [row.id for row in self._connection.execute(query) if _is_outlet(row.name, row.domain, asked)]

    def _phrase(self, term: Term) -> Phrase:
        if term.way == "prefix":
            return Phrase(tuple((s,) for s in self._beginning(fold(term.words[0]))), term.excluded)
        ways = (tuple(stem(word, language) for word in term.words) for language in self._languages)
        return Phrase(tuple(dict.fromkeys(ways)), term.excluded)

    def _beginning(self, prefix: str) -> list[str]:
        word = vocabulary.c.word
        end = prefix + "\U0010ffff"
        query = select(vocabulary.c.stem).where(word >= prefix, word < end).distinct().limit(MOST_STEMS)
        return list(self._connection.execute(query).scalars().all())

    def _is_missing(self, term: Term) -> bool:
        """Whether no text has one of its words; a phrase may be missing though its words are there."""
        if term.excluded:
            return False
        if term.way == "prefix":
            return not self._beginning(fold(term.words[0]))
        return any(not self._has(word) for word in term.words)

    def _has(self, word: str) -> bool:
        ways = {stem(word, language) for language in self._languages}
        query = select(vocabulary.c.word).where(vocabulary.c.stem.in_(ways)).limit(1)
        return self._connection.execute(query).first() is not None

    @cached_property
    def _languages(self) -> tuple[str, ...]:
        return self.question.language or held_languages(self._connection) or ("und",)


def _by_speaker(
    named: Iterable[int] | str, people: Iterable[int] | str
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """True of the statements of the entries asked for, and of those under a name that has no entry."""
    # Whoever has an entry is found by it: those who bear the names are among these.
    unplaced = and_(statements.c.person.is_(None), among(statements.c.name, named))
    return among(statements.c.person, people), unplaced


def _with_either(ways: Iterable[ColumnElement[bool]], kind: Sequence[ColumnElement[bool]]) -> ColumnElement[bool]:
    """True of the articles with a statement of a kind that is found in one of two ways.

    Each way has an index of its own, which an OR would not use.
    """
    return articles.c.id.in_(union(*(select(statements.c.article).where(way, *kind) for way in ways)))


def _is_outlet(name: str, domain: str | None, asked: Sequence[str]) -> bool:
    host = (domain or "").removeprefix("www.")
    return any(value in (name.lower(), host) or host.endswith(f".{value}") for value in asked)


def _number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day
