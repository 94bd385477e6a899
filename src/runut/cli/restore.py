"""`runut restore`: a desk from a backup."""

from __future__ import annotations

from pathlib import Path

import click

from runut.cli.desks import desk_option


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@desk_option
def command(*, file: Path, address: str | None) -> None:
    """Make a desk from a backup, here or on a server; every hash in it is checked first. No desk is overwritten."""
    from runut.desk import Address, restore

    target = Address.of(address)
    manifest = restore(file, target)
    click.echo(f"runut: {target} is as the desk was at {manifest.at}; `runut doctor` checks it", err=True)
