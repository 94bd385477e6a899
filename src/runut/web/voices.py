"""People and outlets of the desk: who is quoted by whom, and who takes from whom."""

from __future__ import annotations

from typing import Annotated

from litestar import Response, get, post
from litestar.params import QueryParameter, URLEncodedBody
from litestar.response import Redirect
from msgspec import Meta, Struct
from sqlalchemy import func, select

from runut.desk import Desk, outlets_held, people_held, rule_people
from runut.desk.rulings import Verdict, people_ruled
from runut.desk.tables import articles, outlets, rulings
from runut.errors import UsageFault
from runut.serve.door import EDITOR, READER
from runut.serve.held import HeldDesk
from runut.web.pages import headers, page
from runut.web.viewer import Asking, viewer

Words = Annotated[str, QueryParameter(max_length=200)]
PEOPLE = 50
OUTLETS = 200


class Ruled(Struct, frozen=True):
    """What people decided about our reading of one outlet."""

    right: int
    all: int


class NamesRuled(Struct, frozen=True):
    """What the form sends that rules on two names."""

    left: Annotated[str, Meta(max_length=200)]
    right: Annotated[str, Meta(max_length=200)]
    verdict: Verdict
    note: Annotated[str, Meta(max_length=2000)] = ""
    csrf: str = ""


@get("/people", opt=READER, include_in_schema=False, sync_to_thread=True)
def show_people(
    request: Asking, desk: HeldDesk, named: Words = "", left: Words = "", right: Words = ""
) -> Response[str]:
    """Who is quoted most, or everybody of a name; `left` and `right` fill the form that rules on two names."""
    people = people_held(desk, named=named.strip() or None, limit=PEOPLE)
    held = people_ruled(desk)
    return page(request, "people.html", named=named, people=people, ruled=held, left=left, right=right)


@post("/people/rulings", opt=EDITOR, include_in_schema=False, sync_to_thread=True, status_code=200)
def rule_names(request: Asking, desk: HeldDesk, data: URLEncodedBody[NamesRuled]) -> Redirect:
    """Decide whether two names mean one; a later decision takes its place, and the earlier is kept."""
    left, right = (" ".join(name.split()) for name in (data.left, data.right))
    if not left or not right or left == right:
        raise UsageFault(viewer(request).texts.say("people.two_names"))
    rule_people(desk, left, right, data.verdict, by=request.state.account or "unknown", note=data.note.strip() or None)
    return Redirect("/people#ruled", status_code=303, headers=headers())


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


ROUTES = (show_people, rule_names, show_outlets)
