"""`runut gather`: read what is new at everything that is followed."""

from __future__ import annotations

import sys
import time
from collections import Counter
from typing import TYPE_CHECKING

import click

from runut.cli.add import lines
from runut.cli.desks import desk_option, opened
from runut.cli.faults import complain
from runut.cli.output import emit_json, interface_language
from runut.cli.periods import Period
from runut.cli.progress import counted

if TYPE_CHECKING:
    from runut.desk import Desk
    from runut.gather import Manners, Plan

# Whoever asks more often gets the same answers.
SHORTEST = 60


@click.command("gather")
@click.option("--every", type=Period(), metavar="PERIOD", help="Keep running, a round each 10m, 2h, 1d …")
@click.option("--pages", type=click.IntRange(1), default=5_000, show_default=True, help="Articles a round, at most.")
@click.option(
    "--megabytes", type=click.IntRange(1), default=2_000, show_default=True, help="Received a round, at most."
)
@click.option("--days", type=click.IntRange(1), default=7, show_default=True, help="Leave out what was changed before.")
@click.option(
    "--pause", type=click.FloatRange(0), default=2.0, show_default=True, help="Seconds between requests to one host."
)
@click.option("--allow-private", is_flag=True, help="Ask private and loopback addresses too.")
@click.option("--json", "as_json", is_flag=True, help="What became of each address, as JSON (the default into a pipe).")
@click.option("--lang", type=click.Choice(["id", "en"]), help="Language of what is shown; of the environment else.")
@desk_option
def command(
    *,
    every: int | None,
    pages: int,
    megabytes: int,
    days: int,
    pause: float,
    allow_private: bool,
    as_json: bool,
    lang: str | None,
    address: str | None,
) -> None:
    """Ask everything that is followed for what is new, read it, and keep it on the desk.

    One host is asked for one thing at a time, with a pause; robots.txt, Retry-After and a longer pause that a site asks
    for are kept to. Whatever is interrupted goes on where it stopped at the next call. Watches are asked afterwards.
    """
    from runut.capture.gate import Gate
    from runut.gather import Manners, Plan
    from runut.gather.manners import Pace
    from runut.gather.turn import alone

    manners = Manners(gate=Gate(allow_private), pace=Pace(pause))
    plan = Plan(pages=pages, size=megabytes * 1_000_000, days=days)
    as_json = as_json or not sys.stdout.isatty()
    with opened(address) as desk, alone(desk):
        while True:
            begun = time.monotonic()
            _round(desk, manners, plan, as_json=as_json, lang=lang)
            if every is None:
                return
            time.sleep(max(0.0, begun + max(every, SHORTEST) - time.monotonic()))


def _round(desk: Desk, manners: Manners, plan: Plan, *, as_json: bool, lang: str | None) -> None:
    from runut.cli.watch import watch_desk
    from runut.desk.weaving import weave
    from runut.gather import gather
    from runut.reports.texts import load_texts

    fates: Counter[str] = Counter()
    texts = load_texts(interface_language(lang))
    for one in counted(gather(desk, manners, plan), "addresses"):
        fates[one.what] += 1
        if as_json:
            emit_json(one)
        if one.reason and one.what in ("put off", "unread"):
            complain(f"{one.url}: {one.reason}")
    if not fates:
        complain(texts.say("follow.unasked"))
    for _ in weave(desk):  # what came is placed into stories at once
        pass
    watch_desk(desk, texts, allow_private=manners.gate.allow_private, as_json=as_json)
    for line in () if as_json else lines(fates, texts):
        click.echo(line)
