"""W3C Web Annotations: each statement as a mark on the page, which other tools show in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from runut.vocabulary import Record, Span, Statement

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Characters before and after a quote that tell it from the same words elsewhere.
AROUND = 32


def annotate(record: Record) -> Iterator[dict[str, Any]]:
    """The statements of a record, one annotation each, in their order.

    The positions count code points of the article's own words (`text` of the record); the quotes hold on the page too.
    """
    source = record.url or f"urn:runut:article:{record.article or record.id}"
    for said in record.statements:
        yield {
            "@context": CONTEXT,
            "id": f"urn:runut:statement:{record.article or record.id}:{said.id}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": [_body(said)],
            "target": [_target(record, source, span) for span in said.content],
        }


def find_again(annotation: Mapping[str, Any], text: str) -> tuple[Span, ...] | None:
    """The spans of an annotation in a text that may have changed since; None when its exact words are gone.

    Where the words stand several times, those are taken whose surroundings agree most, then those nearest to the old
    place.
    """
    spans = tuple(_place(target["selector"], text) for target in annotation["target"])
    found = tuple(span for span in spans if span)
    return found if len(found) == len(spans) else None


def _body(said: Statement) -> dict[str, Any]:
    who = said.speaker or "—"
    role = f" ({said.role})" if said.role else ""
    via = f", via {', '.join(said.via)}" if said.via else ""
    return {
        "type": "TextualBody",
        "format": "text/plain",
        "purpose": "describing",
        "language": "en",
        "value": f"{who}{role}: {said.act}, {said.manner}{via} ({said.confidence:.2f})",
    }


def _target(record: Record, source: str, span: Span) -> dict[str, Any]:
    start, end = span
    quote = {
        "type": "TextQuoteSelector",
        "exact": record.text[start:end],
        "prefix": record.text[max(0, start - AROUND) : start],
        "suffix": record.text[end : end + AROUND],
    }
    return {"source": source, "selector": [quote, {"type": "TextPositionSelector", "start": start, "end": end}]}


def _place(selectors: list[dict[str, Any]], text: str) -> Span | None:
    quote, position = selectors
    places = list(_all(text, quote["exact"]))
    if not places:
        return None
    end = len(quote["exact"])
    best = max(
        places, key=lambda at: (_agreement(quote, text[:at], text[at + end :]), -abs(at - position["start"]), -at)
    )
    return best, best + end


def _all(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _agreement(quote: Mapping[str, str], before: str, after: str) -> int:
    """How many characters beside the words are as they were."""
    return _common(quote["prefix"][::-1], before[: -AROUND - 1 : -1]) + _common(quote["suffix"], after[:AROUND])


def _common(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
