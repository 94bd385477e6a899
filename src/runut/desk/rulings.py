"""What people decided about statements and names: added, never changed; the newest decision holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection, func, insert, select

from runut.desk.dictionary import next_number
from runut.desk.looking import find, record_of
from runut.desk.moments import now
from runut.desk.opening import Desk
from runut.desk.sealing import seal
from runut.desk.tables import rulings, versions
from runut.errors import UsageFault
from runut.vocabulary import Statement

Verdict: TypeAlias = Literal["yes", "no", "undecided"]
About: TypeAlias = Literal["statement", "people"]


class Snapshot(Struct, frozen=True):
    """The statement that was ruled on, as it stood then: a later reading may have another one in its place."""

    version: str
    """The article's version."""
    statement: Statement
    words: str
    """Of its content."""


class Ruling(Struct, frozen=True, kw_only=True):
    """One decision of a person."""

    id: int = 0
    """Counts up; 0 before the desk has it."""
    at: str
    """RFC 3339 in UTC."""
    by: str
    about: About
    verdict: Verdict
    article: str | None = None
    target: str
    """A statement's id; for people the two names, the lesser first, joined by a line feed."""
    snapshot: Snapshot | None = None
    """None for people, and where the article was taken down."""
    note: str | None = None


def rule(desk: Desk, article: str, statement: str, verdict: Verdict, *, by: str, note: str | None = None) -> Ruling:
    """Decide whether a statement of an article is marked rightly: content, speaker, act and all.

    `statement` is its id or its number in the newest version. Raises UsageFault when there is none.
    """
    with desk.writing() as connection:
        row = find(connection, article)
        record = record_of(connection, row.version)
        said = _statement(record.statements, statement)
        name = connection.execute(select(versions.c.name).where(versions.c.id == row.version)).scalar_one()
        words = " … ".join(record.text[start:end] for start, end in said.content)
        ruling = Ruling(
            at=now(),
            by=by,
            about="statement",
            verdict=verdict,
            article=row.key,
            target=said.id,
            snapshot=Snapshot(name, said, words),
            note=note,
        )
        return _add(connection, ruling)


def rule_people(desk: Desk, left: str, right: str, verdict: Verdict, *, by: str, note: str | None = None) -> Ruling:
    """Decide whether two names mean the same person or body: it holds for articles added from now on.

    `mend` places everybody anew, so that it holds for all.
    """
    with desk.writing() as connection:
        ruling = Ruling(at=now(), by=by, about="people", verdict=verdict, target=pair(left, right), note=note)
        return _add(connection, ruling)


def pair(left: str, right: str) -> str:
    """The target of a ruling on two names, whichever is given first."""
    return "\n".join(sorted((left, right)))


def rulings_of(connection: Connection, article: str) -> tuple[Ruling, ...]:
    """All rulings on an article's statements, oldest first."""
    query = select(rulings).where(rulings.c.article == article).order_by(rulings.c.id)
    return tuple(_ruling(row) for row in connection.execute(query).mappings())


def standing(found: tuple[Ruling, ...]) -> dict[str, Ruling]:
    """The ruling that holds for each target: the newest."""
    return {ruling.target: ruling for ruling in sorted(found, key=lambda ruling: ruling.id)}


def on_people(connection: Connection) -> dict[str, Verdict]:
    """What holds for each pair of names that was ruled on."""
    query = select(rulings.c.target, rulings.c.verdict).where(rulings.c.about == "people").order_by(rulings.c.id)
    return {row[0]: row[1] for row in connection.execute(query)}


def people_ruled(desk: Desk, *, limit: int = 50) -> tuple[Ruling, ...]:
    """The ruling that holds for each pair of names, the newest first."""
    newest = select(func.max(rulings.c.id)).where(rulings.c.about == "people").group_by(rulings.c.target)
    query = select(rulings).where(rulings.c.id.in_(newest)).order_by(rulings.c.id.desc()).limit(limit)
    with desk.reading() as connection:
        return tuple(_ruling(row) for row in connection.execute(query).mappings())


def _add(connection: Connection, ruling: Ruling) -> Ruling:
    ruling = replace(ruling, id=next_number(connection, rulings))
    values = msgspec.structs.asdict(ruling) | {"snapshot": _packed(ruling.snapshot)}
    connection.execute(insert(rulings), values | {"seal": sealed(values)})
    return ruling


def sealed(values: Mapping[str, Any]) -> bytes:
    """The seal of a ruling's row."""
    return seal(
        *(values[name] for name in ("id", "at", "by", "about", "verdict", "article", "target", "snapshot", "note"))
    )


def _packed(snapshot: Snapshot | None) -> bytes | None:
    return msgspec.json.encode(snapshot) if snapshot else None


def _ruling(row: Mapping[Any, Any]) -> Ruling:
    values = dict(row)
    kept = values.pop("snapshot")
    values.pop("seal")
    return Ruling(**values, snapshot=msgspec.json.decode(kept, type=Snapshot) if kept else None)


def _statement(said: tuple[Statement, ...], wanted: str) -> Statement:
    found = [one for one in said if one.id == wanted]
    if not found and wanted.isdecimal() and int(wanted) < len(said):
        found = [said[int(wanted)]]
    if len(found) != 1:
        raise UsageFault(
            f"The article has no statement “{wanted}”; give its id, or a number from 0 to {len(said) - 1}."
        )
    return found[0]
