"""`runut mcp`: the desk for an assistant."""

from __future__ import annotations

import click

from runut.cli.desks import desk_option, opened


@click.command("mcp")
@click.option("--write", "may_write", is_flag=True, help="The assistant may add pages; else it only reads.")
@click.option("--allow-private", is_flag=True, help="Follow links to private and loopback addresses too.")
@desk_option
def command(*, may_write: bool, allow_private: bool, address: str | None) -> None:
    """Serve the desk to an assistant over standard input and output (Model Context Protocol).

    Name it in the assistant's settings as the command `runut mcp`; tools: read, search, show, people, trace, story, and
    with --write also add.
    """
    from runut.assist import server

    with opened(address, create=True) as desk:
        server(desk, may_write=may_write, allow_private=allow_private).run("stdio")
