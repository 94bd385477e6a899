"""`runut batch`: very many pages to a lake of Parquet."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from runut.cli.faults import SOME_FAILED, complain
from runut.cli.output import emit_json, interface_language
from runut.errors import UsageFault
from runut.reports.texts import load_texts

if TYPE_CHECKING:
    from runut.batch.engine import Name
    from runut.batch.lake import Lake, Manifest
    from runut.batch.running import Progress, Step, Tell
    from runut.reports.texts import Texts
    from runut.statements import Reader

# Records a part: on two cores some minutes of work that a stopped run does again at most, and some 300 MB of memory.
PART = 5_000


@click.command("batch")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…")
@click.option("--to", "target", required=True, metavar="DIR", help="The lake: a folder, or s3://bucket/folder.")
@click.option(
    "--engine",
    "name",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="This machine, or a Ray cluster (RAY_ADDRESS).",
)
@click.option("--steps", default="read,attribute,trace,stories", show_default=True, help="What is done, with commas.")
@click.option(
    "--reader",
    type=click.Choice(["rules", "model"]),
    default="rules",
    show_default=True,
    help="What attributes: rules, or a model too.",
)
@click.option(
    "--processes", type=click.IntRange(1, 10_000), help="Pages read at once; as many as there are cores else."
)
@click.option(
    "--part",
    type=click.IntRange(100, 10_000_000),
    default=PART,
    show_default=True,
    help="Records a part: what is kept at a time.",
)
@click.option("--json", "as_json", is_flag=True, help="The manifest as JSON (the default into a pipe).")
@click.option("--lang", type=click.Choice(["id", "en"]), help="Language of what is shown; of the environment else.")
def command(
    *,
    inputs: tuple[str, ...],
    target: str,
    name: Name,
    steps: str,
    reader: Reader,
    processes: int | None,
    part: int,
    as_json: bool,
    lang: str | None,
) -> None:
    """Read web archives (WARC, WACZ), pages and JSON Lines, in files, folders or s3://, to a lake of Parquet.

    The lake has a folder for each table (articles, attributions, statements, relays, links, stories, aside) and a
    manifest that counts them. A run that was stopped goes on when it is started again with the same inputs. What cannot
    be read is set aside with its reason; the run goes on, and exits with 1 at its end.
    """
    from runut.batch.lake import Lake
    from runut.batch.storage import require_arrow

    texts = load_texts(interface_language(lang))
    chosen = _steps(steps)
    require_arrow()
    manifest = _run(
        inputs,
        Lake(target.rstrip("/")),
        name=name,
        steps=chosen,
        reader=reader,
        processes=processes or _cores(name),
        part=part,
        tell=_teller(texts),
    )
    if as_json or not sys.stdout.isatty():
        emit_json(manifest)
    else:
        for line in _lines(manifest, texts):
            click.echo(line)
    if manifest.aside:
        sys.exit(SOME_FAILED)


def _run(
    inputs: tuple[str, ...],
    lake: Lake,
    *,
    name: Name,
    steps: tuple[Step, ...],
    reader: Reader,
    processes: int,
    part: int,
    tell: Tell,
) -> Manifest:
    from runut.batch.cutting import SLICE
    from runut.batch.engine import Engine
    from runut.batch.running import Run, settle

    kept = lake.plan()
    per_part = kept.per_part if kept else max(1, part // SLICE)
    engine = Engine(name, processes)
    return Run(engine, lake, settle(engine, lake, inputs, per_part, reader), reader, tell).carry_out(steps)


def _steps(given: str) -> tuple[Step, ...]:
    from runut.batch.running import STEPS

    names = {name.strip() for name in given.split(",")}
    if unknown := names.difference(STEPS):
        raise UsageFault(f"There is no step {', '.join(sorted(unknown))}; there are {', '.join(STEPS)}.")
    return tuple(step for step in STEPS if step in names)


def _cores(name: Name) -> int:
    if name == "ray":
        from runut.batch.engine import cluster_cores

        return cluster_cores()
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _teller(texts: Texts) -> Tell:
    """Progress on stderr, a line a part: a log of a long run is read later too."""

    def tell(one: Progress) -> None:
        if one.trouble:
            complain(texts.say("batch.again", step=one.step, part=one.done, reason=one.trouble))
            return
        rate = one.items / one.seconds if one.seconds else 0.0
        done, of, items = (texts.number(value) for value in (one.done, one.of, one.items))
        left = texts.say("batch.left", minutes=f"{one.left / 60:.1f}") if one.done < one.of else ""
        click.echo(
            texts.say("batch.part", step=one.step, done=done, of=of, items=items, rate=f"{rate:.1f}") + left, err=True
        )

    return tell


def _lines(manifest: Manifest, texts: Texts) -> list[str]:
    """The manifest for a person."""
    counts = [(name, what, number) for name, found in manifest.counts.items() for what, number in found.items()]
    told = [f"{texts.number(number):>12}  {name}: {what}" for name, what, number in counts]
    return told + [
        f"{texts.number(number):>12}  {texts.say('batch.aside')}: {why}" for why, number in manifest.aside.items()
    ]
