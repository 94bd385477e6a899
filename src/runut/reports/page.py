"""The report: one self-contained HTML page that asks nothing of any server."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template

from runut.reports import sections
from runut.reports.anatomy import anatomy, heading
from runut.reports.markup import Child, Markup, join, safe, tag
from runut.reports.passages import article
from runut.reports.phrases import Teller
from runut.reports.plain import elide, line
from runut.reports.standing import Named
from runut.reports.texts import Interface, Texts, load_texts
from runut.vocabulary import Record

_ACTS = ("assert", "believes", "asks", "alleges", "denies", "declines")
_EXAMPLES = {"assert": "states"}


def html(record: Record, language: Interface = "en") -> str:
    """The whole page. Its content security policy lets run only its own style and script, by their hashes.

    Raises UnknownLanguage for a language that the interface does not speak.
    """
    texts = load_texts(language)
    return Template(data("page.html")).substitute(
        language=safe(texts.language),
        policy=policy(),
        title=safe(_title(record, texts)),
        style=data("page.css"),
        script=data("page.js"),
        skip=safe(texts.say("page.skip")),
        eyebrow=safe(texts.say("page.eyebrow")),
        answer=_answer(record, texts),
        heading=heading(record, texts),
        main=_main(record, texts),
        footer=_footer(record, texts),
    )


def _title(record: Record, texts: Texts) -> str:
    headline = elide(record.headline, 120) if record.headline else texts.word("kind", record.kind)
    return texts.say("page.title", headline=headline)


def _answer(record: Record, texts: Texts) -> Markup:
    # The texts hold no markup (a test sees to that) and each name is escaped here, so the sentence is HTML.
    return Markup(Teller(record, texts, _linked).sentence())


def _linked(who: Named, words: str) -> str:
    if who.statement is not None:
        return tag("a", tag("bdi", words), href=f"#s{who.statement + 1}")
    return tag("a", tag("bdi", words), href="#chain") if who.relay is not None else tag("bdi", words)


def _main(record: Record, texts: Texts) -> Markup:
    if record.kind in ("error", "index"):
        return join(sections.doubts(record, texts), anatomy(record, texts))
    return join(
        sections.chain(record, texts),
        sections.accused(record, texts),
        _article(record, texts),
        sections.statements(record, texts),
        sections.doubts(record, texts),
        sections.people(record, texts),
        sections.dates(record, texts),
        anatomy(record, texts),
    )


def _article(record: Record, texts: Texts) -> Markup:
    if not record.text.strip():
        return Markup()
    hint = tag("p", texts.say("page.article_hint"), class_="hint")
    return sections.section("article", texts.say("page.article"), hint, _legend(texts), article(record, texts))


def _legend(texts: Texts) -> Markup:
    acts = [
        tag("li", tag("span", texts.say(f"legend.{name}"), class_=f"said act-{_EXAMPLES.get(name, name)}"))
        for name in _ACTS
    ]
    others: list[Child] = [
        tag("li", tag("span", texts.say("page.direct"), class_="said act-states manner-direct")),
        tag("li", tag("span", texts.say("page.cue"), class_="cue")),
        tag("li", tag("span", texts.say("page.relay"), class_="credit")),
    ]
    return tag("details", tag("summary", texts.say("page.legend")), tag("ul", *acts, *others), class_="legend")


def _footer(record: Record, texts: Texts) -> Markup:
    reading = record.reading
    packs = ", ".join(f"{code} {version}" for code, version in sorted(reading.packs.items()))
    facts = [
        texts.say("page.made", version=line(reading.runut)),
        texts.say("page.packs", packs=line(packs)) if packs else None,
        texts.say("page.model", model=line(reading.model)) if reading.model else texts.say("page.rules_only"),
        texts.say("page.version", id=line(record.id)) if record.id else None,
    ]
    shown = [tag("span", fact) for fact in facts if fact]
    return join(tag("p", tag("b", texts.say("page.provenance"))), tag("p", *shown, class_="facts"))


def policy() -> str:
    """The content security policy of every report: nothing but its own style and script, by their hashes."""
    return (
        f"default-src 'none'; style-src {_hash(data('page.css'))}; script-src {_hash(data('page.js'))}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


@cache
def data(name: str) -> str:
    """A file of the reports' template."""
    return (files("runut.reports") / "template" / name).read_text("utf-8")
