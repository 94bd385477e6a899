"""“Is one of these numbers”, as one parameter however many they are.

A list of parameters makes another statement for each length, and each number in it is handled in Python; with a
thousand of them that takes longer than the database's own work.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Dialect, Text, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType, TypeDecorator


class _Numbers(TypeDecorator[Iterable[int]]):
    """Numbers written as the database reads them: a JSON list, or PostgreSQL's own arrays."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Iterable[int] | None, dialect: Dialect) -> str:
        said = json.dumps(sorted(set(value or ())), separators=(",", ":"))
        return said if dialect.name == "sqlite" else f"{{{said[1:-1]}}}"


# One for all: a type of its own would have to be compared with all others before each statement.
NUMBERS = _Numbers()


class _Among(FunctionElement[Any]):
    name = "among"
    # Not Boolean: SQLite's `x IN (…) = 1`, which that would become, uses no index.
    type = NullType()
    inherit_cache = True


@compiles(_Among, "sqlite")
def _in_sqlite(element: _Among, compiler: Any, **options: Any) -> str:
    what, numbers = (compiler.process(part, **options) for part in element.clauses)
    return f"{what} IN (SELECT value FROM json_each({numbers}))"  # noqa: S608  # both parts are the compiler's own


@compiles(_Among, "postgresql")
def _in_postgresql(element: _Among, compiler: Any, **options: Any) -> str:
    what, numbers = (compiler.process(part, **options) for part in element.clauses)
    return f"{what} = ANY(CAST({numbers} AS integer[]))"


def among(what: ColumnElement[Any], numbers: Iterable[int] | str) -> ColumnElement[bool]:
    """True of the rows whose value is one of the numbers; of none where there are no numbers.

    A name instead of numbers stands for those that are given when the statement is executed: one that is asked often
    is built once.
    """
    if isinstance(numbers, str):
        return _Among(what, bindparam(numbers, type_=NUMBERS))
    return _Among(what, bindparam(None, numbers, NUMBERS, unique=True))
