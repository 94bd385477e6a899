"""`runut add`: keep pages on the desk."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from runut.cli.desks import desk_option, opened
from runut.cli.faults import SOME_FAILED, complain
from runut.cli.output import emit_json, interface_language
from runut.cli.progress import counted

if TYPE_CHECKING:
    from runut.desk.bringing import Brought
    from runut.reports.texts import Texts


@click.command("add")
@click.argument("sources", nargs=-1, required=True, metavar="PATH|DIR|URL|- …")
@click.option("--no-join", is_flag=True, help="Keep each part of a paginated article alone.")
@click.option("--allow-private", is_flag=True, help="Follow links to private and loopback addresses too.")
@click.option("--json", "as_json", is_flag=True, help="What became of each input, as JSON (the default into a pipe).")
@click.option("--lang", type=click.Choice(["id", "en"]), help="Language of what is shown; of the environment else.")
@desk_option
def command(
    *,
    sources: tuple[str, ...],
    no_join: bool,
    allow_private: bool,
    as_json: bool,
    lang: str | None,
    address: str | None,
) -> None:
    """Keep articles on the desk: pages, folders, links, web archives (WARC, WACZ), records (JSON Lines), `-`.

    Every page is kept as it was received; a page that has changed gets another version. Adding the same again changes
    nothing, so whatever was interrupted can simply be run again. Inputs that cannot be read are told on stderr; the run
    goes on, and exits with 1 at its end.
    """
    from runut.capture import Options
    from runut.desk import bring
    from runut.reports.texts import load_texts

    fates: Counter[str] = Counter()
    as_json = as_json or not sys.stdout.isatty()
    with opened(address, create=True) as desk:
        brought = bring(desk, sources, options=Options(allow_private=allow_private), join=not no_join)
        for one in counted(brought, "articles"):
            fates[one.what] += 1
            _tell(one, as_json=as_json)
    if not as_json:
        for line in lines(fates, load_texts(interface_language(lang))):
            click.echo(line)
    if fates["unread"]:
        sys.exit(SOME_FAILED)


def _tell(one: Brought, *, as_json: bool) -> None:
    if as_json:
        emit_json(one)
    if one.reason:
        complain(f"{one.file}: {one.reason}")
    elif one.what == "forgotten":
        complain(f"{one.file}: it was taken down from this desk, and is not taken in again.")


def lines(fates: Counter[str], texts: Texts) -> list[str]:
    """How many inputs had which fate, a line each."""
    return [f"{texts.number(number):>8}  {texts.word('fate', what)}" for what, number in fates.most_common()]
