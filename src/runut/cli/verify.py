"""`runut verify`: does an evidence archive, or the desk, hold what it says?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from runut.cli.desks import desk_option, opened
from runut.cli.faults import SOME_FAILED, complain
from runut.cli.output import emit_json
from runut.cli.progress import counted
from runut.reports.plain import plain

if TYPE_CHECKING:
    from runut.evidence import Verification


@click.command("verify")
@click.argument("archive", required=False, metavar="[FILE|ADDRESS|NAME]")
@click.option("--json", "as_json", is_flag=True, help="The result as JSON.")
@desk_option
def command(archive: str | None, *, as_json: bool, address: str | None) -> None:
    """Check that records still come from their pages.

    FILE is an evidence archive: every hash, every span, and the record itself are checked. Without one, or with an
    article's address or name, the desk's records are read again from its captures.
    """
    if archive is not None and "://" not in archive and (Path(archive).is_file() or Path(archive).suffix):
        _verify_archive(Path(archive), as_json=as_json)
    else:
        _verify_desk(archive, as_json=as_json, address=address)


def _verify_archive(archive: Path, *, as_json: bool) -> None:
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


def _verify_desk(name: str | None, *, as_json: bool, address: str | None) -> None:
    from runut.desk import prove

    failed = unproved = 0
    with opened(address) as desk:
        for proof in counted(prove(desk, name), "versions"):
            failed += bool(proof.faults)
            unproved += not proof.captures
            if as_json or not sys.stdout.isatty():
                emit_json(proof)
            for fault in proof.faults:
                complain(f"{proof.article}, version {proof.version}: {fault}")
    if unproved:
        complain(f"{unproved} versions came as records, without a page: of these nothing can be proved.")
    if failed:
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
