"""The articles of a story, with all that is asked of them again and again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from runut import flow, outlets
from runut.copies.texts import Text, names_of
from runut.find.stems import fold
from runut.languages import load_pack, served
from runut.outlets.registry import squeeze
from runut.stories.contacts import is_met, is_told
from runut.stories.hedging import hedging, noting
from runut.stories.lines import Line, lines
from runut.stories.numbers import numbers
from runut.text.prose import Prose, prepare
from runut.vocabulary import Attribution, Record, Span, Statement

CARRIERS = ("agency", "outlet", "broadcast")
# Names as short as this may be a word.
SHORTEST = 4


class Member(Struct, frozen=True, dict=True):
    """One article, and what it attributes."""

    text: Text
    said: Attribution
    language: str

    @property
    def id(self) -> str:
        """Its id."""
        return self.text.id

    @cached_property
    def body(self) -> str:
        """Its text without notes at the end, which repeat what was wrong."""
        pattern = noting(self.language)
        return pattern.split(self.text.text)[0] if pattern else self.text.text

    @property
    def has_note(self) -> bool:
        """Whether a note says that it was corrected."""
        return len(self.body) < len(self.text.text)

    @cached_property
    def prose(self) -> Prose:
        """Its text with quotes and sentences."""
        code = self.language.partition("-")[0]
        return prepare(
            self.text.text, frozenset(load_pack(code).about.abbreviations) if code in served() else frozenset()
        )

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The sentences of its body."""
        return lines(self.prose, self.said.statements, len(self.body), self.language)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of its body, folded, and its numbers."""
        plain = frozenset(fold(word) for word in re.findall(r"[^\W\d_]+", self.body))
        return plain | self.values

    @cached_property
    def values(self) -> frozenset[str]:
        """The values of the numbers of its body."""
        return frozenset(one.value for one in numbers(self.body, self.language))

    def is_after(self, other: Member, slack: int = 0) -> bool:
        """Whether it may have been published after another: not more than some seconds before."""
        mine, theirs = self.text.moment, other.text.moment
        return mine is None or theirs is None or mine.latest + slack >= theirs.earliest

    @cached_property
    def signed(self) -> str | None:
        """The agency whose text this is, by its signature: `(Reuters)`, `JAKARTA (ANTARA) -`."""
        relays = (relay for relay in self.said.relays if relay.kind == "agency")
        signatures = (one.name for one in relays if one.words and self.text.text.startswith("(", one.words[0]))
        return next(map(known_as, signatures), None)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Under which names others may credit it: its outlet's, and those of the agency that signed it."""
        return (*self.text.names, *(names_of(self.signed) if self.signed else ()))

    def credits(self, other: Member) -> bool:
        """Whether it names another's outlet or agency, which is not its own."""
        if self.text.is_of_outlet(other.text) or (self.signed and self.signed == other.signed):
            return False
        return self.text.names_any(other.names)

    def takes_from(self, other: Member) -> bool:
        """Whether it credits another's outlet or agency as the carrier of what it tells."""
        names = {squeeze(name) for name in other.names}
        return any(squeeze(relay.name) in names or squeeze(known_as(relay.name)) in names for relay in self.said.relays)

    @cached_property
    def quoted(self) -> tuple[Statement, ...]:
        """Statements in the words of somebody named, which no carrier is credited with."""
        carriers = {fold(relay.name) for relay in self.said.relays}
        return tuple(
            one
            for one in self.said.statements
            if one.speaker
            and one.speaker_type in ("person", "organisation")
            and one.manner != "indirect"
            and not one.via
            and not any(carrier in fold(one.speaker) for carrier in carriers)
        )

    @cached_property
    def has_asked(self) -> bool:
        """Whether somebody spoke to its outlet, as it tells: `kepada Kilas`; who copies that names another outlet."""
        return self.text.outlet is not None and is_told(self.text.outlet, self.language, self.text.text)

    @cached_property
    def reports(self) -> bool:
        """Whether it tells that its outlet heard somebody: by its name, or by words such as `when reached by phone`."""
        told = {self._paragraph(one) for one in self.said.statements if one.speaker}
        own = (span for span in told if not self._is_credited(span))
        return self.has_asked or any(self._heard(self.text.text[start:end]) for start, end in own)

    @cached_property
    def has_checked(self) -> bool:
        """Whether its agency says that it could not make sure of something: it has tried."""
        known, agency = hedging(self.language), self.signed
        if known is None or not agency:
            return False
        return any(line.text.startswith(agency) and known.caveats.search(line.text) for line in self.lines)

    def _is_credited(self, span: Span) -> bool:
        """Whether a carrier is credited in a paragraph: then somebody spoke to that one's reporters."""
        words = (relay.words for relay in self.said.relays if relay.kind in CARRIERS)
        return any(one is not None and span[0] <= one[0] < span[1] for one in words)

    def _heard(self, paragraph: str) -> bool:
        """The first paragraph names the outlet in its dateline."""
        is_first = self.text.text.startswith(paragraph)
        is_named = any(name in paragraph for name in self.text.names if len(name) > SHORTEST)
        return is_met(self.language, paragraph) or (is_named and not is_first)

    def _paragraph(self, said: Statement) -> Span:
        """Where the paragraph stands in which a statement does."""
        text = self.text.text
        here, until = (said.content[0][0], said.content[-1][1]) if said.content else said.cue or (0, 0)
        end = text.find("\n", until)
        return text.rfind("\n", 0, here) + 1, end if end >= 0 else len(text)


def known_as(carrier: str) -> str:
    """The name under which a carrier is known, however an article writes it."""
    entry = outlets.find(carrier) or outlets.find(_proper(carrier))
    return entry.name if entry else _proper(carrier)


def _proper(name: str) -> str:
    """A name without the words before and behind it that say what it is: `Antara news agency`."""
    words = name.split()
    named = [place for place, word in enumerate(words) if word != word.lower()]
    return " ".join(words[named[0] : named[-1] + 1]) if named else name


def attribution_of(record: Record) -> Attribution:
    """What a record attributes, as it was read."""
    fields = {name: getattr(record, name) for name in Attribution.__struct_fields__}
    return Attribution(**fields)


def members(texts: Sequence[Text], known: Mapping[str, Attribution]) -> list[Member]:
    """Attribute each article, unless that was done before: `known`, by id, for texts whose language is given."""
    return [_member(one, known.get(one.id)) for one in texts]


def _member(one: Text, said: Attribution | None) -> Member:
    if said is not None and one.language:
        return Member(one, said, one.language)
    article = flow.text_article(
        one.text, language=one.language, outlet=one.outlet, headline=one.headline, published=one.published
    )
    return Member(one, said or flow.attribute(article), article.language)
