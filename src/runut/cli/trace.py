"""`runut trace`: who copied whom among many articles."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

import click

from runut.cli.desks import desk_option, opened
from runut.cli.faults import complain
from runut.cli.output import emit_json, interface_language
from runut.cli.progress import counted
from runut.cli.tracing import given_texts
from runut.reports.plain import elide, line
from runut.reports.texts import load_texts

if TYPE_CHECKING:
    from runut.copies.links import Link
    from runut.copies.texts import Text
    from runut.reports.texts import Texts


@click.command("trace")
@click.argument("file", type=click.File("rb"), required=False, metavar="[FILE.jsonl|-]")
@click.option("--of", "article", metavar="ADDRESS", help="Trace one article of the desk against all others.")
@click.option("--json", "as_json", is_flag=True, help="One link a line, as JSON (the default into a pipe).")
@click.option("--lang", type=click.Choice(["id", "en"]), help="Language of what is shown; of the environment else.")
@desk_option
def command(
    *, file: IO[bytes] | None, article: str | None, as_json: bool, lang: str | None, address: str | None
) -> None:
    """Find which articles have wording from others: passage by passage, and which of them had it first.

    Without a file, the articles of the desk are traced.

    In: records, or lines {"id", "outlet", "published", "text", "url"?, "headline"?, "links"?}. Out, one link a line:
    {"copy", "source", "kind", "share", "passages", "confidence", "evidence"}. A confidence near 0.5 says that
    either may have been first.
    """
    texts = load_texts(interface_language(lang))
    by_id, links = _on_desk(article, address) if article else _among(given_texts(file, address))
    as_json = as_json or not sys.stdout.isatty()
    found = 0
    for link in counted(links, "links"):
        found += 1
        if as_json:
            emit_json(link)
        else:
            for told in _lines(link, by_id, texts):
                click.echo(told)
    if not found:
        complain(texts.say("trace.none"))


def _among(articles: tuple[Text, ...]) -> tuple[dict[str, Text], Iterator[Link]]:
    """The links among articles."""
    from runut.cli.likeness import likeness
    from runut.copies.tracing import trace

    return {one.id: one for one in articles}, trace(articles, likeness(articles))


def _on_desk(article: str, address: str | None) -> tuple[dict[str, Text], Iterator[Link]]:
    """The links of one article of the desk."""
    from runut.copies.reading import text_of
    from runut.desk import show, trace_article

    with opened(address) as desk:
        links = trace_article(desk, article)
        names = {name for link in links for name in (link.copy, link.source)}
        return {name: text_of(show(desk, name).record) for name in names}, iter(links)


def _lines(link: Link, by_id: dict[str, Text], texts: Texts) -> Iterator[str]:
    copy, source = by_id[link.copy], by_id[link.source]
    yield click.style(f"{_called(copy)} ← {_called(source)}", bold=True)
    yield "  " + texts.say(
        "trace.facts",
        kind=texts.word("copying", link.kind),
        share=texts.percent(link.share),
        sure=texts.percent(link.confidence),
    )
    for reason in link.evidence:
        yield f"  {'+' if reason.weight > 0 else '−'} {line(reason.detail)}"
    if link.passages:
        start, end = max((passage.copy for passage in link.passages), key=lambda span: span[1] - span[0])
        yield f"  “{elide(copy.text[start:end], 160)}”"
    yield ""


def _called(article: Text) -> str:
    return elide(f"{article.outlet or article.id}: {article.headline or article.text}", 60)
