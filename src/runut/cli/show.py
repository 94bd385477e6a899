"""`runut show`: an article of the desk, its versions, and what has changed between them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from runut.cli.desks import desk_option, opened
from runut.cli.output import emit_card, emit_json, interface_language
from runut.reports.plain import elide, line

if TYPE_CHECKING:
    from runut.desk.differences import Difference
    from runut.desk.showing import Shown
    from runut.reports.texts import Texts


@click.command("show")
@click.argument("name", metavar="ADDRESS|NAME")
@click.option("--version", type=click.IntRange(min=1), help="An older version; the newest when not given.")
@click.option("--versions", is_flag=True, help="List versions, captures and rulings.")
@click.option("--diff", is_flag=True, help="What this version changed in the one before, without typography.")
@click.option("--json", "as_json", is_flag=True, help="As JSON (the default into a pipe).")
@click.option("--lang", type=click.Choice(["id", "en"]), help="Language of what is shown; of the environment else.")
@desk_option
def command(
    *,
    name: str,
    version: int | None,
    versions: bool,
    diff: bool,
    as_json: bool,
    lang: str | None,
    address: str | None,
) -> None:
    """Show an article by its address or by the name that `runut search` prints."""
    from runut.desk import difference, show
    from runut.reports.texts import load_texts

    language = interface_language(lang)
    as_json = as_json or not sys.stdout.isatty()
    texts = load_texts(language)
    with opened(address) as desk:
        shown = show(desk, name, version=version)
        if diff:
            before = shown.version - 1
            found = difference(show(desk, name, version=before).record, shown.record) if before else None
            _emit_difference(found, texts, as_json=as_json)
        elif versions:
            _emit_history(shown, texts, as_json=as_json)
        elif as_json:
            emit_json(shown.record)
        else:
            emit_card(shown.record, language)


def _emit_history(shown: Shown, texts: Texts, *, as_json: bool) -> None:
    if as_json:
        emit_json({key: getattr(shown, key) for key in ("article", "version", "versions", "captures", "rulings")})
        return
    for told in history(shown, texts):
        click.echo(told)


def history(shown: Shown, texts: Texts) -> Iterator[str]:
    """Versions with their captures, then rulings, a line each."""
    for state in shown.versions:
        yield f"{state.number}  {state.added}  {state.id}  runut {state.reading.runut}"
        for held in shown.captures:
            if held.version == state.number:
                yield f"   {elide(held.url or held.source, 90)}  sha256 {held.sha256[:16]}…  {held.file}"
    for ruling in shown.rulings:
        words = f"  “{elide(ruling.snapshot.words, 80)}”" if ruling.snapshot else ""
        yield f"{ruling.at}  {line(ruling.by)}: {texts.word('verdict', ruling.verdict)}  {ruling.target}{words}"


def _emit_difference(found: Difference | None, texts: Texts, *, as_json: bool) -> None:
    if as_json:
        emit_json(found)
        return
    for told in changes(found, texts):
        click.echo(told)


def changes(found: Difference | None, texts: Texts) -> Iterator[str]:
    """What has changed, a line for each side; a sign tells what was taken out and what was put in."""
    if found is None:
        yield texts.say("desk.first_version")
    elif not (found.parts or found.text):
        yield texts.say("desk.no_difference")
    else:
        for part in found.parts:
            yield f"{part.part}:"
            yield f"  - {line(str(part.before))}"
            yield f"  + {line(str(part.after))}"
        for change in found.text:
            yield f"[{change.old[0]}]"
            yield from (f"  - {line(change.before)}",) if change.before else ()
            yield from (f"  + {line(change.after)}",) if change.after else ()
