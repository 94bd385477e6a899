"""The parts of the page besides the article: chain, accusations, statements, doubts, people, dates, anatomy."""

from __future__ import annotations

from collections.abc import Iterator

from runut.reports import standing
from runut.reports.accused import Accusation, accusations
from runut.reports.drawing import drawing
from runut.reports.markup import Child, Markup, join, tag
from runut.reports.moments import moment
from runut.reports.notes import anchor, carried, quoted, reason, speaker
from runut.reports.phrases import doubt_language, doubt_words, nothing_said
from runut.reports.plain import elide
from runut.reports.standing import Named
from runut.reports.texts import Texts
from runut.reports.wording import shown, verb, who_said
from runut.vocabulary import Record, Span


def section(name: str, title: str, *children: Child) -> Markup:
    """A part of the page under its heading; nothing when it would be empty."""
    body = join(*children)
    if not body:
        return body
    return tag(
        "section", tag("h2", title, id=f"{name}-title"), body, id=name, class_=name, aria_labelledby=f"{name}-title"
    )


def chain(record: Record, texts: Texts) -> Markup:
    """Where it comes from: the list first, the drawing second."""
    picture = tag(
        "div", drawing(record, texts), class_="scroll", tabindex=0, role="group", aria_label=texts.say("page.drawing")
    )
    return section("chain", texts.say("label.chain"), tag("ol", *_links(record, texts)), picture)


def _links(record: Record, texts: Texts) -> Iterator[Markup]:
    outlet = standing.outlet(record)
    before = outlet.name or texts.say("relay.unknown")
    yield tag("li", tag("b", tag("bdi", elide(before, 80))), " ", tag("span", texts.say("relay.this"), class_="kind"))
    for path in standing.paths(record):
        passed_by = before
        for link in path:
            yield _carrier(record, link, texts, passed_by)
            passed_by = link.name or passed_by
    for link in standing.aside_carriers(record):
        yield _carrier(record, link, texts, None)
    origins = standing.origins(record)
    for origin in origins:
        yield _origin(record, origin, texts)
    if not origins:
        yield tag("li", tag("span", texts.say("label.no_origins"), class_="kind"), class_="end unnamed")


def _carrier(record: Record, link: Named, texts: Texts, passed_by: str | None) -> Markup:
    kind = record.relays[link.relay].kind if link.relay is not None else "carrier"
    role = texts.say("page.passage") if passed_by is None else texts.say("page.cited_by", carrier=elide(passed_by, 60))
    notes = tag("span", f"{texts.word('relay', kind)} · {role}", class_="kind")
    name = tag("b", tag("bdi", elide(link.name or "", 80)))
    return tag("li", name, " ", notes, *(_place(record, span, texts) for span in link.where[:3]))


def _origin(record: Record, origin: Named, texts: Texts) -> Markup:
    if origin.unnamed is None:
        name = tag("b", quoted(record, elide(origin.name or "", 160), "bdi"))
    else:
        described = quoted(record, elide(origin.name, 160)) if origin.name else None
        name = join(tag("b", texts.word("unnamed", origin.unnamed)), " ", described)
    link = _statement_link(origin.statement, texts) if origin.statement is not None else None
    return tag("li", name, " ", link, class_="end unnamed" if origin.unnamed else "end")


def _place(record: Record, span: Span, texts: Texts) -> Markup:
    words = quoted(record, elide(record.text[slice(*span)], 200))
    return tag("span", words, " ", _to_text(span, texts), class_="words")


def _to_text(span: Span, texts: Texts) -> Markup:
    place = texts.say("page.place", start=span[0], end=span[1])
    return tag("a", texts.say("page.to_text"), href=f"#{anchor(span)}", title=place, class_="go")


def _statement_link(index: int, texts: Texts) -> Markup:
    return tag("a", texts.say("page.statement", n=index + 1), href=f"#s{index + 1}", class_="go")


def accused(record: Record, texts: Texts) -> Markup:
    """For each accusation, what the page has from those whom it names."""
    found = accusations(record)
    rows = [_accusation(record, accusation, texts) for accusation in found]
    return section("accused", texts.say("accused.title"), tag("ul", *rows) if rows else None)


