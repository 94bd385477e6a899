"""Parquet: articles or statements as columns, for DuckDB, Polars, pandas and Spark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from runut.errors import UsageFault
from runut.exports.tables import words_of
from runut.vocabulary import Record

if TYPE_CHECKING:
    import pyarrow as pa

Rows: TypeAlias = Literal["articles", "statements"]
# Rows are written in groups of so many articles: memory stays flat.
AT_ONCE = 500


def write_parquet(records: Iterable[Record], target: Path, rows: Rows) -> None:
    """Write a Parquet file with a row for each article, or for each statement.

    Raises UsageFault when pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter
    except ModuleNotFoundError:
        raise UsageFault("Parquet needs pyarrow: pip install 'runut[parquet]'.") from None
    schema = _schema(rows)
    with ParquetWriter(target, schema, compression="zstd") as writer:
        for some in _groups(records):
            found = [
                row for record in some for row in (_statements(record) if rows == "statements" else [_article(record)])
            ]
            writer.write_table(pa.Table.from_pylist(found, schema=schema))


def _groups(records: Iterable[Record]) -> Iterator[list[Record]]:
    remaining = iter(records)
    while some := list(islice(remaining, AT_ONCE)):
        yield some


def _schema(rows: Rows) -> pa.Schema:
    import pyarrow as pa

    text, texts, spans = pa.string(), pa.list_(pa.string()), pa.list_(pa.list_(pa.int32(), 2))
    if rows == "articles":
        names = ("article", "version", "url", "outlet", "headline", "published", "modified", "language", "kind", "text")
        lists = ("section", "tags", "agency", "chain", "origins")
        return pa.schema([*((name, text) for name in names), *((name, texts) for name in lists)])
    names = (
        "article",
        "version",
        "outlet",
        "published",
        "statement",
        "speaker",
        "speaker_type",
        "role",
        "act",
        "manner",
    )
    rest = [("number", pa.int32()), ("confidence", pa.float32()), ("words", text), ("via", texts), ("content", spans)]
    return pa.schema([*((name, text) for name in names), *rest])


def _article(record: Record) -> dict[str, Any]:
    same = ("article", "url", "headline", "published", "modified", "language", "kind", "text")
    lists = ("section", "tags", "agency", "chain", "origins")
    return {
        "version": record.id,
        "outlet": record.outlet.name if record.outlet else None,
        **{name: getattr(record, name) for name in same},
        **{name: list(getattr(record, name)) for name in lists},
    }


def _statements(record: Record) -> list[dict[str, Any]]:
    of_article = {
        "article": record.article,
        "version": record.id,
        "outlet": record.outlet.name if record.outlet else None,
        "published": record.published,
    }
    same = ("speaker", "speaker_type", "role", "act", "manner", "confidence")
    return [
        {
            **of_article,
            **{name: getattr(said, name) for name in same},
            "statement": said.id,
            "number": number,
            "words": words_of(record, said),
            "via": list(said.via),
            "content": [list(span) for span in said.content],
        }
        for number, said in enumerate(record.statements)
    ]
