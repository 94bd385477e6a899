"""`runut verify`: does an evidence archive hold what it says?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from runut.cli.faults import SOME_FAILED
from runut.cli.output import emit_json
from runut.reports.plain import plain

if TYPE_CHECKING:
    from runut.evidence import Verification


@click.command("verify")
@click.argument("archive", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="The result as JSON.")
def command(archive: Path, *, as_json: bool) -> None:
    """Check an evidence archive: every hash, every span, and that the record still comes from its page."""
    from runut import flow
    from runut.evidence import verify

    found = verify(archive, reread=flow.read)
    if as_json:
        emit_json(found)
    else:
        for line in lines(found):
            click.echo(line)
    if not found.ok:
        sys.exit(SOME_FAILED)


def lines(found: Verification) -> list[str]:
    """What the check found, a line each."""
    whole = "The archive holds what it says." if found.ok else "The archive does NOT hold what it says."
    again = ["The record was read again from the page, and agrees."] if found.ok and found.is_reread else []
    return [
        whole,
        *again,
        *(f"fault: {plain(fault)}" for fault in found.faults),
        *(f"note: {plain(note)}" for note in found.notes),
        f"sha256 of the archive: {found.sha256}",
    ]
