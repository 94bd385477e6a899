"""`runut people`: who is quoted on the desk; and rulings on who is who."""

from __future__ import annotations

import sys

import click

from runut.cli.desks import desk_option, opened, person
from runut.cli.output import emit_json
from runut.reports.plain import elide, line


@click.command("people")
@click.argument("named", required=False, metavar="[NAME]")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True, help="Entries at most.")
@click.option("--same", nargs=2, metavar="NAME NAME", help="Decide that two names are one person's or body's.")
@click.option("--apart", nargs=2, metavar="NAME NAME", help="Decide that they are not.")
@click.option("--by", help="Who decides; RUNUT_BY, or the name of your account, when not given.")
@click.option("--json", "as_json", is_flag=True, help="One entry a line, as JSON (the default into a pipe).")
@desk_option
def command(
    *,
    named: str | None,
    limit: int,
    same: tuple[str, str] | None,
    apart: tuple[str, str] | None,
    by: str | None,
    as_json: bool,
    address: str | None,
) -> None:
    """List who is quoted, how often, by whom, and under which names; each name with the rule that put it there."""
    from runut.desk import people_held, rule_people

    with opened(address) as desk:
        for pair, verdict in ((same, "yes"), (apart, "no")):
            if pair:
                emit_json(rule_people(desk, *pair, verdict, by=person(by)))  # type: ignore[arg-type]
        for held in people_held(desk, named=named, limit=limit) if not (same or apart) else ():
            if as_json or not sys.stdout.isatty():
                emit_json(held)
                continue
            names = "; ".join(f"{line(one.name)} ({one.rule})" for one in held.names[1:4])
            quoted = ", ".join(f"{line(one.outlet)} {one.statements}" for one in held.outlets[:3])
            click.echo(f"{held.statements:>7}  {elide(held.name, 40):<40}  {quoted}  {elide(names, 80)}")
