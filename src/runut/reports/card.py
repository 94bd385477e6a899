"""The card: a record for the terminal, as renderables that know no terminal."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from runut.reports import standing
from runut.reports.accused import accusations
from runut.reports.moments import moment
from runut.reports.phrases import Teller, doubt_words, nothing_said
from runut.reports.plain import elide, line, plain
from runut.reports.standing import Named
from runut.reports.texts import Interface, Texts, load_texts
from runut.reports.wording import carriers, enclosing, shown, verb, who_said
from runut.vocabulary import Record, Statement

# What one screen takes; the rest is counted.
_SPEAKERS = 12
_EACH = 4
_DOUBTS = 6


def card(record: Record, language: Interface = "en") -> RenderableType:
    """The record at a glance: answer, anatomy, chain, statements by speaker, accusations, doubts, next command.

    Made to be printed by a rich Console 60 to 120 columns wide; nothing in it is told by colour alone.
    Raises UnknownLanguage for a language that the interface does not speak.
    """
    texts = load_texts(language)
    parts: list[RenderableType] = [Text(""), _answer(record, texts), Text(""), *_anatomy(record, texts)]
    if record.kind not in ("error", "index"):
        parts += [*_chain(record, texts), *_statements(record, texts), *_accusations(record, texts)]
    parts += [*_doubts(record, texts), Text(""), _next(record, texts)]
    return Padding(Group(*parts), (0, 2))


def _answer(record: Record, texts: Texts) -> RenderableType:
    return Text(Teller(record, texts).sentence(), style="bold")


def _anatomy(record: Record, texts: Texts) -> Iterator[RenderableType]:
    if record.headline:
        yield Text(elide(record.headline, 240), style="italic")
    facts = [fact for fact in _facts(record, texts) if fact]
    if facts:
        yield Text(" · ".join(facts), style="dim")


def _facts(record: Record, texts: Texts) -> Iterator[str | None]:
    yield elide(standing.outlet(record).name or texts.say("relay.unknown"), 60)
    yield " › ".join(elide(part, 40) for part in record.section[:4])
    for credit in record.byline[:4]:
        yield elide(credit.name, 60) + (f" ({texts.word('role', credit.role)})" if credit.role else "")
    if record.kind in ("error", "index"):
        return
    yield moment(record.published, texts) if record.published else texts.say("label.no_time")
    yield line(record.dateline or "")
    if record.agency:
        yield f"{texts.say('label.agency')}: {', '.join(elide(name, 40) for name in record.agency[:3])}"
    yield texts.word("kind", record.kind) if record.kind != "article" else None
    yield texts.word("access", record.access) if record.access != "free" else None


def _heading(title: str, count: int | None = None) -> Iterator[RenderableType]:
    yield Text("")
    yield Rule(title if count is None else f"{title} · {count}", align="left", characters="─", style="dim")


def _chain(record: Record, texts: Texts) -> Iterator[RenderableType]:
    yield from _heading(texts.say("label.chain"))
    outlet = elide(standing.outlet(record).name or texts.say("relay.unknown"), 70)
    yield _link("●", outlet, texts.say("relay.this"), 0)
    depth = 1
    for path in standing.paths(record):
        for depth, carrier in enumerate(path, start=1):
            yield _link("└ ●", elide(carrier.name or "", 70), _kind(record, carrier, texts), depth)
        depth = len(path) + 1
    origins = standing.origins(record)
    for origin in origins[:_DOUBTS]:
        yield _origin(origin, texts, depth)
    if not origins:
        yield _link("└ ○", texts.say("label.no_origins"), "", depth)


def _link(mark: str, name: str, note: str, depth: int) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text(mark), Text.assemble((name, "bold"), (f"  {note}" if note else "", "dim")))
    # Deep chains stop to move right, so that names keep their room.
    return Padding(grid, (0, 0, 0, min(2 * max(depth - 1, 0), 12)))


def _kind(record: Record, carrier: Named, texts: Texts) -> str:
    kind = texts.word("relay", record.relays[carrier.relay].kind if carrier.relay is not None else "carrier")
    return " ".join([kind, *(f"“{elide(record.text[start:end], 80)}”" for start, end in carrier.where)])


def _origin(origin: Named, texts: Texts, depth: int) -> RenderableType:
    if origin.unnamed is None:
        return _link("└ ●", elide(origin.name or "", 70), "", depth)
    quoted = f"“{elide(origin.name, 90)}”" if origin.name else ""
    return _link("└ ○", texts.word("unnamed", origin.unnamed), quoted, depth)


def _statements(record: Record, texts: Texts) -> Iterator[RenderableType]:
    yield from _heading(texts.say("label.statements"), len(record.statements))
    if not record.statements:
        yield Text(nothing_said(record, texts))
    groups = _by_speaker(record)
    for indices in groups[:_SPEAKERS]:
        first = record.statements[indices[0]]
        kind = texts.word("speaker_type", first.speaker_type)
        role = f", {elide(first.role, 70)}" if first.role else ""
        yield Text.assemble((who_said(first, texts, 70), "bold"), (f"  {kind}{role}", "dim"))
        for index in indices[:_EACH]:
            yield _statement(record, index, texts)
        if len(indices) > _EACH:
            yield Padding(Text(texts.count("label.more", len(indices) - _EACH), style="dim"), (0, 0, 0, 4))
    if len(groups) > _SPEAKERS:
        rest = sum(map(len, groups[_SPEAKERS:]))
        yield Text(texts.count("label.more", rest), style="dim")


def _by_speaker(record: Record) -> list[list[int]]:
    groups: dict[tuple[str | None, str], list[int]] = {}
    for index, statement in enumerate(record.statements):
        kind = "" if statement.speaker else statement.speaker_type
        groups.setdefault((statement.speaker, kind), []).append(index)
    return list(groups.values())


def _statement(record: Record, index: int, texts: Texts) -> RenderableType:
    statement = record.statements[index]
    grid = Table.grid(padding=(0, 1), expand=False)
    grid.add_column(justify="right", width=3, no_wrap=True)
    grid.add_column(overflow="fold")
    said = shown(record, statement, 230) or texts.say("label.no_words")
    grid.add_row(Text(str(index + 1), style="dim"), Text(said))
    grid.add_row("", Text(" · ".join(_how(record, statement, texts)), style="dim"))
    return grid


def _how(record: Record, statement: Statement, texts: Texts) -> Iterator[str]:
    yield texts.word("act", statement.act)
    cue = verb(record, statement)
    if cue:
        yield f"“{cue}”"
    yield texts.word("manner", statement.manner)
    through = carriers(statement, texts)
    if through:
        yield through
    outer = enclosing(record, statement)
    if outer is not None:
        yield texts.say("label.within", n=outer + 1)
    yield texts.say("label.confidence", share=texts.percent(statement.confidence))


def _accusations(record: Record, texts: Texts) -> Iterator[RenderableType]:
    found = accusations(record)
    if not found:
        return
    yield from _heading(texts.say("accused.title"), len(found))
    for accusation in found[:_SPEAKERS]:
        number = str(accusation.statement + 1)
        answer = "" if accusation.answer is None else f" → {accusation.answer + 1}"
        response = texts.word("response", accusation.response) + answer
        named = (
            [(elide(accusation.name, 70), "bold"), f"  {response}"]
            if accusation.name
            else [texts.say("accused.nobody")]
        )
        yield Text.assemble((f"{number:>3} ", "dim"), *named)


def _doubts(record: Record, texts: Texts) -> Iterator[RenderableType]:
    if not record.doubts:
        return
    yield from _heading(texts.say("label.doubts"), len(record.doubts))
    for doubt in record.doubts[:_DOUBTS]:
        quoted = f" “{elide(record.text[slice(*doubt.where)], 80)}”" if doubt.where else ""
        yield Text.assemble("? ", doubt_words(doubt, texts), (quoted, "italic"))
    if len(record.doubts) > _DOUBTS:
        yield Text(texts.count("label.more", len(record.doubts) - _DOUBTS), style="dim")


def _next(record: Record, texts: Texts) -> RenderableType:
    command = texts.say("command.retry" if record.kind == "error" else "command.html", file=_argument(record, texts))
    return Text.assemble((texts.say("label.next") + " ", "dim"), (command, "bold"))


def _argument(record: Record, texts: Texts) -> str:
    """The input as a shell takes it; a name that cannot be shown as it is gives way to a placeholder."""
    name = record.file or record.url or ""
    return shlex.quote(name) if name and plain(name) == name and "\n" not in name else texts.say("command.placeholder")
