"""From a lake to a desk: the records of some of its articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from runut import flow
from runut.batch.lake import MANIFEST
from runut.batch.storage import exists, files, is_remote, joined, open_input, require_arrow
from runut.batch.tables import article_of, columns
from runut.desk.bringing import AT_ONCE, Brought, Read, keep
from runut.errors import UsageFault
from runut.vocabulary import Attribution, Record

if TYPE_CHECKING:
    import pyarrow as pa

    from runut.desk import Desk

ARTICLES = "articles"


def is_lake(source: str) -> bool:
    """Whether an input is a lake, its articles, or a part of them; every address of a store is taken for one."""
    return is_remote(source) or (Path(_home(source)) / MANIFEST).is_file()


def bring_lake(desk: Desk, source: str, only: Mapping[str, str]) -> Iterator[Brought]:
    """Keep the articles of a lake, or of a part of it, that have these values in these columns.

    Raises UsageFault when there is no lake, or no such column; StoreFault when lake or desk cannot be used.
    """
    found = (Read(record.file or source, record) for record in records(source, only))
    while some := list(islice(found, AT_ONCE)):
        yield from keep(desk, some)


def records(source: str, only: Mapping[str, str]) -> Iterator[Record]:
    """The records of a lake's articles, as `runut read` gives them, that have these values in these columns.

    Raises UsageFault when there is no lake, or no such column.
    """
    require_arrow()
    home = _home(source)
    if not exists(joined(home, MANIFEST)):
        raise UsageFault(f"{home} is no lake, or the run that makes it has not ended: there is no {MANIFEST}.")
    if unknown := set(only).difference(columns(ARTICLES).names):
        raise UsageFault(f"Articles have no column {', '.join(sorted(unknown))}; see docs/how-to/batch.md.")
    articles = joined(home, ARTICLES)
    for one in files(source if f"/{ARTICLES}" in source else articles):
        yield from _records(one.path, one.path.removeprefix(articles).rpartition("/")[0], home, only)


def _records(path: str, part: str, home: str, only: Mapping[str, str]) -> Iterator[Record]:
    articles = _read(path, [(name, "=", value) for name, value in only.items()] or None)
    numbers = articles["number"].to_pylist()
    said: dict[int, str] = {}
    for one in files(joined(home, f"attributions{part}")) if numbers else ():
        found = _read(one.path, [("number", "in", numbers)])
        said |= dict(zip(found["number"].to_pylist(), found["record"].to_pylist(), strict=True))
    for row in articles.to_pylist():
        yield _record(row, said.get(row["number"]))


def _record(row: dict[str, Any], said: str | None) -> Record:
    """Where the lake was not attributed, that is done now: a desk without it would have half of an article."""
    article = article_of(row)
    found = msgspec.json.decode(said, type=Attribution) if said else flow.attribute(article)
    return flow.record(article, found)


def _read(path: str, filters: list[tuple[str, str, Any]] | None) -> pa.Table:
    from pyarrow.parquet import read_table

    with open_input(path) as stream:
        return read_table(stream, filters=filters)


def _home(source: str) -> str:
    """The lake itself, when its articles or a part of them are named."""
    return source.partition(f"/{ARTICLES}")[0].rstrip("/")
