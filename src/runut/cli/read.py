"""`runut read`: pages in; cards, records, reports and evidence out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from runut.cli.faults import SOME_FAILED, complain
from runut.cli.located import located
from runut.cli.output import Language, emit_card, emit_json, interface_language, write
from runut.cli.progress import counted
from runut.errors import UsageFault

if TYPE_CHECKING:
    from runut.vocabulary import Capture, Record

LANGUAGES = click.Choice(["id", "en"])


@click.command("read")
@click.argument("sources", nargs=-1, required=True, metavar="PATH|DIR|URL|- …")
@click.option("--json", "as_json", is_flag=True, help="One record a line, as JSON (the default into a pipe).")
@click.option("--card", "as_card", is_flag=True, help="A card for each page (the default on a terminal).")
@click.option("--brief", type=LANGUAGES, help="One paragraph with footnotes, in Indonesian or English.")
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="Write one self-contained report.")
@click.option("--evidence", type=click.Path(path_type=Path), metavar="FILE", help="Write one archive that proves it.")
@click.option("--lang", type=LANGUAGES, help="Language of cards and reports; that of the environment when not given.")
@click.option("--no-join", is_flag=True, help="Read each part of a paginated article alone.")
@click.option("--locate", is_flag=True, help="With --json: where in the page each part of the text stands.")
@click.option("--allow-private", is_flag=True, help="Follow links to private and loopback addresses too.")
def command(
    *,
    sources: tuple[str, ...],
    as_json: bool,
    as_card: bool,
    brief: Language | None,
    html: Path | None,
    evidence: Path | None,
    lang: str | None,
    no_join: bool,
    locate: bool,
    allow_private: bool,
) -> None:
    """Read news pages: saved HTML (also gzip, MHTML, single-file saves, web archives), pasted text, or a link.

    A directory is read with all pages in it; `-` is the standard input. A page that cannot be read gives a record of
    kind `error` with its reason; the run goes on, and exits with 1 at its end.
    """
    language = interface_language(lang)
    as_json = as_json or locate or not (as_card or brief or sys.stdout.isatty())
    # An archive proves one input, places stand in one page: of a joined article both would hold the first part only.
    alone = no_join or locate or evidence is not None
    records = _records(sources, join=not alone, allow_private=allow_private)
    failed = False
    for record, capture in records if html is evidence is None else _only(records):
        unread = _reports_failure(record)
        failed |= unread
        _write_files(record, capture, html=html, evidence=evidence, language=language)
        if locate and capture is not None and not unread:
            emit_json(located(record, capture))
        else:
            _print(record, language, as_json=as_json, brief=brief)
    if failed:
        sys.exit(SOME_FAILED)


def _records(sources: tuple[str, ...], *, join: bool, allow_private: bool) -> Iterator[tuple[Record, Capture | None]]:
    """The records of all inputs in order; parts of one article found beside each other are joined."""
    from runut import flow
    from runut.capture import Failure, Options, take

    taken = counted(take(sources, options=Options(allow_private=allow_private)), "pages")
    if join:
        for record, captures in flow.read_joined(taken):
            yield record, captures[0] if captures else None
        return
    for item in taken:
        if isinstance(item, Failure):
            yield flow.failed(item.source, item.error), None
        else:
            yield flow.read(item), item


def _only(records: Iterator[tuple[Record, Capture | None]]) -> Iterator[tuple[Record, Capture | None]]:
    """The one record there is, so that nothing is written of several.

    Raises UsageFault when there are more.
    """
    first = list(islice(records, 2))
    if len(first) > 1:
        raise UsageFault("--html and --evidence take one page; these inputs hold several. Read them one by one.")
    yield from first


def _reports_failure(record: Record) -> bool:
    """Whether the input could not be read at all; the reason goes to stderr too."""
    unread = record.kind == "error" and not record.id
    if unread:
        complain(f"{record.file}: {record.doubts[0].message}")
    return unread


def _print(record: Record, language: Language, *, as_json: bool, brief: Language | None) -> None:
    if as_json:
        emit_json(record)
    elif brief:
        from runut.reports.brief import brief as paragraph

        click.echo(paragraph(record, brief))
    else:
        emit_card(record, language)


def _write_files(
    record: Record, capture: Capture | None, *, html: Path | None, evidence: Path | None, language: Language
) -> None:
    if html is None and evidence is None:
        return
    from runut.reports.page import html as page

    report = page(record, language).encode()
    if html is not None:
        write(html, report)
        click.echo(f"runut: report written to {html}", err=True)
    if evidence is not None:
        if capture is None:
            raise UsageFault(f"There is no evidence of {record.file}: it could not be read.")
        _write_evidence(record, capture, report, evidence)


def _write_evidence(record: Record, capture: Capture, report: bytes, path: Path) -> None:
    import msgspec

    from runut.evidence import pack

    write(path, pack(capture, msgspec.json.encode(record), report))
    click.echo(f"runut: evidence written to {path}; check it with `runut verify {path}`", err=True)
