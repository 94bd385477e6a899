"""`runut forget`: a takedown."""

from __future__ import annotations

import click

from runut.cli.desks import desk_option, opened
from runut.cli.output import emit_json


@click.command("forget")
@click.argument("name", metavar="ADDRESS|NAME")
@click.option("--why", help="The reason; it stays with the tombstone.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@desk_option
def command(*, name: str, why: str | None, yes: bool, address: str | None) -> None:
    """Take an article down: text, statements, index and captures go; a tombstone with its hash is left.

    It is not taken in again. Backups and exports that were made before still hold it.
    """
    from runut.desk import forget, show

    with opened(address) as desk:
        shown = show(desk, name)
        if not yes:
            told = shown.record.headline or shown.record.url or shown.article
            click.confirm(f"Take down “{told}” with {len(shown.versions)} versions?", abort=True, err=True)
        emit_json(forget(desk, shown.article, why=why))
