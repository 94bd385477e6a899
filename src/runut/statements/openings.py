"""What may stand before the first clause of a sentence and belongs to none: a dateline, or a related link."""

from __future__ import annotations

import re

from runut.statements.ground import Ground
from runut.text import Sentence

# `JAKARTA, KOMPAS.com - `, where a text still has it.
DATELINE = re.compile(r"[A-Z][\w.,/() ]{2,60}?(?: [-–—] ?|[-–—] |(?<=\)) )(?=[A-Z“\"])")
# So many marks may open a sentence before its first word.
MOST_MARKS = 2


def opening(ground: Ground, sentence: Sentence) -> int:
    """Where the first clause of a sentence begins."""
    start = sentence.start
    if not start:
        dateline = DATELINE.match(ground.text)
        start = dateline.end() if dateline else 0
    return _past_link(ground, start, sentence.end)


def _past_link(ground: Ground, start: int, end: int) -> int:
    """Behind a related link that runs into the sentence (`Baca juga: Harga Naik Sari mengatakan …`)."""
    for word in ground.prose.words_in((start, end)):
        if word not in ground.asides:
            first = ground.prose.starts[word]
            return first if first > start + MOST_MARKS else start
    return start
