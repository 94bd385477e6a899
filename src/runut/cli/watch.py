"""`runut watch`: saved questions, and what the desk has to tell."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from runut.cli.desks import desk_option, opened
from runut.cli.faults import SOME_FAILED, complain
from runut.cli.output import emit_json, interface_language
from runut.cli.periods import Period
from runut.reports.plain import elide, line
from runut.reports.texts import load_texts

if TYPE_CHECKING:
    from runut.desk import Desk
    from runut.reports.texts import Texts
    from runut.watch import Alert, Every, Watch

lang_option = click.option("--lang", type=click.Choice(["id", "en"]), help="Language of what is shown.")
as_json_option = click.option("--json", "as_json", is_flag=True, help="As JSON lines (the default into a pipe).")


@click.group("watch")
def command() -> None:
    """Questions that the desk asks itself whenever it changes: any denial by somebody, the first word on something.

    `runut gather` looks at all watches after each round, and sends what they found.
    """


@command.command("add")
@click.argument("name")
@click.argument("question", nargs=-1, required=True)
@click.option(
    "--every",
    type=click.Choice(["match", "outlet", "once"]),
    default="match",
    show_default=True,
    help="Tell each match, the first of each outlet, or the very first alone.",
)
@click.option("--webhook", metavar="URL", help="Where alerts are sent, as signed JSON.")
@click.option("--quiet", metavar="HOURS", help='Hours without deliveries, such as "22:00-06:00 WIB".')
@click.option("--digest", type=Period(), default=0, metavar="PERIOD", help="One delivery each 1h, 1d … at most.")
@click.option("--past", is_flag=True, help="Tell what the desk holds already, too.")
@click.option("--allow-private", is_flag=True, help="The webhook may be a private or loopback address.")
@desk_option
def add(
    *,
    name: str,
    question: tuple[str, ...],
    every: Every,
    webhook: str | None,
    quiet: str | None,
    digest: int,
    past: bool,
    allow_private: bool,
    address: str | None,
) -> None:
    """Save a question, as for `runut search`: runut watch add beras speaker:"Sri Mulyani" act:denies."""
    from runut.capture.gate import Gate
    from runut.cli.search import as_typed
    from runut.watch import Watch, add_watch

    asked = " ".join(map(as_typed, question))
    watch = Watch(name=name, question=asked, every=every, webhook=webhook, quiet=quiet, digest=digest)
    with opened(address, create=True) as desk:
        secret = add_watch(desk, watch, gate=Gate(allow_private), past=past)
    if secret:
        click.echo(secret)
        complain(load_texts(interface_language(None)).say("watch.secret"))


@command.command("list")
@as_json_option
@lang_option
@desk_option
def list_watches(*, as_json: bool, lang: str | None, address: str | None) -> None:
    """List the watches."""
    from runut.watch import watches

    with opened(address) as desk:
        found = watches(desk)
    texts = load_texts(interface_language(lang))
    for watch in found:
        if as_json or not sys.stdout.isatty():
            emit_json(watch)
        else:
            for told in _lines(watch, texts):
                click.echo(told)
    if not found:
        complain(texts.say("watch.none"))


@command.command("remove")
@click.argument("name")
@desk_option
def remove(*, name: str, address: str | None) -> None:
    """Remove a watch, with what it found."""
    from runut.watch import remove_watch

    with opened(address) as desk:
        remove_watch(desk, name)


@command.command("run")
@click.option("--allow-private", is_flag=True, help="Call webhooks at private and loopback addresses too.")
@as_json_option
@lang_option
@desk_option
def run(*, allow_private: bool, as_json: bool, lang: str | None, address: str | None) -> None:
    """Look at what has changed, and send what was found; each thing is told once."""
    with opened(address) as desk:
        texts = load_texts(interface_language(lang))
        if watch_desk(desk, texts, allow_private=allow_private, as_json=as_json or not sys.stdout.isatty()):
            sys.exit(SOME_FAILED)


def watch_desk(desk: Desk, texts: Texts, *, allow_private: bool, as_json: bool) -> bool:
    """Look and deliver; tells whether a delivery failed."""
    from runut.capture.gate import Gate
    from runut.watch import deliver, look

    found, failed = look(desk), False
    for sent in deliver(desk, Gate(allow_private)):
        if as_json:
            emit_json(sent)
        if sent.reason:
            failed = True
            complain(f"{sent.watch}: {sent.reason}")
    if not as_json and found:
        click.echo("  " + texts.say("watch.found", n=texts.number(found)))
    return failed


@command.command("show")
@click.argument("name")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True)
@click.option("--atom", is_flag=True, help="As an Atom feed.")
@as_json_option
@lang_option
@desk_option
def show(*, name: str, limit: int, atom: bool, as_json: bool, lang: str | None, address: str | None) -> None:
    """Show what a watch has found, the latest first."""
    from runut.watch import alerts_of, watch_named
    from runut.watch.feed import feed

    with opened(address) as desk:
        watch, found = watch_named(desk, name), alerts_of(desk, name, limit=limit)
    texts = load_texts(interface_language(lang))
    if atom:
        click.echo(feed(watch, found), nl=False)
        return
    for one in found:
        if as_json or not sys.stdout.isatty():
            emit_json(one)
        else:
            for told in _alert_lines(one, texts):
                click.echo(told)
    if not found:
        complain(texts.say("watch.empty"))


def _lines(watch: Watch, texts: Texts) -> Iterator[str]:
    yield click.style(watch.name, bold=True) + f"  {line(watch.question)}"
    counts = {name: texts.number(getattr(watch, name)) for name in ("alerts", "waiting", "failed")}
    yield "  " + texts.say("watch.counts", every=texts.word("every", watch.every), **counts)


def _alert_lines(one: Alert, texts: Texts) -> Iterator[str]:
    yield click.style(elide(one.hit.headline or one.hit.article, 110), bold=True)
    yield f"  {one.at} · {elide(one.hit.outlet or texts.say('relay.unknown'), 50)} · {one.hit.article}"
    for said in one.hit.statements:
        who = line(said.speaker or texts.say("desk.nobody"))
        yield f"  {who} — {texts.word('act', said.act)}: {elide(said.words, 160)}"
