"""`runut outlets`: the outlets of the desk."""

from __future__ import annotations

import sys

import click

from runut.cli.desks import desk_option, opened
from runut.cli.output import emit_json, interface_language
from runut.reports.plain import elide, line


@click.command("outlets")
@click.option("--json", "as_json", is_flag=True, help="One outlet a line, as JSON (the default into a pipe).")
@click.option("--lang", type=click.Choice(["id", "en"]), help="Language of what is shown; of the environment else.")
@desk_option
def command(*, as_json: bool, lang: str | None, address: str | None) -> None:
    """List outlets: how many articles of each there are, from when to when, and whom they credit most."""
    from runut.desk import outlets_held
    from runut.reports.texts import load_texts

    texts = load_texts(interface_language(lang))
    with opened(address) as desk:
        for outlet in outlets_held(desk):
            if as_json or not sys.stdout.isatty():
                emit_json(outlet)
                continue
            days = f"{outlet.first} – {outlet.last}" if outlet.first else texts.say("label.no_time")
            credited = ", ".join(f"{line(taken.name)} ({taken.articles})" for taken in outlet.carriers)
            click.echo(
                f"{texts.number(outlet.articles):>8}  {elide(outlet.name, 40):<40}  {days}  {elide(credited, 90)}"
            )
