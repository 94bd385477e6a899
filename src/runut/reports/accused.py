"""Was the accused asked? For each accusation, what the same article has from those whom it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import Literal, TypeAlias

from msgspec import Struct

from runut.reports.texts import languages, load_texts
from runut.vocabulary import Act, Record, Span, Statement

Response: TypeAlias = Literal["denial", "no_comment", "statement", "nothing", "unclear"]

_Voices: TypeAlias = Callable[[str], list[tuple[int, Response]]]

_RESPONSES: dict[Act, Response] = {"denies": "denial", "declines": "no_comment"}
# What a side says in its defence outweighs what else it says.
_WEIGHT: dict[Response, int] = {"denial": 4, "no_comment": 3, "statement": 2, "unclear": 1, "nothing": 0}
# Speakers of these types can be accused though they are no person.
_BODIES = frozenset({"organisation", "group", "outlet"})

# Nobody nests speech deeper; a ring of statements within each other ends here too.
_DEPTH = 8


class Accusation(Struct, frozen=True, kw_only=True):
    """One name in one accusation, and what the article has from that side."""

    statement: int
    """Index of the statement that alleges."""
    name: str | None
    """Whom it names; None when it names nobody that the record knows."""
    alone: bool = True
    """False when several are named, so that the words alone do not tell who is accused and who is harmed."""
    response: Response
    answer: int | None = None
    """Index of the statement that the response rests on."""


def accusations(record: Record) -> tuple[Accusation, ...]:
    """Each accusation of the article with each name in it, in the order of the text.

    A name is one of the record's people, or of its speakers that are bodies. With several names in one
    accusation, only a denial or a refusal to comment shows that a name is the accused: the rest are `unclear`.
    So is the word of somebody whose title has the name in it without saying that they speak for it.
    """
    alleged = [(index, s) for index, s in enumerate(record.statements) if s.act == "alleges"]
    places = _name_places(record) if alleged else []
    voices = cache(partial(_voices, record))
    return tuple(
        accusation
        for index, statement in alleged
        for accusation in _judge(record, index, _named(record, index, statement, places), voices)
    )


def _judge(record: Record, index: int, names: Sequence[str], voices: _Voices) -> Iterator[Accusation]:
    if not names:
        yield Accusation(statement=index, name=None, response="unclear")
    for name in names:
        response, answer = _response(record, index, voices(name))
        if len(names) > 1 and response in ("statement", "nothing"):
            response = "unclear"
        yield Accusation(statement=index, name=name, alone=len(names) == 1, response=response, answer=answer)


def _named(record: Record, index: int, statement: Statement, places: Sequence[tuple[Span, str]]) -> list[str]:
    if not statement.content:
        return []
    # The accused may stand between cue and content: “accused Budi of taking money”.
    spans = [*statement.content, *([statement.cue] if statement.cue else [])]
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    accusers = _accusers(record, index)
    found = (
        name
        for place, name in places
        if start <= place[0] and place[1] <= end and not _overlap(place, statement.source)
    )
    return _distinct(name for name in found if not any(same_name(name, accuser) for accuser in accusers))


def _accusers(record: Record, index: int) -> list[str]:
    """The one who accuses, and those who pass the accusation on."""
    names = [name for name in record.chain if name]
    at: int | None = index
    for _ in range(_DEPTH):
        if at is None or not 0 <= at < len(record.statements):
            break
        statement = record.statements[at]
        names += [name for name in (statement.speaker, *statement.via) if name]
        at = statement.within
    return names


def _name_places(record: Record) -> list[tuple[Span, str]]:
    """Where each name that can be accused stands, in the order of the text."""
    found = [(place, p.name) for p in record.people for place in p.mentions or tuple(places(record.text, p.name))]
    bodies = {s.speaker for s in record.statements if s.speaker and s.speaker_type in _BODIES}
    found += [(place, name) for name in bodies for place in places(record.text, name)]
    return sorted(found)


def places(text: str, name: str) -> Iterator[Span]:
    """Where a name stands in a text as whole words."""
    at = text.find(name) if name.strip() else -1
    while at >= 0:
        end = at + len(name)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            yield at, end
        at = text.find(name, end)


def _voices(record: Record, name: str) -> list[tuple[int, Response]]:
    """All statements that come from this side, and what each amounts to."""
    heard = ((at, _heard(record, statement, name)) for at, statement in enumerate(record.statements))
    return [(at, response) for at, response in heard if response]


def _response(record: Record, index: int, voices: list[tuple[int, Response]]) -> tuple[Response, int | None]:
    best: tuple[Response, int | None] = ("nothing", None)
    for at, response in voices:
        if index in (at, record.statements[at].within):
            continue
        if _WEIGHT[response] > _WEIGHT[best[0]]:
            best = (response, at)
    return best


def _heard(record: Record, statement: Statement, name: str) -> Response | None:
    said = _RESPONSES.get(statement.act, "statement")
    if statement.speaker and same_name(statement.speaker, name):
        return said
    source = record.text[slice(*statement.source)] if statement.source else ""
    title = f"{statement.role or ''} {source}".casefold()
    if next(places(title, name.casefold()), None) is None:
        return None
    return said if any(word in title for word in _envoys(record.language)) else "unclear"


def _envoys(language: str) -> tuple[str, ...]:
    return load_texts(language).envoys if language in languages() else ()


def same_name(left: str, right: str) -> bool:
    """Whether one name is the other, or the other shortened to some of its words."""
    a, b = set(left.casefold().split()), set(right.casefold().split())
    return bool(a and b) and (a <= b or b <= a)


def _overlap(place: Span, other: Span | None) -> bool:
    return other is not None and place[0] < other[1] and other[0] < place[1]


def _distinct(names: Iterator[str]) -> list[str]:
    kept: list[str] = []
    for name in names:
        if not any(same_name(name, other) for other in kept):
            kept.append(name)
    return kept
