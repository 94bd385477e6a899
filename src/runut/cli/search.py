"""`runut search`: find articles and statements on the desk."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from runut.cli.desks import desk_option, opened
from runut.cli.output import emit_json, interface_language
from runut.reports.plain import elide, line

if TYPE_CHECKING:
    from runut.desk.facets import Facets
    from runut.desk.searching import Answer, Hit, Order
    from runut.find import Snippet
    from runut.reports.texts import Texts

FIELDS_TOLD = """\b
Fields: speaker: act: manner: via: outlet: agency: section: language: kind: since: until:
Words:  beras   "harga beras"   membant*   -impor
"""
SHOWN_FACETS = ("outlet", "speaker", "act", "agency", "section", "language")


@click.command("search", epilog=FIELDS_TOLD)
@click.argument("question", nargs=-1, required=True)
@click.option("--by", type=click.Choice(["rank", "time"]), default="rank", help="Best first, or latest first.")
@click.option("--limit", type=click.IntRange(1, 500), default=20, show_default=True, help="Hits at once.")
@click.option("--cursor", help="Where the page before ended.")
@click.option("--facets", "with_facets", is_flag=True, help="Count outlets, speakers, acts … instead of listing hits.")
@click.option("--json", "as_json", is_flag=True, help="One hit a line, as JSON (the default into a pipe).")
@click.option("--lang", type=click.Choice(["id", "en"]), help="Language of what is shown; of the environment else.")
@desk_option
def command(
    *,
    question: tuple[str, ...],
    by: Order,
    limit: int,
    cursor: str | None,
    with_facets: bool,
    as_json: bool,
    lang: str | None,
    address: str | None,
) -> None:
    """Find articles: runut search beras speaker:"Sri Mulyani" act:denies since:2025-06.

    Words must all stand in the article, in any of their forms. `speaker`, `act`, `manner` and `via` are about one and
    the same statement. An empty answer says why, and exits with 0 all the same.
    """
    from runut.desk import facets, search
    from runut.find import parse
    from runut.reports.texts import load_texts

    asked = parse(" ".join(map(as_typed, question)))
    as_json = as_json or not sys.stdout.isatty()
    texts = load_texts(interface_language(lang))
    with opened(address) as desk:
        if with_facets:
            _emit_facets(facets(desk, asked), texts, as_json=as_json)
        else:
            _emit(search(desk, asked, by=by, limit=limit, cursor=cursor), texts, as_json=as_json, asked=question)


def as_typed(part: str) -> str:
    """The shell takes quotes off: `speaker:"Sri Mulyani"` arrives without them, as one argument."""
    if " " not in part or '"' in part:
        return part
    field, colon, value = part.partition(":")
    return f'{field}:"{value}"' if colon and " " not in field else f'"{part}"'


def _emit(answer: Answer, texts: Texts, *, as_json: bool, asked: tuple[str, ...]) -> None:
    if as_json:
        for hit in answer.hits:
            emit_json(hit)
    else:
        for told in lines(answer, texts):
            click.echo(told)
    for reason in answer.reasons or ([] if answer.hits else [texts.say("desk.nothing")]):
        click.echo(f"runut: {line(reason)}", err=True)
    if answer.is_cut:
        click.echo(f"runut: {texts.say('desk.cut')}", err=True)
    if answer.cursor:
        again = shlex.join(["runut", "search", *asked, "--cursor", answer.cursor])
        click.echo(f"runut: {texts.say('desk.more')} {again}", err=True)


def lines(answer: Answer, texts: Texts) -> Iterator[str]:
    """The hits for a terminal: headline, where and when, what was said, and the place that matched."""
    for hit in answer.hits:
        yield click.style(elide(hit.headline or texts.say("desk.no_headline"), 110), bold=True)
        yield "  " + " · ".join(_facts(hit, texts))
        for said in hit.statements[:3]:
            who = line(said.speaker) if said.speaker else texts.say("desk.nobody")
            yield f"  {who} — {texts.word('act', said.act)}: {elide(said.words, 160)}"
        for snippet in hit.snippets if not hit.statements else ():
            yield f"  … {_marked(snippet)} …"
        yield ""


def _facts(hit: Hit, texts: Texts) -> Iterator[str]:
    yield elide(hit.outlet or texts.say("relay.unknown"), 50)
    yield line(hit.published or texts.say("label.no_time"))
    yield hit.article


def _marked(snippet: Snippet) -> str:
    """The snippet with its matching words underlined; they also stand in brackets where styles are off."""
    start, parts, at = snippet.span[0], [], 0
    for begin, end in snippet.matches:
        parts += [line(snippet.words[at : begin - start]), _mark(snippet.words[begin - start : end - start])]
        at = end - start
    return " ".join(part for part in (*parts, line(snippet.words[at:])) if part)


def _mark(word: str) -> str:
    return click.style(line(word), underline=True, bold=True)


def _emit_facets(found: Facets, texts: Texts, *, as_json: bool) -> None:
    if as_json:
        emit_json(found)
        return
    click.echo(
        texts.count("desk.counted", found.articles) + (f" {texts.say('desk.counted_cut')}" if found.is_cut else "")
    )
    for name in SHOWN_FACETS:
        for count in getattr(found, name)[:8]:
            value = texts.word("act", count.value) if name == "act" else line(count.value)
            click.echo(f"  {texts.say(f'facet.{name}'):<12} {texts.number(count.count):>8}  {value}")
