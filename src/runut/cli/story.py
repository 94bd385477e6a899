"""`runut story`: articles about one event, who had it from whom, and on how many origins it rests."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from runut.cli.desks import desk_option, opened
from runut.cli.faults import complain
from runut.cli.output import Language, emit_json, interface_language, write
from runut.cli.progress import counted
from runut.reports.plain import elide, line
from runut.reports.texts import load_texts

if TYPE_CHECKING:
    from runut.copies.texts import Text
    from runut.desk import Desk
    from runut.desk.stories import StoryHeld
    from runut.reports.texts import Texts
    from runut.stories import Story


@click.command("story")
@click.argument("file", type=click.File("rb"), required=False, metavar="[FILE.jsonl|-]")
@click.option("--of", "name", metavar="STORY|ADDRESS", help="One story of the desk in full, or that of an article.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="Stories of the desk.")
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write a report of the story; of the largest one of a file.",
)
@click.option("--json", "as_json", is_flag=True, help="One story a line, as JSON (the default into a pipe).")
@click.option("--lang", type=click.Choice(["id", "en"]), help="Language of what is shown; of the environment else.")
@desk_option
def command(
    *,
    file: IO[bytes] | None,
    name: str | None,
    limit: int,
    html: Path | None,
    as_json: bool,
    lang: str | None,
    address: str | None,
) -> None:
    """Gather articles into stories: copies, independent origins, what changed on the way, corrections, claims.

    Without a file the stories of the desk are listed, those that changed last first; articles that came since the last
    time are placed before that. `--of` tells one of them in full.

    In: as for `runut trace`, with "links"? and "version_of"? (id of an earlier version of the page). An origin is the
    earliest that these articles tell of; `held` is null for one that is credited and not among them.
    """
    language = interface_language(lang)
    as_json = as_json or not sys.stdout.isatty()
    if file is None and name is None:
        _listed(address, limit, language, as_json=as_json)
        return
    for number, (story, articles) in enumerate(_of_file(file) if file else _of_desk(name or "", address)):
        if html and not number:
            write(html, _page(story, articles, language))
        if as_json:
            emit_json(story)
        else:
            for told in _lines(story, articles, load_texts(language)):
                click.echo(told)


def _of_file(file: IO[bytes]) -> Iterator[tuple[Story, dict[str, Text]]]:
    from runut.copies.reading import read_texts
    from runut.model.meaning import meaning
    from runut.stories import stories

    articles = read_texts(file)
    by_id = {one.id: one for one in articles}
    for story in stories(articles, meaning):
        yield story, by_id


def _of_desk(name: str, address: str | None) -> Iterator[tuple[Story, dict[str, Text]]]:
    from runut.desk.stories import story_held, texts_held
    from runut.model.meaning import meaning

    with opened(address) as desk:
        _woven(desk)
        yield story_held(desk, name, meaning), texts_held(desk, name)


def _listed(address: str | None, limit: int, language: Language, *, as_json: bool) -> None:
    from runut.desk.stories import stories_held

    texts = load_texts(language)
    with opened(address) as desk:
        _woven(desk)
        found = stories_held(desk, limit=limit)
    for one in found:
        if as_json:
            emit_json(one)
        else:
            _tell(one, texts)
    if not found:
        complain(texts.say("story.none"))


def _woven(desk: Desk) -> None:
    """Place what came since the last time, with progress: a large desk takes a while at first."""
    from runut.desk.weaving import weave

    for _ in counted(weave(desk), "articles placed"):
        pass


def _tell(one: StoryHeld, texts: Texts) -> None:
    click.echo(click.style(elide(one.headline or one.story, 100), bold=True))
    counts = texts.say("story.held_counts", articles=texts.number(one.articles), outlets=texts.number(one.outlets))
    if one.origins is not None:  # those that were told before
        counts += " · " + texts.say("story.held_origins", origins=texts.number(one.origins))
    click.echo(f"  {counts} · {line(one.first or '—')} – {line(one.last or '—')} · {one.story}")


def _page(story: Story, articles: dict[str, Text], language: Language) -> bytes:
    from runut.copies.tracing import trace
    from runut.stories.report import report

    links = list(trace([articles[name] for name in story.articles]))
    return report(story, articles, links, language).encode()


def _lines(story: Story, by_id: dict[str, Text], texts: Texts) -> Iterator[str]:
    yield click.style(elide(story.headline or story.articles[0], 100), bold=True)
    articles, origins = texts.number(len(story.articles)), texts.number(len(story.origins))
    yield "  " + texts.say("story.counts", articles=articles, origins=origins)
    for origin in story.origins:
        about = f", {origin.about}" if origin.about else ""
        held = _called(by_id[origin.held]) if origin.held else texts.say("story.not_held") + about
        yield f"  ● {line(origin.name)} ({held}): {', '.join(_outlets(by_id, origin.articles))}"
    for derived in story.copies:
        copy, source = _called(by_id[derived.copy]), _called(by_id[derived.source])
        yield f"  {copy} ← {source}: {texts.word('copying', derived.kind)}"
    for drift in story.drifts:
        told = f"“{elide(drift.before, 60)}” → “{elide(drift.after or '—', 60)}”"
        yield f"  {texts.word('drift', drift.kind)} · {_called(by_id[drift.copy])}: {told}"
    for correction in story.corrections:
        waiting = ", ".join(_outlets(by_id, correction.not_followed)) or "—"
        article, wrong = _called(by_id[correction.article]), elide(correction.wrong, 60)
        yield "  " + texts.say("story.corrected", article=article, wrong=wrong)
        yield "    " + texts.say("story.waiting", articles=waiting)
    yield ""


def _outlets(by_id: dict[str, Text], names: Iterable[str]) -> list[str]:
    return [line(by_id[name].outlet or name) for name in names]


def _called(article: Text) -> str:
    return elide(f"{article.outlet or article.id}: {article.headline or article.text}", 60)
