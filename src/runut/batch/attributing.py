"""Articles to who said what: the plain attribution of each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from runut import flow
from runut.batch.storage import told
from runut.batch.tables import article_of, attribution_row, relay_rows, statement_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from runut.statements import Reader


def attributing(reader: Reader) -> Callable[[dict[str, Any]], list[dict[str, Any]]]:
    """How a row of `articles` is attributed, by that reader."""
    return partial(attribute_row, reader)


def attribute_row(reader: Reader, row: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows that one article gives: `attribution` with `statements` and `relays`, or why there are none."""
    empty: dict[str, Any] = {"attribution": None, "statements": [], "relays": [], "aside": None}
    try:
        article = article_of(row)
        found = flow.attribute(article, reader=reader)
    except Exception as fault:  # noqa: BLE001  # whatever an article does to its reader costs that article alone
        aside = {"source": row["file"], "page": row["file"], "reason": "unexpected", "message": told(fault)}
        return [empty | {"aside": aside}]
    record = flow.record(article, found)
    return [
        empty
        | {
            "attribution": attribution_row(found, row["number"], article.id),
            "statements": list(statement_rows(record, row["number"])),
            "relays": list(relay_rows(record, row["number"])),
        }
    ]
