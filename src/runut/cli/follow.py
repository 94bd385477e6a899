"""`runut follow`: which feeds, sitemaps and front pages tell the desk of new articles."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from runut.cli.desks import desk_option, opened
from runut.cli.faults import SOME_FAILED, complain
from runut.cli.output import emit_json, interface_language
from runut.cli.progress import counted
from runut.errors import InputFault, UsageFault
from runut.reports.plain import elide, line
from runut.reports.texts import load_texts

if TYPE_CHECKING:
    from runut.desk import Desk
    from runut.gather import Followed, Manners
    from runut.reports.texts import Texts

    Emit = Callable[[tuple[Followed, ...]], None]

SUFFIX = ".opml"


@click.command("follow")
@click.argument("sources", nargs=-1, metavar="FEED|SITEMAP|SITE|FILE.opml …")
@click.option(
    "--starter", metavar="NAME", help="Follow the outlets of a list that comes with Runut: national, agencies."
)
@click.option("--stop", multiple=True, metavar="ADDRESS", help="Follow it no longer; what was read stays.")
@click.option("--opml", "as_opml", is_flag=True, help="Write what is followed as OPML, for other readers.")
@click.option("--allow-private", is_flag=True, help="Ask private and loopback addresses too.")
@click.option("--json", "as_json", is_flag=True, help="One listing a line, as JSON (the default into a pipe).")
@click.option("--lang", type=click.Choice(["id", "en"]), help="Language of what is shown; of the environment else.")
@desk_option
def command(
    *,
    sources: tuple[str, ...],
    starter: str | None,
    stop: tuple[str, ...],
    as_opml: bool,
    allow_private: bool,
    as_json: bool,
    lang: str | None,
    address: str | None,
) -> None:
    """Follow feeds (RSS, Atom, JSON Feed), sitemaps, sites, or an OPML list; without any, list what is followed.

    Of a site, the feeds that its page names are followed, else the sitemaps of news that its robots.txt names, else the
    page itself. `runut gather` then reads what is new.
    """
    from runut.gather import followed, unfollow

    as_json = as_json or (not sys.stdout.isatty() and not as_opml)
    emit = partial(_emit, texts=None if as_json else load_texts(interface_language(lang)))
    with opened(address, create=bool(sources or starter)) as desk:
        for one in stop:
            unfollow(desk, one)
        if sources or starter:
            _follow(desk, (*sources, *_sites(starter)), allow_private=allow_private, emit=emit)
        elif as_opml:
            click.echo(_opml(followed(desk)), nl=False)
        elif not stop:
            emit(followed(desk))


def _sites(starter: str | None) -> tuple[str, ...]:
    from runut.gather.starters import starter as named

    return named(starter).sites if starter else ()


def _follow(desk: Desk, sources: tuple[str, ...], *, allow_private: bool, emit: Emit) -> None:
    from runut.capture.gate import Gate
    from runut.gather import Manners

    manners = Manners(gate=Gate(allow_private))
    failed = False
    for source in counted(iter(sources), "listings"):
        try:
            emit(_listings(desk, source, manners))
        except (InputFault, UsageFault) as fault:
            failed = True
            complain(f"{source}: {fault}")
    if failed:
        sys.exit(SOME_FAILED)


def _listings(desk: Desk, source: str, manners: Manners) -> tuple[Followed, ...]:
    from runut.capture.files import read_file
    from runut.gather import follow
    from runut.gather.following import follow_all
    from runut.gather.opml import read_opml

    if source.lower().endswith(SUFFIX) and Path(source).exists():
        outlines = read_opml(read_file(source, manners.limits.size))
        return follow_all(desk, tuple((one.url, one.title) for one in outlines))
    return follow(desk, source if "://" in source else f"https://{source}", manners)


def _opml(found: tuple[Followed, ...]) -> str:
    from runut.gather.opml import Outline, write_opml

    return write_opml(Outline(one.url, one.title) for one in found)


def _emit(found: tuple[Followed, ...], *, texts: Texts | None) -> None:
    for one in found:
        if texts is None:
            emit_json(one)
        else:
            for told in _lines(one, texts):
                click.echo(told)
    if not found:
        complain((texts or load_texts(interface_language(None))).say("follow.none"))


def _lines(one: Followed, texts: Texts) -> Iterator[str]:
    yield click.style(elide(one.title or one.url, 100), bold=True)
    yield f"  {texts.word('listing', one.kind)} · {line(one.url)}"
    if one.checked:
        counts = {name: texts.number(getattr(one, name)) for name in ("found", "waiting", "failed")}
        yield "  " + texts.say("follow.counts", **counts, checked=one.checked)
    if one.fault:
        yield f"  {line(one.fault)}"
