"""Where results go: JSON Lines to a pipe, a card to a terminal, files where asked."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import msgspec

from runut.errors import UsageFault

if TYPE_CHECKING:
    from runut.vocabulary import Record

Language: TypeAlias = Literal["id", "en"]
WIDEST_CARD = 120


def emit_json(value: Any) -> None:
    """One JSON object on a line of its own, in UTF-8 whatever the terminal speaks."""
    sys.stdout.buffer.write(msgspec.json.encode(value) + b"\n")
    sys.stdout.buffer.flush()


def emit_card(record: Record, language: Language) -> None:
    """The record as a card for the terminal."""
    from rich.console import Console

    from runut.reports.card import card

    console = Console()
    console.print(card(record, language), width=min(console.width, WIDEST_CARD))


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    Raises UsageFault when it cannot be written.
    """
    draft = path.with_name(path.name + ".part")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as fault:
        raise UsageFault(f"{path} cannot be written: {fault.strerror}. Give another file or folder.") from fault


def interface_language(chosen: str | None) -> Language:
    """The language of the interface: as chosen, else that of the environment, else English."""
    import os

    asked = chosen or os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "en"
    return "id" if asked.lower().startswith("id") else "en"
