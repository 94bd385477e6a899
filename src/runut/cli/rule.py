"""`runut rule` and `runut rulings`: what a person decides, and what was decided."""

from __future__ import annotations

import click

from runut.cli.desks import desk_option, opened, person
from runut.cli.output import emit_json

VERDICTS = click.Choice(["yes", "no", "undecided"])


@click.command("rule")
@click.argument("article", metavar="ADDRESS|NAME")
@click.argument("statement", metavar="ID|NUMBER")
@click.argument("verdict", type=VERDICTS)
@click.option("--note", help="Why.")
@click.option("--by", help="Who decides; RUNUT_BY, or the name of your account, when not given.")
@desk_option
def command(
    *, article: str, statement: str, verdict: str, note: str | None, by: str | None, address: str | None
) -> None:
    """Decide whether a statement is marked rightly. Rulings are only ever added; the newest holds."""
    from runut.desk import rule

    with opened(address) as desk:
        emit_json(rule(desk, article, statement, verdict, by=person(by), note=note))  # type: ignore[arg-type]
