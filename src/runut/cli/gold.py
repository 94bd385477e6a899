"""`runut gold`: rulings as gold for scorers and training."""

from __future__ import annotations

import click

from runut.cli.desks import desk_option, opened
from runut.cli.faults import complain
from runut.cli.output import emit_json


@click.command("gold")
@click.option("--partial", is_flag=True, help="Also articles of which only some statements were ruled on.")
@desk_option
def command(*, partial: bool, address: str | None) -> None:
    """Write the articles whose every statement was ruled yes or no, one a line, with the statements that are right."""
    from runut.desk import gold

    with opened(address) as desk:
        count = 0
        for judged in gold(desk, partial=partial):
            count += 1
            emit_json(judged)
    if not count:
        complain(
            "No article has all its statements ruled yes or no yet; `runut rule` adds rulings, --partial shows some."
        )
