"""What all commands of the desk share: which desk is meant, and who is at it."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from runut.desk import Desk

Command = TypeVar("Command", bound=Callable[..., Any])


def desk_option(command: Command) -> Command:
    """Give a command the option `--desk`."""
    told = "The desk: a file, or postgresql://…; RUNUT_DESK, or the one in your data folder, when not given."
    return click.option("--desk", "address", metavar="DESK", help=told)(command)


def opened(address: str | None, *, create: bool = False) -> Desk:
    """Open the desk that is meant.

    Raises UsageFault when there is none yet and none is to be made.
    """
    from runut.desk import Address, open_desk

    return open_desk(Address.of(address), create=create)


def person(given: str | None) -> str:
    """Who decides: as given, else RUNUT_BY, else the name of this account."""
    if given or os.environ.get("RUNUT_BY"):
        return given or os.environ["RUNUT_BY"]
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name, as in some containers
        return "unknown"
