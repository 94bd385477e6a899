"""`runut attribute`: running text in bulk, JSON Lines in and out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

import click
import msgspec

from runut.cli.faults import SOME_FAILED, complain
from runut.cli.output import emit_json
from runut.cli.progress import counted
from runut.vocabulary import DatedPhrase, Doubt, Person, Relay, Statement

if TYPE_CHECKING:
    from runut.statements import Reader

# A line longer than this is no article; reading on would only fill the memory.
LONGEST_LINE = 16_000_000


class Line(msgspec.Struct, frozen=True):
    """One line in; other keys are passed over."""

    id: str
    text: str
    language: str | None = None
    outlet: str | None = None
    headline: str | None = None
    published: str | None = None


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One line out; spans point into exactly the given text."""

    id: str
    statements: tuple[Statement, ...] = ()
    relays: tuple[Relay, ...] = ()
    chain: tuple[str | None, ...] = ()
    origins: tuple[str, ...] = ()
    dates: tuple[DatedPhrase, ...] = ()
    people: tuple[Person, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@click.command("attribute")
@click.argument("file", type=click.File("rb"), metavar="FILE.jsonl|-")
@click.option(
    "--reader",
    type=click.Choice(["model", "rules"]),
    default="model",
    show_default=True,
    help="What reads: the learned reader beside the rules, or rules alone, some thirty times as fast.",
)
def command(file: IO[bytes], reader: Reader) -> None:
    """Find who says what in running text, one text a line.

    In: {"id", "text", "language"?, "outlet"?, "headline"?, "published"?}. Out, in the same order: {"id",
    "statements", "relays", "chain", "origins", "dates", "people", "doubts"}. A line that cannot be read is told on
    stderr and left out; the run goes on, and exits with 1 at its end.
    """
    failed = False
    for number, given in enumerate(counted(_lines(file), "texts"), start=1):
        if not given.strip():
            continue
        try:
            line = msgspec.json.decode(given, type=Line)
        except (msgspec.MsgspecError, UnicodeError, RecursionError) as fault:
            failed = True
            complain(f"line {number} of {getattr(file, 'name', 'the input')} is not an article: {fault}")
            continue
        emit_json(attribute_line(line, reader))
    if failed:
        sys.exit(SOME_FAILED)


def attribute_line(line: Line, reader: Reader = "model") -> Found:
    """The attribution of one line."""
    from runut.api import attribute

    found = attribute(
        line.text,
        language=line.language,
        outlet=line.outlet,
        headline=line.headline,
        published=line.published,
        reader=reader,
    )
    return Found(id=line.id, **{name: getattr(found, name) for name in found.__struct_fields__})


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    while line := file.readline(LONGEST_LINE):
        yield line
