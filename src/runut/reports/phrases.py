"""The answer as a sentence, with each name in it dressed as the output wants it: bare, linked or footnoted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from runut.reports import standing
from runut.reports.plain import elide
from runut.reports.standing import Named
from runut.reports.texts import Texts
from runut.vocabulary import Doubt, Record

Dress: TypeAlias = Callable[[Named, str], str]
"""Gets what a sentence names and the words for it; gives those words as the output shows them."""

# A sentence names so many of a row and counts the rest; a longer name loses its middle.
_ROW = 3
_NAME = 70


MESSAGES = "en"
"""The language that the messages of doubts are written in."""


def bare(_: Named, words: str) -> str:
    """The dress of plain text: none."""
    return words


def doubt_words(doubt: Doubt, texts: Texts) -> str:
    """What is in doubt: the message where it is in the interface's language, else the text for its kind."""
    known = texts.entries.get(f"doubt.{doubt.kind}")
    if known is None or (doubt.message and texts.language == MESSAGES):
        return elide(doubt.message or doubt.kind, 300)
    return known


def doubt_language(doubt: Doubt, texts: Texts) -> str:
    """The language that `doubt_words` is in."""
    return texts.language if f"doubt.{doubt.kind}" in texts.entries else MESSAGES


def nothing_said(record: Record, texts: Texts) -> str:
    """Why a page has no statements, as far as it is known."""
    return texts.say("label.unread" if record.language == "und" else "label.no_statements")


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells what a record stands on, in one language and one dress."""

    record: Record
    texts: Texts
    dress: Dress = bare

    def sentence(self) -> str:
        """One sentence: where the page has it from, who is silent, and what was not read."""
        clauses = [self._head(), *self._voices(), *self._gaps()]
        return self.texts.say("answer.sentence", clauses=self.texts.entries["answer.and"].join(clauses))

    def name(self, who: Named) -> str:
        """One name; an unnamed source by its sort."""
        if who.unnamed is not None:
            return self.dress(who, self.texts.word("unnamed", who.unnamed))
        return self.dress(who, elide(who.name, _NAME) if who.name else self.texts.say("answer.page"))

    def names(self, several: Sequence[Named]) -> str:
        """A row of names, the rest counted."""
        words = [self.name(who) for who in several[:_ROW]]
        rest = len(several) - _ROW
        return self.texts.listing([*words, self.texts.count("answer.others", rest)] if rest > 0 else words)

    def _head(self) -> str:
        record, texts = self.record, self.texts
        if record.kind in ("error", "index"):
            return texts.say(f"answer.{record.kind}") + self._because()
        outlet = self.name(standing.outlet(record))
        if not record.text.strip():
            return texts.say("answer.blank", outlet=outlet) + self._because()
        found = standing.paths(record)
        return self._relayed(outlet, found) if found else self._own(outlet)

    def _because(self) -> str:
        doubts = self.record.doubts
        if not doubts:
            return ""
        return self.texts.say("answer.because", reason=doubt_words(doubts[0], self.texts).rstrip(". "))

    def _relayed(self, outlet: str, found: list[list[Named]]) -> str:
        texts, origins = self.texts, standing.sources(self.record)
        head = texts.say("answer.relayed", outlet=outlet, carriers=texts.listing([self._path(p) for p in found]))
        if not origins:
            return head + texts.say("answer.untold")
        key = "answer.rests" if len(found) == 1 else "answer.behind"
        return head + texts.say(key, sources=self.names(origins))

    def _path(self, path: list[Named]) -> str:
        first, *rest = [self.name(who) for who in path]
        return first + "".join(self.texts.say("answer.onward", carrier=name) for name in rest)

    def _own(self, outlet: str) -> str:
        texts, origins = self.texts, standing.sources(self.record)
        head = texts.say("answer.own", outlet=outlet)
        if origins:
            return head + texts.say("answer.own_rests", sources=self.names(origins))
        if not self.record.statements:
            return head + self._nobody()
        only_hearsay = len(standing.hearsay(self.record)) == len(self.record.statements)
        return head + texts.say("answer.own_hearsay" if only_hearsay else "answer.own_untold")

    def _nobody(self) -> str:
        if self.record.language == "und":
            return self.texts.say("answer.unread")
        return self.texts.count("answer.nobody", len(self.record.text.split()))

    def _voices(self) -> list[str]:
        record, found = self.record, []
        rows = (
            ("asides", standing.aside_carriers(record)),
            ("silent", standing.silent(record)),
            ("sparing", standing.sparing(record)),
            ("denied", standing.deniers(record)),
            ("unheard", standing.unheard(record)),
        )
        for key, row in rows:
            if row:
                found.append(self.texts.count(f"answer.{key}", len(row), who=self.names(row)))
        rumours = len(standing.hearsay(record))
        if rumours and rumours < len(record.statements):
            found.append(self.texts.count("answer.hearsay", rumours))
        return found

    def _gaps(self) -> list[str]:
        record, texts = self.record, self.texts
        kinds = {note.kind for note in record.notes}
        notes = [texts.say(f"answer.{k}") for k in ("retraction", "correction", "right_of_reply") if k in kinds]
        return notes if record.access == "free" else [*notes, texts.say(f"answer.{record.access}")]
