"""The brief: a paragraph to paste, whose numbered footnotes quote the words in the page."""

from __future__ import annotations

from runut.reports import standing
from runut.reports.moments import moment
from runut.reports.phrases import Teller, doubt_words
from runut.reports.plain import elide
from runut.reports.standing import Named
from runut.reports.texts import Interface, Texts, load_texts
from runut.text.quotes import EITHER, OPENING
from runut.vocabulary import Record

# Long enough for a whole sentence with its source and cue.
_QUOTE = 320
QUOTING = OPENING + EITHER


def brief(record: Record, language: Interface = "en") -> str:
    """One paragraph in the interface language and, below it, one footnote for each thing that it names.

    Raises UnknownLanguage for a language that the interface does not speak.
    """
    texts = load_texts(language)
    notes = Footnotes(record, texts)
    sentences = [
        *_opening(record, texts),
        Teller(record, texts, notes.number).sentence(),
        *_counts(record, texts),
        texts.say("brief.made", version=elide(record.reading.runut, 40)),
    ]
    return "\n".join([" ".join(sentences), *_block(notes.lines())])


def _block(lines: list[str]) -> list[str]:
    return ["", *lines] if lines else []


def _opening(record: Record, texts: Texts) -> list[str]:
    if record.kind in ("error", "index") or not record.headline:
        return []
    outlet = standing.outlet(record).name
    shown = elide(outlet, 70) if outlet else texts.say("answer.page")
    headline = elide(record.headline, 200)
    if record.published is None:
        return [texts.say("brief.undated", outlet=shown, headline=headline)]
    return [texts.say("brief.dated", outlet=shown, headline=headline, date=moment(record.published, texts))]


def _counts(record: Record, texts: Texts) -> list[str]:
    statements, said = record.statements, []
    if statements:
        parts = {
            "quoted": sum(s.manner != "indirect" for s in statements),
            "unnamed": sum(s.speaker_type == "unnamed" for s in statements),
        }
        told = texts.listing([texts.count(f"brief.{name}", number) for name, number in parts.items() if number])
        details = texts.say("brief.details", parts=told) if told else ""
        said.append(texts.count("brief.counts", len(statements), details=details))
    if record.doubts:
        first = doubt_words(record.doubts[0], texts)
        said.append(texts.count("brief.doubts", len(record.doubts), first=first))
    return said


class Footnotes:
    """Numbers what a sentence names, once each, and quotes what it rests on."""

    def __init__(self, record: Record, texts: Texts) -> None:
        self._record = record
        self._texts = texts
        self._numbers: dict[tuple[str, str, int, int], int] = {}

    def number(self, who: Named, words: str) -> str:
        """Words with the numbers of their footnotes; the page's own outlet needs none."""
        if who.statement is None and who.relay is None:
            return words
        numbers = [self._numbers.setdefault(note, len(self._numbers) + 1) for note in self._notes(who)]
        return words + "".join(self._texts.say("brief.footnote", n=n) for n in numbers)

    def lines(self) -> list[str]:
        """All footnotes in order, a line each."""
        return [
            self._texts.say(key, n=n, words=words, start=start, end=end)
            for (key, words, start, end), n in self._numbers.items()
        ]

    def _notes(self, who: Named) -> list[tuple[str, str, int, int]]:
        if who.where:
            text = self._record.text
            places = ((_opened(text, start), end) for start, end in who.where[:3])
            return [("brief.note", elide(text[start:end], _QUOTE), start, end) for start, end in places]
        key = "brief.note_outside" if who.relay is not None else "brief.note_untold"
        return [(key, elide(who.name or "", 70), 0, 0)]


def _opened(text: str, start: int) -> int:
    """Where words begin, with the quotation mark that opens them: a footnote that only closes one looks cut."""
    return start - 1 if start and text[start - 1] in QUOTING else start
