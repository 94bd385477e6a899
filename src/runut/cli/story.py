"""`runut story`: articles about one event, who had it from whom, and on how many origins it rests."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

import click

from runut.cli.desks import desk_option
from runut.cli.output import emit_json, interface_language
from runut.cli.tracing import given_texts
from runut.reports.plain import elide, line
from runut.reports.texts import load_texts

if TYPE_CHECKING:
    from runut.copies.texts import Text
    from runut.reports.texts import Texts
    from runut.stories import Story


@click.command("story")
@click.argument("file", type=click.File("rb"), required=False, metavar="[FILE.jsonl|-]")
@click.option("--json", "as_json", is_flag=True, help="One story a line, as JSON (the default into a pipe).")
@click.option("--lang", type=click.Choice(["id", "en"]), help="Language of what is shown; of the environment else.")
@desk_option
def command(*, file: IO[bytes] | None, as_json: bool, lang: str | None, address: str | None) -> None:
    """Gather articles into stories: copies, independent origins, what changed on the way, corrections, claims.

    Without a file, the articles of the desk are taken.

    In: as for `runut trace`, with "links"? and "version_of"? (id of an earlier version of the page). An origin is the
    earliest that these articles tell of; `held` is null for one that is credited and not among them.
    """
    from runut.cli.likeness import meaning
    from runut.stories import stories

    texts = load_texts(interface_language(lang))
    articles = given_texts(file, address)
    by_id = {one.id: one for one in articles}
    as_json = as_json or not sys.stdout.isatty()
    for story in stories(articles, meaning):
        if as_json:
            emit_json(story)
        else:
            for told in _lines(story, by_id, texts):
                click.echo(told)


def _lines(story: Story, by_id: dict[str, Text], texts: Texts) -> Iterator[str]:
    first = by_id[story.articles[0]]
    yield click.style(elide(first.headline or first.text, 100), bold=True)
    articles, origins = texts.number(len(story.articles)), texts.number(len(story.origins))
    yield "  " + texts.say("story.counts", articles=articles, origins=origins)
    for origin in story.origins:
        held = origin.held or texts.say("story.not_held")
        yield f"  ● {line(origin.name)} ({line(held)}): {', '.join(map(line, origin.articles))}"
    for derived in story.copies:
        yield f"  {line(derived.copy)} ← {line(derived.source)}: {texts.word('copying', derived.kind)}"
    for drift in story.drifts:
        yield f"  {line(drift.copy)}: “{elide(drift.before, 60)}” → “{elide(drift.after or '—', 60)}”"
    for correction in story.corrections:
        waiting = ", ".join(map(line, correction.not_followed)) or "—"
        told = texts.say("story.corrected", article=line(correction.article), wrong=elide(correction.wrong, 60))
        yield f"  {told} {texts.say('story.waiting', articles=waiting)}"
    yield ""
