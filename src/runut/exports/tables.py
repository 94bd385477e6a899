"""CSV (RFC 4180): one row a statement, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from runut.vocabulary import Record, Statement

COLUMNS = (
    "article",
    "version",
    "url",
    "outlet",
    "headline",
    "published",
    "language",
    "number",
    "statement",
    "speaker",
    "speaker_type",
    "role",
    "act",
    "manner",
    "via",
    "confidence",
    "words",
    "start",
    "end",
)
# A spreadsheet takes a cell that begins so for a formula, and runs it.
# Those of East Asian width are taken for the same.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
JOINT = "; "
MARK = "\ufeff"
"""Byte order mark: by it Excel knows that a file is UTF-8."""


def csv_rows(records: Iterable[Record], *, bom: bool = False) -> Iterator[str]:
    """The lines of a CSV file; articles without statements have no row."""
    yield (MARK if bom else "") + _line(COLUMNS)
    for record in records:
        for number, said in enumerate(record.statements):
            yield _line(tuple(_cells(record, number, said)))


def words_of(record: Record, said: Statement) -> str:
    """The words of a statement, its pieces parted by an ellipsis."""
    return " … ".join(record.text[start:end] for start, end in said.content)


def _cells(record: Record, number: int, said: Statement) -> Iterator[str]:
    yield from (record.article, record.id, record.url or "", record.outlet.name if record.outlet else "")
    yield from (record.headline or "", record.published or "", record.language, str(number), said.id)
    yield from (said.speaker or "", said.speaker_type, said.role or "", said.act, said.manner)
    yield from (JOINT.join(said.via), f"{said.confidence:.2f}", words_of(record, said))
    yield from ((str(said.content[0][0]), str(said.content[-1][1])) if said.content else ("", ""))


def _line(cells: tuple[str, ...]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(["'" + cell if cell.startswith(_FORMULA) else cell for cell in cells])
    return out.getvalue()
