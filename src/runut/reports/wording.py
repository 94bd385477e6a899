"""How a statement's parts read: who said it, by which words, through whom, how surely."""

from __future__ import annotations

from runut.reports.plain import elide
from runut.reports.texts import Texts
from runut.vocabulary import Record, Statement

_MARKS = "\"'“”‘’„«» "


def who_said(statement: Statement, texts: Texts, width: int = 160) -> str:
    """The speaker; says so when there is none or when it is unclear."""
    if statement.speaker:
        return elide(statement.speaker, width)
    return texts.say("who.none" if statement.speaker_type == "none" else "who.unclear")


def verb(record: Record, statement: Statement, width: int = 60) -> str | None:
    """The words that tell it, as they stand in the page."""
    return elide(record.text[slice(*statement.cue)], width) if statement.cue else None


def words(record: Record, statement: Statement, width: int = 400) -> str:
    """The content, its pieces joined by an ellipsis; empty when it has none."""
    return elide(" … ".join(record.text[start:end] for start, end in statement.content), width)


def shown(record: Record, statement: Statement, width: int = 400) -> str:
    """The content with quotation marks around what is wholly quoted, whatever marks the page has."""
    said = words(record, statement, width)
    return f"“{said.strip(_MARKS)}”" if said and statement.manner == "direct" else said


def carriers(statement: Statement, texts: Texts) -> str | None:
    """The carriers said at that place; None when there is none."""
    if not statement.via:
        return None
    return texts.say("label.via", carriers=" ← ".join(elide(name, 60) for name in statement.via))


def enclosing(record: Record, statement: Statement) -> int | None:
    """Index of the statement that holds this one; None when there is none or it points nowhere."""
    at = statement.within
    return at if at is not None and 0 <= at < len(record.statements) else None
