"""`runut demo`: the bundled story, read end to end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from runut.cli.output import Language, interface_language, write
from runut.errors import UsageFault

if TYPE_CHECKING:
    from runut.demo import DemoPage
    from runut.vocabulary import Record

FOLDER = Path("runut-demo")
OVERVIEW = "index.html"


@click.command("demo")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=FOLDER,
    show_default=True,
    help="The folder for the reports.",
)
@click.option("--lang", type=click.Choice(["id", "en"]), help="Language of the reports; that of the environment else.")
def command(*, folder: Path, lang: str | None) -> None:
    """Read the bundled demo story: fourteen pages of invented outlets, from the wire report to the correction.

    Prints each page's answer in a sentence, and leaves a report for each page and an overview that leads to them.
    """
    language = interface_language(lang)
    told = list(_read_all())
    _show(told, language)
    overview = _write_all(told, folder, language)
    click.echo(f"The report: {overview}")
    click.echo("Next, with a page of yours: runut read page.html --html report.html")


def _read_all() -> list[tuple[DemoPage, Record]]:
    from runut import flow
    from runut.demo import pages
    from runut.vocabulary import Capture

    listed = {page.name: page for page in pages()}
    captures = [Capture(page.name, page.path.read_bytes()) for page in listed.values()]
    return [(listed[record.file or ""], record) for record, _ in flow.read_joined(captures)]


def _show(told: list[tuple[DemoPage, Record]], language: Language) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from runut.reports.answer import answer
    from runut.reports.plain import line

    table = Table(show_header=False, box=None, padding=(0, 2, 1, 0))
    for page, record in told:
        table.add_row(Text(page.outlet, style="bold"), Text(line(answer(record, language))))
    Console().print(table)


def _write_all(told: list[tuple[DemoPage, Record]], folder: Path, language: Language) -> Path:
    from runut.reports.newsroom import Shown, overview
    from runut.reports.page import html

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise UsageFault(f"{folder} cannot be made: {fault.strerror}. Give another folder with --to.") from fault
    shown = []
    for page, record in told:
        name = Path(page.name).stem + ".report.html"
        write(folder / name, html(record, language).encode())
        shown.append(Shown(record, name, page.shows[language]))
    write(folder / OVERVIEW, overview(shown, language).encode())
    return folder / OVERVIEW
