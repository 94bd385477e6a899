"""JSON Lines: records just as `runut read --json` gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from runut.vocabulary import Record


def record_lines(records: Iterable[Record]) -> Iterator[str]:
    """One record a line."""
    for record in records:
        yield msgspec.json.encode(record).decode() + "\n"
