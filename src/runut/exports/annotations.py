"""W3C Web Annotations: each statement as a mark on the page, which other tools show in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from runut.exports.identifiers import NAMESPACE, article_name, article_urn, encoded
from runut.vocabulary import Record, Span, Statement

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Characters before and after a quote that tell it from the same words elsewhere.
AROUND = 32
_FACTS = ("speaker", "speaker_type", "role", "act", "manner", "via", "confidence")


def annotate(record: Record) -> Iterator[dict[str, Any]]:
    """The statements of a record, one annotation each, in their order.

    The positions count code points of the article's own words (`text` of the record); the quotes hold on the page too.
    A statement without content of its own ("declined to comment") is marked at its cue, or else at its source.
    """
    source = record.url or article_urn(record)
    for said in record.statements:
        yield {
            "@context": [CONTEXT, {"runut": NAMESPACE}],
            "id": f"urn:runut:statement:{article_name(record)}:{encoded(said.id)}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": [_told(said), _facts(said)],
            "target": [_target(record, source, span) for span in _marked(said)] or [{"source": source}],
        }


def find_again(annotation: Mapping[str, Any], text: str) -> tuple[Span, ...] | None:
    """The spans of an annotation in a text that may have changed since; None when its exact words are gone.

    Where the words stand several times, those are taken whose surroundings agree most, then those nearest to the old
    place. An annotation of a page as a whole has no spans, and loses none.
    """
    spans = tuple(_place(target["selector"], text) for target in annotation["target"] if "selector" in target)
    found = tuple(span for span in spans if span)
    return found if len(found) == len(spans) else None


def _marked(said: Statement) -> Sequence[Span]:
    beside = said.cue or said.source
    return said.content or ((beside,) if beside else ())


def _told(said: Statement) -> dict[str, Any]:
    """The statement in a line, for tools that show notes and know nothing of statements."""
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


def _facts(said: Statement) -> dict[str, Any]:
    """The same as values; under our own prefix, for the context of annotations means another thing by `via`."""
    values = {f"runut:{name}": getattr(said, name) for name in _FACTS}
    told = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
    return {"type": "runut:Statement"} | {name: value for name, value in told.items() if value not in (None, [])}


def _target(record: Record, source: str, span: Span) -> dict[str, Any]:
    start, end = span
    quote = {
        "type": "TextQuoteSelector",
        "exact": record.text[start:end],
        "prefix": record.text[max(0, start - AROUND) : start],
        "suffix": record.text[end : end + AROUND],
    }
    return {"source": source, "selector": [quote, {"type": "TextPositionSelector", "start": start, "end": end}]}


def _place(selectors: Sequence[Mapping[str, Any]], text: str) -> Span | None:
    """Where the quote stands now; other tools give the two selectors in any order, or the quote alone."""
    quote = next((one for one in selectors if "exact" in one), {"exact": ""})
    was = next((one["start"] for one in selectors if "start" in one), 0)
    length = len(quote["exact"])
    places = _all(text, quote["exact"])
    best = max(places, key=lambda at: (_agreement(quote, text, (at, at + length)), -abs(at - was), -at), default=None)
    return None if best is None else (best, best + length)


def _all(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _agreement(quote: Mapping[str, str], text: str, span: Span) -> int:
    """How many characters beside the words are as they were."""
    prefix, suffix = quote.get("prefix", ""), quote.get("suffix", "")
    start, end = span
    before = text[max(0, start - len(prefix)) : start]
    return _common(prefix[::-1], before[::-1]) + _common(suffix, text[end : end + len(suffix)])


def _common(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
