"""`runut backup`: the desk in one file."""

from __future__ import annotations

from pathlib import Path

import click

from runut.cli.desks import desk_option, opened


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@desk_option
def command(*, file: Path, address: str | None) -> None:
    """Copy the desk with all its captures into one file, as it stands now; it may be in use meanwhile."""
    from runut.desk import backup

    with opened(address) as desk:
        manifest = backup(desk, file)
    size = sum(member.size for member in manifest.members)
    click.echo(
        f"runut: {file} holds the desk and its captures, {size / 1e6:,.1f} MB; `runut restore` puts it back", err=True
    )
