"""Whether a record points into its own text only."""

from collections.abc import Iterable, Iterator

from runut.vocabulary.records import Record
from runut.vocabulary.spans import Span
from runut.vocabulary.statements import Statement

# A hostile record may have millions of bad spans; the first few tell enough.
_TOLD = 20


def stray(record: Record) -> tuple[str, ...]:
    """Name what points outside of the text or at nothing, in words; at most 20 of them."""
    told = []
    for place, span in _spans(record):
        if not 0 <= span[0] <= span[1] <= len(record.text):
            told.append(f"record.json: {place} points outside of the text: [{span[0]}, {span[1]}).")
        if len(told) == _TOLD:
            break
    return (*told, *_missing(record))[:_TOLD]


def _spans(record: Record) -> Iterator[tuple[str, Span]]:
    for index, statement in enumerate(record.statements):
        yield from _named(f"statement {index}", _of(statement))
    yield from _named("a relay", (relay.words for relay in record.relays))
    yield from _named("a date", (date.span for date in record.dates))
    yield from _named("a paragraph", (paragraph.span for paragraph in record.paragraphs))
    yield from _named("a mention", (span for person in record.people for span in person.mentions))
    yield from _named("a doubt", (doubt.where for doubt in record.doubts))


def _of(statement: Statement) -> Iterator[Span | None]:
    yield from statement.content
    yield statement.cue
    yield statement.source
    yield from (evidence.span for evidence in statement.evidence)


def _named(place: str, spans: Iterable[Span | None]) -> Iterator[tuple[str, Span]]:
    return ((place, span) for span in spans if span is not None)


def _missing(record: Record) -> Iterator[str]:
    """Statements within statements and relays citing relays that are not there."""
    for index, statement in enumerate(record.statements):
        if statement.within is not None and not 0 <= statement.within < len(record.statements):
            yield f"record.json: statement {index} lies within a statement that is not there."
    for index, relay in enumerate(record.relays):
        if relay.cites is not None and not 0 <= relay.cites < len(record.relays):
            yield f"record.json: relay {index} cites a relay that is not there."
