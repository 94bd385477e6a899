"""The article's text as HTML, with its statements and credits marked."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import groupby

from runut.reports.marks import Segment, paragraphs, segments
from runut.reports.markup import Markup, join, language_tag, tag
from runut.reports.notes import anchor, note
from runut.reports.texts import Texts
from runut.vocabulary import Paragraph, Record, Span

_TAGS = {"paragraph": "p", "heading": "h3", "item": "li", "quote": "blockquote", "row": "p"}
# A passage under more statements than this shows the innermost only.
_NOTES = 3


def article(record: Record, texts: Texts) -> Markup:
    """All paragraphs; each statement can be reached once by keyboard and everywhere by pointer."""
    parts = paragraphs(record)
    writer = _Writer(record, texts, _last_pieces(record))
    written = [
        (
            part,
            tag(_TAGS[part.kind], *(writer.segment(s) for s in pieces), class_="line" if part.kind == "row" else None),
        )
        for part, pieces in zip(parts, segments(record, [p.span for p in parts]), strict=True)
    ]
    return tag("div", *_grouped(written), writer.rest(), class_="text", lang=language_tag(record.language), dir="auto")


def _grouped(written: list[tuple[Paragraph, Markup]]) -> Iterator[Markup]:
    for item, group in groupby(written, key=lambda pair: pair[0].kind == "item"):
        body = join(*(markup for _, markup in group))
        yield tag("ul", body) if item else body


def _last_pieces(record: Record) -> dict[int, list[int]]:
    """Where each statement ends, and so its number stands: after its last piece or, without any, its cue."""
    ends: dict[int, list[int]] = {}
    for index, statement in enumerate(record.statements):
        pieces = [end for start, end in statement.content if start < end]
        last = max(pieces) if pieces else statement.cue[1] if statement.cue else None
        if last is not None:
            ends.setdefault(min(last, len(record.text)), []).append(index)
    return ends


class _Writer:
    """Writes segments in the order of the text; remembers what can be reached already."""

    def __init__(self, record: Record, texts: Texts, ends: dict[int, list[int]]) -> None:
        self._record = record
        self._texts = texts
        self._ends = ends
        self._anchors = deque(_anchors(record))
        self._reached: set[int] = set()

    def segment(self, segment: Segment) -> Markup:
        """One piece: bare text, or a link with its note."""
        words = self._anchored(segment.span)
        if segment.content or segment.cues:
            return self._said(segment, words, self._ends.pop(segment.span[1], []))
        return tag("span", words, class_="credit" if segment.relays else None, data_at=segment.span[0])

    def rest(self) -> Markup:
        """The anchors of places behind the last paragraph."""
        return join(*(_anchor(span) for span in self._anchors))

    def _anchored(self, span: Span) -> Markup:
        """The words of a span with the anchors of all places that start in it."""
        (at, end), parts = span, list[Markup | str]()
        while self._anchors and self._anchors[0][0] < end:
            place = self._anchors.popleft()
            start = max(place[0], at)
            parts += [self._record.text[at:start], _anchor(place)]
            at = start
        return join(*parts, self._record.text[at:end])

    def _said(self, segment: Segment, words: Markup, numbers: list[int]) -> Markup:
        shown = (segment.content or segment.cues)[:_NOTES]
        first = shown[0]
        fresh = first not in self._reached
        self._reached.add(first)
        note_id = f"n{first + 1}" if fresh else None
        link = tag(
            "a",
            words,
            *(tag("sup", str(n + 1), class_="num") for n in numbers),
            class_=self._classes(segment),
            href=f"#s{first + 1}",
            tabindex=None if fresh else -1,
            aria_describedby=note_id,
            data_at=segment.span[0],
        )
        notes = [note(self._record, i, self._texts, id_=note_id if i == first else None) for i in shown]
        owners = " ".join(str(i + 1) for i in shown)
        return tag("span", link, tag("span", *notes, class_="notes"), class_="spot", data_s=owners)

    def _classes(self, segment: Segment) -> str:
        index = (segment.content or segment.cues)[0]
        statement = self._record.statements[index]
        layer = "said" if segment.content else "cue"
        also = [name for name, on in (("verb", segment.cues and segment.content), ("credit", segment.relays)) if on]
        return " ".join([layer, f"act-{statement.act}", f"manner-{statement.manner}", *also])


def _anchor(span: Span) -> Markup:
    return tag("span", id=anchor(span), class_="at")


def _anchors(record: Record) -> list[Span]:
    """Every place that something in the record points to, in order, each once."""
    spans: dict[Span, None] = {}
    for statement in record.statements:
        pointed = [*statement.content, statement.cue, statement.source, *(e.span for e in statement.evidence)]
        spans.update(dict.fromkeys(span for span in pointed if span))
    spans.update(dict.fromkeys(relay.words for relay in record.relays if relay.words))
    spans.update(dict.fromkeys(phrase.span for phrase in record.dates))
    spans.update(dict.fromkeys(place for person in record.people for place in person.mentions))
    spans.update(dict.fromkeys(doubt.where for doubt in record.doubts if doubt.where))
    return sorted(spans)
