"""`runut completion`: the script that makes a shell complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

SHELLS = click.Choice(["bash", "zsh", "fish"])


@click.command("completion")
@click.argument("shell", type=SHELLS)
def command(shell: str) -> None:
    """Print the completion script of a shell: `eval "$(runut completion bash)"`."""
    from runut.cli.main import group

    kind = get_completion_class(shell)
    assert kind is not None, "the choice offers only shells that click knows"
    click.echo(kind(group, {}, "runut", "_RUNUT_COMPLETE").source())
