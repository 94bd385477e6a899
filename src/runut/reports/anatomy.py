"""The page's anatomy as the report shows it: the line below the headline, and the list of all that is known."""

from __future__ import annotations

from collections.abc import Iterator

from runut.reports import standing
from runut.reports.markup import Child, Markup, address, join, tag
from runut.reports.moments import moment
from runut.reports.notes import quoted
from runut.reports.plain import elide, line
from runut.reports.sections import section
from runut.reports.texts import Texts
from runut.vocabulary import Record

_RELATED = 12


def heading(record: Record, texts: Texts) -> Markup:
    """Headline, deck and the line that says who, where and when."""
    facts = [tag("span", fact) for fact in _facts(record, texts) if fact]
    headline = quoted(record, line(record.headline), "h2", class_="headline") if record.headline else None
    deck = quoted(record, line(record.deck), "p", class_="deck") if record.deck else None
    return join(headline, deck, tag("p", *facts, class_="facts") if facts else None)


def _facts(record: Record, texts: Texts) -> Iterator[Child]:
    yield elide(standing.outlet(record).name or texts.say("relay.unknown"), 80)
    yield " › ".join(elide(part, 60) for part in record.section[:5])
    for credit in record.byline[:6]:
        yield join(tag("bdi", elide(credit.name, 80)), f" ({texts.word('role', credit.role)})" if credit.role else None)
    if record.kind not in ("error", "index"):
        yield moment(record.published, texts) if record.published else texts.say("label.no_time")
    yield texts.word("kind", record.kind) if record.kind != "article" else None
    yield texts.word("access", record.access) if record.access != "free" else None


def anatomy(record: Record, texts: Texts) -> Markup:
    """All that the page tells of itself, as a list of terms."""
    rows = [
        join(tag("dt", texts.say(f"label.{name}")), *(tag("dd", value) for value in values if value))
        for name, values in _rows(record, texts)
        if any(values)
    ]
    return section("anatomy", texts.say("label.anatomy"), tag("dl", *rows) if rows else None)


def _rows(record: Record, texts: Texts) -> Iterator[tuple[str, list[Child]]]:
    domain = record.outlet.domain if record.outlet else None
    outlet = standing.outlet(record).name
    yield "outlet", [f"{outlet} ({domain})" if outlet and domain and domain != outlet else outlet]
    yield "address", [_link(record.canonical_url or record.url)]
    yield "section", [" › ".join(record.section)]
    yield "byline", [_credit(credit.name, credit.role, texts) for credit in record.byline]
    yield "agency", [*record.agency]
    yield "published", [moment(record.published, texts) if record.published else texts.say("label.no_time")]
    yield "modified", [moment(record.modified, texts) if record.modified else None]
    yield "dateline", [record.dateline]
    yield "language", [record.language]
    yield "kind", [texts.word("kind", record.kind)]
    yield "access", [texts.word("access", record.access)]
    yield "part", [texts.say("label.part_of", this=record.page[0], of=record.page[1]) if record.page else None]
    yield from _extras(record, texts)


def _extras(record: Record, texts: Texts) -> Iterator[tuple[str, list[Child]]]:
    lead = record.images[0] if record.images else None
    yield "picture", [quoted(record, line(lead.caption), "span") if lead and lead.caption else None]
    yield "picture_credit", [line(lead.credit) if lead and lead.credit else None]
    yield "tags", [", ".join(record.tags)]
    yield "related", [_link(r.url, line(r.headline)) for r in record.related[:_RELATED]]
    yield (
        "notes",
        [
            join(tag("b", texts.word("note", note.kind)), " ", quoted(record, note.text, "span"))
            for note in record.notes
        ],
    )


def _credit(name: str, role: str | None, texts: Texts) -> Child:
    return f"{name} ({texts.word('role', role)})" if role else name


def _link(url: str | None, words: str | None = None) -> Child:
    target = address(url)
    shown = words or url
    return tag("a", shown, href=target, rel="noopener noreferrer") if target else shown
