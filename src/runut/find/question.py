"""A question to the desk as a person types it: words, phrases, and fields such as `speaker:"Sri Mulyani"`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Literal, TypeAlias, get_args

from msgspec import Struct
from msgspec.structs import replace

from runut.errors import UsageFault
from runut.find.stems import WORD
from runut.vocabulary import Act, Kind, Manner

Way: TypeAlias = Literal["word", "phrase", "prefix"]

# No question is longer; a word more than that many is no help to anybody.
LONGEST = 1000
MOST_TERMS = 32

_PART = re.compile(
    r"""
    (?P<minus>-)?
    (?: (?P<field>[A-Za-z_]+) : (?: "(?P<quoted>[^"]*)"? | (?P<plain>[^\s"]+) )
      | "(?P<phrase>[^"]*)"?
      | (?P<word>[^\s"]+)
    )""",
    re.VERBOSE,
)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class Term(Struct, frozen=True):
    """What must stand in the text: one word, words in a row, or the beginning of a word."""

    words: tuple[str, ...]
    """As typed; more than one only for a phrase."""
    way: Way = "word"
    excluded: bool = False
    """True where it must not stand there."""


class Question(Struct, frozen=True, kw_only=True):
    """What is asked of the desk. Values of one field are alternatives; different fields must all hold.

    `speaker`, `act`, `manner` and `via` are about one and the same statement.
    """

    terms: tuple[Term, ...] = ()
    speaker: tuple[str, ...] = ()
    act: tuple[Act, ...] = ()
    manner: tuple[Manner, ...] = ()
    via: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    """Names or domains."""
    agency: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    kind: tuple[Kind, ...] = ()
    since: date | None = None
    """The first day, as the outlet states it."""
    until: date | None = None
    """The last day; it belongs to the answer."""

    @property
    def asks_of_statements(self) -> bool:
        """Whether single statements answer, and not articles alone."""
        return bool(self.speaker or self.act or self.manner or self.via)


def parse(text: str) -> Question:
    """Read a question: `beras "harga eceran" -impor speaker:"Sri Mulyani" act:denies since:2025-06`.

    Raises UsageFault for a field that is not known and for a value that a field cannot have.
    """
    if len(text) > LONGEST:
        raise UsageFault(f"The question has {len(text):,} characters; ask in at most {LONGEST:,}.")
    question = Question()
    for part in _PART.finditer(text):
        if part["field"] and part["field"].lower() in FIELDS:
            question = _with_field(question, part)
        elif part["field"] and not part["minus"] and _is_field(part["field"]):
            raise UsageFault(f"There is no field “{part['field']}:”. There are: {', '.join(FIELDS)}.")
        else:
            question = _with_term(question, part)
    if len(question.terms) > MOST_TERMS:
        raise UsageFault(f"The question has {len(question.terms)} words and phrases; ask with at most {MOST_TERMS}.")
    return question


def _is_field(name: str) -> bool:
    """Addresses (`https:…`) and times (`pukul:`) have colons too: only what is written small and whole is a field."""
    return name.islower() and name not in ("http", "https")


def _with_term(question: Question, part: re.Match[str]) -> Question:
    typed = part["phrase"] if part["phrase"] is not None else part[0].removeprefix("-")
    found = tuple(WORD.findall(typed))
    if not found:
        return question
    way: Way = "phrase" if len(found) > 1 else "prefix" if typed.endswith("*") else "word"
    term = Term(found, way, excluded=bool(part["minus"]))
    return replace(question, terms=(*question.terms, term))


def _with_field(question: Question, part: re.Match[str]) -> Question:
    name = part["field"].lower()
    value = (part["quoted"] if part["quoted"] is not None else part["plain"]).strip()
    if part["minus"]:
        raise UsageFault(f"“{part[0]}”: a field cannot be excluded; only words and phrases can.")
    if not value:
        raise UsageFault(f"“{name}:” needs a value, such as {name}:{EXAMPLES[name]}.")
    read = FIELDS[name](value)
    if name in ("since", "until"):
        return replace(question, **{name: read})
    return replace(question, **{name: (*getattr(question, name), read)})


def _one_of(name: str, kind: Any) -> Callable[[str], str]:
    allowed = get_args(kind)

    def read(value: str) -> str:
        if value.lower() not in allowed:
            raise UsageFault(f"“{name}:{value}” cannot be; it is one of {', '.join(allowed)}.")
        return value.lower()

    return read


def _first_day(value: str) -> date:
    year, month, day = _day(value)
    return _calendar(value, year, month or 1, day or 1)


def _last_day(value: str) -> date:
    year, month, day = _day(value)
    if day:
        return _calendar(value, year, month or 1, day)
    following = _calendar(value, year + (month or 12) // 12, (month or 12) % 12 + 1, 1)
    return following - timedelta(days=1)


def _day(value: str) -> tuple[int, int | None, int | None]:
    found = _DAY.fullmatch(value)
    if not found:
        raise UsageFault(f"“{value}” is no day; write 2025-06-01, 2025-06 or 2025.")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    return year, month, day


def _calendar(value: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise UsageFault(f"“{value}” is not in the calendar.") from None


FIELDS: dict[str, Callable[[str], Any]] = {
    "speaker": str,
    "act": _one_of("act", Act),
    "manner": _one_of("manner", Manner),
    "via": str,
    "outlet": str,
    "agency": str,
    "section": str,
    "language": str.lower,
    "kind": _one_of("kind", Kind),
    "since": _first_day,
    "until": _last_day,
}
"""The fields that a question can have, and how the value of each is read."""

EXAMPLES = {
    "speaker": '"Sri Mulyani"',
    "act": "denies",
    "manner": "direct",
    "via": "Reuters",
    "outlet": "detik.com",
    "agency": "Antara",
    "section": "Ekonomi",
    "language": "id",
    "kind": "article",
    "since": "2025-06-01",
    "until": "2025-06",
}
