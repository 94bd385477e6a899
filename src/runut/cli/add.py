"""`runut add`: keep pages on the desk."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import click

from runut.cli.desks import desk_option, opened
from runut.cli.faults import SOME_FAILED, complain
from runut.cli.output import emit_json, interface_language
from runut.cli.progress import counted
from runut.errors import UsageFault

if TYPE_CHECKING:
    from runut.capture import Options
    from runut.desk import Desk
    from runut.desk.bringing import Brought
    from runut.reports.texts import Texts


@click.command("add")
@click.argument("sources", nargs=-1, required=True, metavar="PATH|DIR|URL|LAKE|- …")
@click.option(
    "--only", multiple=True, metavar="COLUMN=VALUE", help="Of a lake: articles with this (language=id) alone."
)
@click.option("--no-join", is_flag=True, help="Keep each part of a paginated article alone.")
@click.option("--allow-private", is_flag=True, help="Follow links to private and loopback addresses too.")
@click.option("--json", "as_json", is_flag=True, help="What became of each input, as JSON (the default into a pipe).")
@click.option("--lang", type=click.Choice(["id", "en"]), help="Language of what is shown; of the environment else.")
@desk_option
def command(
    *,
    sources: tuple[str, ...],
    only: tuple[str, ...],
    no_join: bool,
    allow_private: bool,
    as_json: bool,
    lang: str | None,
    address: str | None,
) -> None:
    """Keep articles on the desk: pages, folders, links, web archives (WARC, WACZ), records (JSON Lines), `-`.

    A lake that `runut batch` made is named by its folder or s3://bucket/folder, a part of it by
    LAKE/articles/part=00003; `--only` chooses from it.

    Every page is kept as it was received; a page that has changed gets another version. Adding the same again changes
    nothing, so whatever was interrupted can simply be run again. Inputs that cannot be read are told on stderr; the run
    goes on, and exits with 1 at its end.
    """
    from runut.capture import Options
    from runut.reports.texts import load_texts

    fates: Counter[str] = Counter()
    as_json = as_json or not sys.stdout.isatty()
    with opened(address, create=True) as desk:
        brought = _brought(desk, sources, _chosen(only), Options(allow_private=allow_private), join=not no_join)
        for one in counted(brought, "articles"):
            fates[one.what] += 1
            _tell(one, as_json=as_json)
    if not as_json:
        for line in lines(fates, load_texts(interface_language(lang))):
            click.echo(line)
    if fates["unread"]:
        sys.exit(SOME_FAILED)


def _brought(
    desk: Desk, sources: tuple[str, ...], only: dict[str, str], options: Options, *, join: bool
) -> Iterator[Brought]:
    """What became of each input, in their order."""
    from runut.batch.bringing import bring_lake, is_lake
    from runut.desk import bring

    for lakes, some in groupby(sources, is_lake):
        if lakes:
            for one in some:
                yield from bring_lake(desk, one, only)
        elif only:
            raise UsageFault(f"--only chooses from a lake, and {next(some)} is none.")
        else:
            yield from bring(desk, list(some), options=options, join=join)


def _chosen(only: tuple[str, ...]) -> dict[str, str]:
    """Raises UsageFault for what names no column."""
    pairs = [one.partition("=") for one in only]
    if wrong := next((one for one, pair in zip(only, pairs, strict=True) if not pair[0] or not pair[1]), None):
        raise UsageFault(f"--only takes COLUMN=VALUE, such as language=id, and not {wrong}.")
    return {name: value for name, _, value in pairs}


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