def _accusation(record: Record, accusation: Accusation, texts: Texts) -> Markup:
    accuser = record.statements[accusation.statement]
    by = (
        texts.say("accused.accuser", who=who_said(accuser, texts, 80))
        if accuser.speaker
        else texts.say("accused.accuser_none")
    )
    response = tag("span", texts.word("response", accusation.response), class_=f"response {accusation.response}")
    answer = _statement_link(accusation.answer, texts) if accusation.answer is not None else None
    if accusation.name is None:
        head: Child = texts.say("accused.nobody")
    else:
        head = join(tag("b", quoted(record, elide(accusation.name, 80), "bdi")), ": ", response, " ", answer)
    doubt = tag("span", texts.say("accused.several"), class_="kind") if not accusation.alone else None
    origin = tag("span", by, " ", _statement_link(accusation.statement, texts), class_="words")
    return tag("li", head, origin, doubt)


def statements(record: Record, texts: Texts) -> Markup:
    """The table of all statements; each row can be linked to as `#s3`."""
    if not record.statements:
        return section("statements", texts.say("label.statements"), tag("p", nothing_said(record, texts)))
    labels = [texts.say(f"page.{name}") for name in ("number", "who", "how", "words", "sure")]
    head = tag("tr", *(tag("th", label, scope="col") for label in labels))
    rows = [_statement(record, index, labels, texts) for index in range(len(record.statements))]
    title = f"{texts.say('label.statements')} · {texts.number(len(rows))}"
    return section("statements", title, tag("table", tag("thead", head), tag("tbody", *rows)))


def _statement(record: Record, index: int, labels: list[str], texts: Texts) -> Markup:
    statement = record.statements[index]
    cells: list[Child] = [
        tag("a", str(index + 1), href=f"#s{index + 1}", class_="num"),
        speaker(record, statement, texts),
        _how(record, index, texts),
        _words(record, index, texts),
        texts.percent(statement.confidence),
    ]
    row = [tag("td", tag("div", cell), data_label=label) for cell, label in zip(cells, labels, strict=True)]
    return tag("tr", *row, id=f"s{index + 1}")


def _how(record: Record, index: int, texts: Texts) -> Markup:
    statement = record.statements[index]
    cue = verb(record, statement)
    act = tag("span", texts.word("act", statement.act), class_=f"act act-{statement.act}")
    notes = [texts.word("manner", statement.manner), *carried(record, statement, texts)]
    return join(act, " ", quoted(record, cue) if cue else None, tag("span", " · ".join(notes), class_="kind"))


def _words(record: Record, index: int, texts: Texts) -> Markup:
    statement = record.statements[index]
    said = shown(record, statement, 600)
    body = (
        quoted(record, said, "span", class_="said-words")
        if said
        else tag("span", texts.say("label.no_words"), class_="kind")
    )
    place = next(iter(statement.content), None) or statement.cue
    reasons = [tag("li", reason(record, index, at)) for at in range(len(statement.evidence[:8]))]
    why = tag("details", tag("summary", texts.say("label.why")), tag("ul", *reasons)) if reasons else None
    return join(body, " ", _to_text(place, texts) if place else None, why)


def doubts(record: Record, texts: Texts) -> Markup:
    """What the reading is not sure of."""
    rows = [
        tag(
            "li",
            tag("span", doubt_words(doubt, texts), lang=doubt_language(doubt, texts)),
            _place(record, doubt.where, texts) if doubt.where else None,
        )
        for doubt in record.doubts
    ]
    return section(
        "doubts", texts.say("label.doubts"), tag("ul", *rows) if rows else tag("p", texts.say("label.no_doubts"))
    )


def people(record: Record, texts: Texts) -> Markup:
    """Who is named, with a link to each mention."""
    rows = [
        tag(
            "li",
            tag("b", quoted(record, elide(person.name, 120), "bdi")),
            *([" ", quoted(record, elide(person.role, 160), "span", class_="kind")] if person.role else []),
            " ",
            *(
                tag("a", f"{at}", href=f"#{anchor(span)}", class_="go at-mention")
                for at, span in enumerate(person.mentions[:20], 1)
            ),
        )
        for person in record.people
    ]
    return section("people", texts.say("label.people"), tag("ul", *rows) if rows else None)


def dates(record: Record, texts: Texts) -> Markup:
    """What says when, and what it means."""
    rows = [
        tag(
            "li",
            quoted(record, elide(record.text[slice(*d.span)], 80)),
            " ",
            tag("b", moment(d.value, texts)),
            " ",
            _to_text(d.span, texts),
        )
        for d in record.dates
    ]
    return section("dates", texts.say("label.dates"), tag("ul", *rows) if rows else None)
