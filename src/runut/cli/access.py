"""`runut access`: who may ask the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from runut.cli.desks import desk_option, opened
from runut.cli.faults import complain
from runut.cli.output import emit_json

if TYPE_CHECKING:
    from runut.serve import Role


@click.group("access")
def command() -> None:
    """Say who may ask the server: readers, and editors who may write."""


@command.command("add")
@click.argument("name")
@click.option("--role", type=click.Choice(["reader", "editor"]), default="reader", show_default=True)
@desk_option
def add(*, name: str, role: Role, address: str | None) -> None:
    """Print a token for somebody; it is shown this once. A name that is there gets a new one."""
    from runut.serve import add_account

    with opened(address, create=True) as desk:
        click.echo(add_account(desk, name, role))


@command.command("list")
@desk_option
def list_accounts(*, address: str | None) -> None:
    """List who may ask, as JSON lines."""
    from runut.serve import accounts

    with opened(address) as desk:
        found = accounts(desk)
    for account in found:
        emit_json(account)
    if not found:
        complain("Nobody has a token; on this machine everybody may read: `runut access add NAME`.")


@command.command("remove")
@click.argument("name")
@desk_option
def remove(*, name: str, address: str | None) -> None:
    """Let somebody in no longer; it holds at once."""
    from runut.serve import remove_account

    with opened(address) as desk:
        remove_account(desk, name)
