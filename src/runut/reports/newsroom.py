"""An overview of several reports: one page that leads to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import Template

from runut.reports.answer import answer
from runut.reports.markup import Markup, join, safe, tag
from runut.reports.page import data, policy
from runut.reports.plain import elide
from runut.reports.texts import Interface, Texts, load_texts
from runut.vocabulary import Record


@dataclass(frozen=True, slots=True)
class Shown:
    """One page of the overview."""

    record: Record
    href: str
    """Where its report lies, relative to the overview."""
    note: str
    """What there is to see in it, in the language of the overview."""


def overview(pages: Sequence[Shown], language: Interface = "en") -> str:
    """One self-contained HTML page: each page's headline, its answer in a sentence, and a link to its report."""
    texts = load_texts(language)
    items = [_item(shown, texts) for shown in pages]
    title = texts.say("newsroom.title")
    return Template(data("page.html")).substitute(
        language=safe(texts.language),
        policy=policy(),
        title=safe(title),
        style=data("page.css"),
        script=data("page.js"),
        skip=safe(texts.say("page.skip")),
        eyebrow=safe(texts.say("page.eyebrow")),
        answer=safe(title),
        heading=tag("p", texts.say("newsroom.lead")),
        main=tag("section", tag("ol", *items, class_="newsroom")),
        footer=tag("p", tag("b", texts.say("page.provenance"))),
    )


def _item(shown: Shown, texts: Texts) -> Markup:
    record = shown.record
    headline = elide(record.headline or texts.word("kind", record.kind), 140)
    outlet = record.outlet.name if record.outlet else None
    return tag(
        "li",
        tag("p", tag("a", tag("bdi", headline), href=shown.href), class_="headline"),
        tag("p", join(tag("b", outlet), " · ") if outlet else None, answer(record, texts.language)),
        tag("p", shown.note, class_="hint"),
    )
