"""`runut export`: articles of the desk in forms that other tools read."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
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
@click.option("--with-text", is_flag=True, help="schema.org: the text of the articles too, which is their publishers'.")
@desk_option
def command(
    *,
    question: tuple[str, ...],
    form: Form,
    out: Path | None,
    rows: Literal["statements", "articles"],
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
            _write(_pieces(form, count, with_text=with_text), out)
    if not count.number:
        complain("No article of this desk answers that; nothing but the form's own frame was written.")


class _Counted:
    """Passes on, and counts."""

    def __init__(self, items: Iterable[Leaving]) -> None:
        self._items = items
        self.number = 0

    def __iter__(self) -> Iterator[Leaving]:
        for item in self._items:
            self.number += 1
            yield item


def _pieces(form: Form, found: Iterable[Leaving], *, with_text: bool) -> Iterator[str]:
    if form == "csv":
        from runut.exports.tables import csv_rows

        return csv_rows(one.record for one in found)
    if form == "atom":
        return _feed(found)
    return (f"{line}\n" for one in found for line in _lines(form, one, with_text=with_text))


def _lines(form: Form, one: Leaving, *, with_text: bool) -> Iterator[str]:
    """Forms of JSON, a line each."""
    if form == "jsonl":
        import msgspec

        yield msgspec.json.encode(one.record).decode()
    elif form == "annotations":
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


def _write(pieces: Iterator[str], out: Path | None) -> None:
    if out is None:
        for piece in pieces:
            sys.stdout.write(piece)
        return

    def write(draft: Path) -> None:
        with draft.open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(pieces)

    _beside(out, write)


def _beside(out: Path, write: Any) -> None:
    """Write beside the file and move it into place at the end: whatever breaks leaves no half of it."""
    draft = out.with_name(out.name + ".part")
    try:
        write(draft)
        draft.replace(out)
    except OSError as fault:
        raise StoreFault(f"{out} cannot be written: {fault.strerror}.") from fault
    finally:
        draft.unlink(missing_ok=True)
