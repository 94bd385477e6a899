"""How errors are told on the command line: one line on stderr, and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from runut.errors import RunutError, UsageFault

SOME_FAILED = 1
WRONG_USE = 2


@contextmanager
def told() -> Iterator[None]:
    """Turn what Runut raises into a message and an exit code; a closed pipe ends quietly."""
    try:
        yield
    except UsageFault as fault:
        complain(str(fault))
        sys.exit(WRONG_USE)
    except RunutError as fault:
        complain(str(fault))
        sys.exit(SOME_FAILED)
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(SOME_FAILED)


def complain(message: str) -> None:
    """Say what went wrong, and what to do, in one line on stderr; names of files may hold anything."""
    from runut.reports.plain import line

    click.echo(f"runut: {line(message)}", err=True)
