"""What may stand before the first clause of a sentence and belongs to none: a dateline, or a related link."""

from __future__ import annotations

import re

from runut.statements.ground import Ground
from runut.text import Sentence

# `JAKARTA, KOMPAS.com - `, where a text still has it.
DATELINE = re.compile(r"[A-Z][\w.,/() ]{2,60}?(?: [-–—] ?|[-–—] )(?=[A-Z“\"])")
# `Washington (CNN) `, where a dash is left out: a place and an agency.
PLACED = re.compile(r"([A-Z][\w.]*(?: [A-Z][\w.]*){0,2})(?:, [A-Z][\w.]*)? \([A-Z][A-Za-z/]{1,12}\) (?=[A-Z“\"])")
# So many marks may open a sentence before its first word.
MOST_MARKS = 2


def opening(ground: Ground, sentence: Sentence) -> int:
    """Where the first clause of a sentence begins."""
    start = sentence.start
    if not start:
        dateline = DATELINE.match(ground.text) or PLACED.match(ground.text)
        start = dateline.end() if dateline and _is_placed(ground, dateline) else 0
    return _past_link(ground, start, sentence.end)


def _is_placed(ground: Ground, dateline: re.Match[str]) -> bool:
    """A dash shows the dateline; without one the place does (`Menteri Sosial (Mensos) Sari …` has neither)."""
    return dateline.re is DATELINE or ground.lexicon.is_place(tuple(dateline.group(1).lower().split()))


def _past_link(ground: Ground, start: int, end: int) -> int:
    """Behind a related link that runs into the sentence (`Baca juga: Harga Naik Sari mengatakan …`)."""
    for word in ground.prose.words_in((start, end)):
        if word not in ground.asides:
            first = ground.prose.starts[word]
            return first if first > start + MOST_MARKS else start
    return start
