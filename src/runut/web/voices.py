"""People and outlets of the desk: who is quoted by whom, and who takes from whom."""

from __future__ import annotations

from typing import Annotated

from litestar import Response, get
from litestar.params import QueryParameter
from msgspec import Struct
from sqlalchemy import func, select

from runut.desk import Desk, outlets_held, people_held
from runut.desk.tables import articles, outlets, rulings
from runut.serve.door import READER
from runut.serve.held import HeldDesk
from runut.web.pages import page
from runut.web.viewer import Asking

Words = Annotated[str, QueryParameter(max_length=200)]
PEOPLE = 50
OUTLETS = 200


class Ruled(Struct, frozen=True):
    """What people decided about our reading of one outlet."""

    right: int
    all: int


@get("/people", opt=READER, include_in_schema=False, sync_to_thread=True)
def show_people(request: Asking, desk: HeldDesk, named: Words = "") -> Response[str]:
    """Who is quoted most, or everybody of a name."""
    return page(
        request, "people.html", named=named, people=people_held(desk, named=named.strip() or None, limit=PEOPLE)
    )


@get("/outlets", opt=READER, include_in_schema=False, sync_to_thread=True)
def show_outlets(request: Asking, desk: HeldDesk) -> Response[str]:
    """All outlets, whom each takes from, and how our reading of it was ruled on."""
    held = outlets_held(desk)
    return page(request, "outlets.html", outlets=held[:OUTLETS], is_cut=len(held) > OUTLETS, ruled=ruled(desk))


def ruled(desk: Desk) -> dict[str, Ruled]:
    """For each outlet the statements that were ruled right or wrong; of each statement the newest ruling counts."""
    newest = select(func.max(rulings.c.id)).where(rulings.c.about == "statement").group_by(rulings.c.target)
    query = (
        select(outlets.c.name, rulings.c.verdict, func.count())
        .join(articles, articles.c.key == rulings.c.article)
        .join(outlets, outlets.c.id == articles.c.outlet)
        .where(rulings.c.id.in_(newest), rulings.c.verdict != "undecided")
        .group_by(outlets.c.name, rulings.c.verdict)
    )
    found: dict[str, Ruled] = {}
    with desk.reading() as connection:
        for name, verdict, count in connection.execute(query):
            before = found.get(name, Ruled(0, 0))
            found[name] = Ruled(before.right + (count if verdict == "yes" else 0), before.all + count)
    return found


ROUTES = (show_people, show_outlets)
