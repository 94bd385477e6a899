"""`runut` alone: the first five minutes, without any input of one's own."""

from __future__ import annotations

import sys

import click

DOOR = """Runut reads a news page and tells where it came from, and who said what in it.

There is a demo story inside: fourteen pages of invented outlets that copy, translate, deny and correct each other.
"""


def open_door(ctx: click.Context) -> None:
    """On a terminal offer the demo story; elsewhere print the help."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        click.echo(ctx.get_help())
        return
    click.echo(DOOR)
    if click.confirm("Read it now?", default=True):
        from runut.cli.demo import command

        ctx.invoke(command)
    else:
        click.echo(
            "\nWhenever you like: runut demo. With a page of yours: runut read page.html. All else: runut --help"
        )
