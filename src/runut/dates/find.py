"""Every dated phrase of an article with the time it means."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

from runut.dates.anchors import anchor_of
from runut.dates.calendar import Period
from runut.dates.phrases import Phrase, find_phrases
from runut.dates.resolve import resolve
from runut.dates.surnames import without_names
from runut.dates.view import View
from runut.languages import Pack
from runut.text import Prose
from runut.vocabulary import DatedPhrase

# Words before a date, and dates around one, that are asked about it: what stands further off speaks of something else.
LOOK_BACK = 6
NEIGHBOURS = 3
# Weekdays that are no further apart than this, in characters, are told together ("Friday and Saturday").
TOGETHER = 8
BARE = {"weekday", "daypart"}


def find_dates(prose: Prose, published: str | None, pack: Pack) -> tuple[DatedPhrase, ...]:
    """Find the phrases that say when, each with its EDTF level 0 value, in order and without overlap.

    `published` is ISO 8601; where it is None, relative dates resolve against the latest full date in the text (ask
    `resolve_against` whether that was so). What cannot be resolved is left out.
    """
    phrases = without_names(prose, find_phrases(prose, pack), pack)
    anchor = anchor_of(phrases, published).date
    found: list[DatedPhrase] = []
    told: Period | None = None
    for index, phrase in enumerate(phrases):
        period = resolve(phrase.fields, _view(prose, phrases, index, View(anchor, told), pack))
        if period is not None:
            found.append(DatedPhrase(span=phrase.span, value=period.edtf))
            told = period
    return tuple(found)


def _view(prose: Prose, phrases: list[Phrase], index: int, plain: View, pack: Pack) -> View:
    """The plain view, with what the words around a phrase add."""
    fields, anchor, ahead, year = phrases[index].fields, plain.anchor, False, None
    if "year" in fields:
        return plain
    if "offset" in fields:
        anchor = _day_of_speaking(prose, phrases, index, anchor)
    elif index and plain.told and _goes_on(prose, phrases[index - 1], phrases[index]):
        anchor, ahead = plain.told.start, True
    else:
        ahead = _speaks_of_future(prose, phrases[index], pack)
        year = _year_of_paragraph(prose, phrases, index) if "month" in fields else None
    return View(anchor, plain.told, year, ahead, pack.dates.months_ahead, pack.dates.known_days)


def _day_of_speaking(prose: Prose, phrases: list[Phrase], index: int, anchor: date | None) -> date | None:
    """The full date of the same sentence, if it has one: who said "today" said it on that day."""
    sentence = prose.sentences[prose.sentence_at(phrases[index].span[0])]
    for other in phrases[index + 1 : index + 1 + NEIGHBOURS]:
        if other.span[0] < sentence.end and "day" in other.fields:
            period = resolve(other.fields, View(anchor))
            return period.start if period and period.start == period.end else anchor
    return anchor


def _goes_on(prose: Prose, before: Phrase, phrase: Phrase) -> bool:
    """Weekdays side by side follow each other."""
    near = phrase.span[0] - before.span[1] <= TOGETHER and "\n" not in prose[before.span[1], phrase.span[0]]
    return near and set(phrase.fields) <= BARE and set(before.fields) <= BARE


def _speaks_of_future(prose: Prose, phrase: Phrase, pack: Pack) -> bool:
    sentence = prose.sentences[prose.sentence_at(phrase.span[0])]
    first = max(bisect_left(prose.starts, sentence.start), phrase.word - LOOK_BACK)
    return any(word in pack.dates.future for word in prose.lower[first : phrase.word])


def _year_of_paragraph(prose: Prose, phrases: list[Phrase], index: int) -> int | None:
    """The year of the last month that the paragraph names with one."""
    paragraph = prose.sentences[prose.sentence_at(phrases[index].span[0])].paragraph
    for other in reversed(phrases[max(0, index - NEIGHBOURS) : index]):
        if prose.sentences[prose.sentence_at(other.span[0])].paragraph != paragraph:
            break
        year = other.fields.get("year")
        if "month" in other.fields and isinstance(year, int):
            return year
    return None
