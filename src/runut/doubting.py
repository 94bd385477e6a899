"""What an attribution is not sure of, told as doubts."""

from __future__ import annotations

from bisect import bisect_left

from runut.dates import Anchor
from runut.statements import Scene
from runut.vocabulary import Doubt, Statement


def doubts(scene: Scene, statements: tuple[Statement, ...], anchor: Anchor) -> tuple[Doubt, ...]:
    """All doubts about the statements and dates of a text, in the order of the text."""
    found = [*_unclear(statements), *_unclosed(scene), *_relative(scene, anchor)]
    return tuple(sorted(found, key=lambda d: d.where or (-1, -1)))


def _unclear(statements: tuple[Statement, ...]) -> list[Doubt]:
    """Words that somebody said, without a speaker that can be told."""
    found = []
    for statement in statements:
        if statement.speaker is None and any(e.rule == "speaker: unclear" for e in statement.evidence):
            where = statement.content[0] if statement.content else statement.cue
            found.append(Doubt("unsourced", "These words are attributed, but the text does not tell to whom.", where))
    return found


def _unclosed(scene: Scene) -> list[Doubt]:
    """Quotes that a paragraph opens and never closes, unless the next paragraph goes on with them."""
    found = []
    for quote in scene.prose.quotes:
        if not quote.closed and not _goes_on(scene, quote.end):
            message = "A quote is opened here and never closed; it was read to the end of its paragraph."
            found.append(Doubt("unclosed_quote", message, (quote.start, quote.end)))
    return found


def _goes_on(scene: Scene, end: int) -> bool:
    """The paragraph behind this place opens with a quote mark again."""
    paragraphs = scene.prose.paragraphs
    following = bisect_left(paragraphs, (end, end))
    return following < len(paragraphs) and scene.prose.text[paragraphs[following][0]] in '“"„«'


def _relative(scene: Scene, anchor: Anchor) -> list[Doubt]:
    """Relative dates that rest on the latest date in the text, for want of a time of publication."""
    if anchor.source != "text" or not scene.dates:
        return []
    told = f"The time of publication is not known; relative dates are counted from {anchor.date}, the latest date told."
    return [Doubt("relative_dates", told)]
