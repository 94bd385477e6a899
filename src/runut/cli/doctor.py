"""`runut doctor`: what is wrong with the desk, and how to mend it."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from runut.cli.desks import desk_option, opened
from runut.cli.faults import SOME_FAILED
from runut.cli.output import emit_json
from runut.cli.progress import counted
from runut.reports.plain import line


@click.command("doctor")
@click.option("--quick", is_flag=True, help="Only what the database checks by itself.")
@click.option("--mend", "is_mending", is_flag=True, help="Make tables and index anew from the records.")
@click.option("--json", "as_json", is_flag=True, help="One fault a line, as JSON (the default into a pipe).")
@desk_option
def command(*, quick: bool, is_mending: bool, as_json: bool, address: str | None) -> None:
    """Check everything on the desk: database, records, tables, index, rulings, captures; one changed byte is found.

    Exits with 0 when all is well, with 1 when something is not. Damaged records, rulings and captures can only come
    back from a backup (`runut restore`); everything else is made anew by --mend.
    """
    from runut.desk import examine, mend

    as_json = as_json or not sys.stdout.isatty()
    with opened(address) as desk:
        if is_mending:
            click.echo(f"runut: made anew from the records of {mend(desk)} articles", err=True)
        faults = [fault for fault in counted(examine(desk, quick=quick), "checks") if fault]
    for fault in faults:
        if as_json:
            emit_json(fault)
        else:
            about = f"{fault.article}: " if fault.article else ""
            click.echo(f"{fault.kind}: {about}{line(fault.message)}")
    for told in summary(len(faults), any(fault.mendable for fault in faults)):
        click.echo(f"runut: {told}", err=True)
    if faults:
        sys.exit(SOME_FAILED)


def summary(faults: int, mendable: bool) -> Iterator[str]:
    """What to do now."""
    if not faults:
        yield "The desk is as it was kept."
        return
    yield f"{faults} faults."
    if mendable:
        yield "Some can be mended from what is intact: runut doctor --mend"
