"""Statements as the panel beside the text shows them: who, by which verb, through whom, how surely, why, ruled how."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from runut.desk import Ruling, Shown
from runut.desk.rulings import standing
from runut.reports.texts import Texts
from runut.reports.wording import carriers, enclosing, shown, verb, who_said
from runut.vocabulary import Evidence, Span, Statement

MOST_REASONS = 8
UNSURE = 0.6
"""Below this a statement waits for a human eye."""


class Said(Struct, frozen=True, kw_only=True):
    """One statement."""

    number: int
    """1 for the first."""
    statement: Statement
    who: str
    words: str
    verb: str | None
    via: str | None
    within: int | None
    """The number of the statement that holds this one."""
    place: Span | None
    """Its first words."""
    reasons: tuple[Evidence, ...]
    unsure: bool
    ruling: Ruling | None
    """The one that holds."""
    earlier: tuple[Ruling, ...]
    """Those before it, the latest first."""


def said(article: Shown, window: range, texts: Texts) -> Iterator[Said]:
    """The statements of a window."""
    holds = standing(article.rulings)
    for index in window:
        yield _said(article, index, texts, holds.get(article.record.statements[index].id))


def said_one(article: Shown, name: str, texts: Texts) -> Said | None:
    """The statement of an id; None when this version has none."""
    found = (i for i, one in enumerate(article.record.statements) if one.id == name)
    return next((one for index in found for one in said(article, range(index, index + 1), texts)), None)


def _said(article: Shown, index: int, texts: Texts, ruling: Ruling | None) -> Said:
    record = article.record
    statement = record.statements[index]
    within = enclosing(record, statement)
    return Said(
        number=index + 1,
        statement=statement,
        who=who_said(statement, texts),
        words=shown(record, statement),
        verb=verb(record, statement),
        via=carriers(statement, texts),
        within=None if within is None else within + 1,
        place=next(iter(statement.content), statement.cue),
        reasons=statement.evidence[:MOST_REASONS],
        unsure=statement.confidence < UNSURE,
        ruling=ruling,
        earlier=tuple(_before(article.rulings, ruling)) if ruling else (),
    )


def _before(rulings: tuple[Ruling, ...], holding: Ruling) -> Iterator[Ruling]:
    return (one for one in reversed(rulings) if one.target == holding.target and one.id != holding.id)
