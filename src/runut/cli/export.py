"""`runut export`: articles of the desk in forms that other tools read."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

import click

from runut.cli.desks import desk_option, opened
from runut.cli.faults import complain
from runut.cli.progress import counted
from runut.errors import StoreFault, UsageFault

if TYPE_CHECKING:
    from runut.desk import Desk
    from runut.desk.leaving import Leaving
    from runut.find import Question

Form: TypeAlias = Literal["jsonl", "csv", "parquet", "schema.org", "annotations", "prov", "atom", "wacz"]
IN_FILES = ("parquet", "wacz")
"""Forms that cannot be written into a pipe."""


@click.command("export")
@click.argument("question", nargs=-1)
@click.option("--to", "form", type=click.Choice(get_args(Form)), default="jsonl", show_default=True, help="The form.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="The file; standard output when not given."
)
@click.option(
    "--rows",
    type=click.Choice(["statements", "articles"]),
    default="statements",
    show_default=True,
    help="What a row of Parquet is.",
)
@click.option("--bom", is_flag=True, help="csv: begin with a byte order mark, by which Excel knows UTF-8.")
@click.option("--with-text", is_flag=True, help="schema.org: the text of the articles too, which is their publishers'.")
@desk_option
def command(
    *,
    question: tuple[str, ...],
    form: Form,
    out: Path | None,
    rows: Literal["statements", "articles"],
    bom: bool,
    with_text: bool,
    address: str | None,
) -> None:
    """Write all articles, or those that answer a question, for other tools: runut export act:denies --to csv.

    jsonl: records; csv: a row a statement; parquet; schema.org: JSON-LD, a line each; annotations: W3C Web Annotations,
    a line each; prov: PROV-JSON of the chain, a line each; atom: a feed; wacz: the captures as a web archive.
    """
    from runut.cli.search import as_typed
    from runut.desk.leaving import leaving
    from runut.find import parse

    if form in IN_FILES and out is None:
        raise UsageFault(f"{form} is written to a file: give --out FILE.")
    asked = parse(" ".join(map(as_typed, question)))
    with opened(address) as desk:
        count = _Counted(counted(leaving(desk, asked), "articles"))
        if form == "parquet" and out:
            from runut.exports.parquet import write_parquet

            _beside(out, lambda draft: write_parquet((one.record for one in count), draft, rows))
        elif form == "wacz" and out:
            _beside(out, lambda draft: _wacz(desk, count, draft, " ".join(question)))
        else:
            _write(_pieces(form, count, bom=bom, with_text=with_text), out)
        if not count.number:
            _tell_why(desk, asked)


def _tell_why(desk: Desk, asked: Question) -> None:
    from runut.desk import search

    complain("No article of this desk answers that; nothing but the form's own frame was written.")
    for reason in search(desk, asked, by="time", limit=1).reasons:
        complain(reason)


class _Counted:
    """Passes on, and counts."""

    def __init__(self, items: Iterable[Leaving]) -> None:
        self._items = items
        self.number = 0

    def __iter__(self) -> Iterator[Leaving]:
        for item in self._items:
            self.number += 1
            yield item


def _pieces(form: Form, found: Iterable[Leaving], *, bom: bool, with_text: bool) -> Iterator[str]:
    if form == "csv":
        from runut.exports.tables import csv_rows

        return csv_rows((one.record for one in found), bom=bom)
    if form == "jsonl":
        from runut.exports.jsonl import record_lines

        return record_lines(one.record for one in found)
    if form == "atom":
        return _feed(found)
    return (f"{line}\n" for one in found for line in _lines(form, one, with_text=with_text))


def _lines(form: Form, one: Leaving, *, with_text: bool) -> Iterator[str]:
    """Forms of linked data, an object each."""
    if form == "annotations":
        from runut.exports.annotations import annotate

        yield from map(_json, annotate(one.record))
    elif form == "prov":
        from runut.exports.provenance import provenance

        yield _json(provenance(one.record))
    else:
        from runut.exports.schema_org import news_article

        yield _json(news_article(one.record, with_text=with_text))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _feed(found: Iterable[Leaving]) -> Iterator[str]:
    from runut.desk.moments import now
    from runut.exports.atom import Feed, atom
    from runut.exports.entries import entry

    head = Feed(id="urn:runut:export", title="Runut", updated=now())
    return atom(head, (entry(one.record, one.added) for one in found))


def _wacz(desk: Desk, found: Iterable[Leaving], draft: Path, title: str) -> None:
    from runut.desk.leaving import captured
    from runut.desk.moments import now
    from runut.exports.wacz import Held, write_wacz

    held = (Held(content, one.record.headline) for one in found for content in captured(desk, one))
    if not write_wacz(draft, held, title=title or "Runut", at=now()):
        complain("None of these articles was fetched from the web: the archive holds no page.")


def _write(pieces: Iterable[str], out: Path | None) -> None:
    """In UTF-8 whatever the terminal speaks, and with the line ends that the form has."""
    if out is None:
        sys.stdout.buffer.writelines(map(str.encode, pieces))
        sys.stdout.buffer.flush()
        return

    def write(draft: Path) -> None:
        with draft.open("wb") as stream:
            stream.writelines(map(str.encode, pieces))

    _beside(out, write)


def _beside(out: Path, write: Callable[[Path], None]) -> None:
    """Write beside the file and move it into place at the end: whatever breaks leaves no half of it."""
    if out.exists() and not out.is_file():  # a device or a pipe: the file would take its place
        raise UsageFault(f"{out} is no file; leave --out away to write to standard output.")
    draft = out.with_name(out.name + ".part")
    try:
        write(draft)
        draft.replace(out)
    except OSError as fault:
        raise StoreFault(f"{out} cannot be written: {fault.strerror}.") from fault
    finally:
        draft.unlink(missing_ok=True)
