"""Questions with one field more or less: what a facet's link asks."""

from __future__ import annotations

import re

from msgspec import Struct

_FIELD = re.compile(r'(?<![\w-])([a-z]+):(?:"([^"]*)"?|([^\s"]+))')
SEARCHED = ("speaker", "act", "manner", "via", "outlet", "agency", "section", "language", "kind", "since", "until")


class Chosen(Struct, frozen=True):
    """A field that a question has."""

    name: str
    value: str
    without: str
    """The question without it."""


def narrowed(question: str, field: str, value: str) -> str:
    """A question with a field more."""
    plain = value.replace('"', " ").strip()
    return f'{question.strip()} {field}:"{plain}"'.strip()


def on_day(question: str, day: str) -> str:
    """A question about one day alone."""
    return f"{question.strip()} since:{day} until:{day}".strip()


def chosen(question: str) -> tuple[Chosen, ...]:
    """The fields of a question, each with the way back."""
    found = (m for m in _FIELD.finditer(question) if m[1] in SEARCHED)
    return tuple(Chosen(m[1], m[2] if m[2] is not None else m[3], _without(question, m)) for m in found)


def _without(question: str, part: re.Match[str]) -> str:
    return " ".join((question[: part.start()] + question[part.end() :]).split())
