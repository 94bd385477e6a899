"""A record together with where in its page the words stand: what `--locate` prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from runut.vocabulary import Capture, Record, Span


def located(record: Record, capture: Capture) -> dict[str, Any]:
    """The record's fields and `located`: for each paragraph and each part of a statement its passages in the page."""
    from runut.pages import locate

    spans = list(dict.fromkeys(_spans(record)))
    passages = locate(capture, record, spans)
    found = [{"span": span, "passages": places} for span, places in zip(spans, passages, strict=True)]
    return {**msgspec.to_builtins(record), "located": msgspec.to_builtins(found)}


def _spans(record: Record) -> Iterator[Span]:
    for paragraph in record.paragraphs:
        yield paragraph.span
    for said in record.statements:
        yield from said.content
        yield from filter(None, (said.cue, said.source))
