"""The note that a marked passage opens to: who, by which verb and act, through whom, how surely, and why."""

from __future__ import annotations

from runut.reports.markup import Markup, join, language_tag, tag
from runut.reports.plain import elide, line
from runut.reports.texts import Texts
from runut.reports.wording import carriers, enclosing, verb, who_said
from runut.vocabulary import Record, Span, Statement

# Why a reader decided so: more than these no reader of a report takes in.
_REASONS = 4


def anchor(span: Span) -> str:
    """The permalink of a place in the text: `c120-180`."""
    return f"c{span[0]}-{span[1]}"


def quoted(record: Record, words: str, name: str = "q", **attributes: object) -> Markup:
    """Words of the page, in the page's language and direction."""
    return tag(name, words, lang=language_tag(record.language), dir="auto", **attributes)


def note(record: Record, index: int, texts: Texts, *, id_: str | None = None) -> Markup:
    """All that there is to say of a statement, in elements that may stand inside a paragraph."""
    statement = record.statements[index]
    rows = [
        _row(texts.say("page.verb"), _verb(record, statement)),
        _row(texts.say("page.act"), texts.word("act", statement.act)),
        _row(texts.say("page.manner"), texts.word("manner", statement.manner)),
        _row(texts.say("page.carrier"), _via(statement)),
        _row(texts.say("page.confidence"), texts.percent(statement.confidence)),
        *(_row(texts.say("label.why"), reason(record, index, at)) for at in range(_few(statement))),
    ]
    return tag(
        "span",
        tag(
            "span",
            tag("span", str(index + 1), class_="num"),
            " ",
            speaker(record, statement, texts),
            class_="note-head",
        ),
        *rows,
        _links(record, index, texts),
        class_="note",
        id=id_,
        lang=texts.language,
        dir="ltr",
    )


def speaker(record: Record, statement: Statement, texts: Texts) -> Markup:
    """The speaker with role and type."""
    name = tag("b", tag("bdi", who_said(statement, texts)), lang=_foreign(record, statement))
    role = elide(statement.role, 160) if statement.role else None
    kind = texts.word("speaker_type", statement.speaker_type)
    return join(name, " ", tag("span", *([quoted(record, role, "span"), " · "] if role else []), kind, class_="kind"))


def reason(record: Record, index: int, at: int) -> Markup:
    """One piece of evidence: what was seen, and the words."""
    evidence = record.statements[index].evidence[at]
    seen = elide(record.text[slice(*evidence.span)], 80) if evidence.span else ""
    return join(
        line(evidence.detail or evidence.rule)[:240], " " if seen else None, quoted(record, seen) if seen else None
    )


def carried(record: Record, statement: Statement, texts: Texts) -> list[str]:
    """The carriers and the enclosing statement, as short phrases."""
    outer = enclosing(record, statement)
    found = [carriers(statement, texts), texts.say("label.within", n=outer + 1) if outer is not None else None]
    return [phrase for phrase in found if phrase]


def _foreign(record: Record, statement: Statement) -> str | None:
    return language_tag(record.language) if statement.speaker else None


def _few(statement: Statement) -> int:
    return min(len(statement.evidence), _REASONS)


def _verb(record: Record, statement: Statement) -> Markup | None:
    cue = verb(record, statement)
    return quoted(record, cue) if cue else None


def _via(statement: Statement) -> str | None:
    return " ← ".join(elide(name, 60) for name in statement.via) or None


def _row(label: str, value: str | Markup | None) -> Markup | None:
    if not value:
        return None
    return tag("span", tag("span", label, class_="key"), " ", tag("span", value, class_="value"), class_="row")


def _links(record: Record, index: int, texts: Texts) -> Markup:
    outer = enclosing(record, record.statements[index])
    own = tag("a", texts.say("page.to_statement", n=index + 1), href=f"#s{index + 1}")
    over = tag("a", texts.say("label.within", n=outer + 1), href=f"#s{outer + 1}") if outer is not None else None
    return tag("span", own, " · " if over else None, over, class_="row links")
