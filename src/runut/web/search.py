"""Search: words and fields, narrowed down by what the answer is made of, a page at a time."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlencode

from litestar import Response, get
from litestar.params import QueryParameter

from runut.desk import Facets, facets, search
from runut.desk.searching import Order
from runut.find import Question, parse
from runut.serve.door import READER
from runut.serve.held import HeldDesk
from runut.web.asking import chosen, narrowed, on_day
from runut.web.pages import is_part, page
from runut.web.viewer import Asking

Asked = Annotated[str, QueryParameter(max_length=1000)]
By = Annotated[Literal["rank", "time"], QueryParameter()]
Cursor = Annotated[str | None, QueryParameter(max_length=200)]
LIMIT = 20
COUNTED = ("outlet", "speaker", "act", "agency", "section", "language")


@get("/search", opt=READER, include_in_schema=False, sync_to_thread=True)
def show_answer(
    request: Asking, desk: HeldDesk, q: Asked = "", by: By = "rank", cursor: Cursor = None
) -> Response[str]:
    """The articles that answer. All of a view is in its address; the facets come when they are asked for."""
    question = parse(q)
    answer = search(desk, question, by=_order(question, by), limit=LIMIT, cursor=cursor or None)
    more = f"/search?{urlencode({'q': q, 'by': by, 'cursor': answer.cursor})}" if answer.cursor else None
    return page(request, "search.html", question=q, by=by, answer=answer, more=more, cursor=cursor, chosen=chosen(q))


@get("/search/facets", opt=READER, include_in_schema=False, sync_to_thread=True)
def show_facets(request: Asking, desk: HeldDesk, q: Asked = "", by: By = "rank") -> Response[str]:
    """What the answer is made of, as the part of a page."""
    found = facets(desk, parse(q))
    template = "facets.html" if is_part(request) else "facets_page.html"
    return page(request, template, question=q, by=by, facets=found, fields=_fields(found, q, by))


def _order(question: Question, by: Order) -> Order:
    return by if question.terms else "time"


def _fields(found: Facets, question: str, by: str) -> list[tuple[str, list[tuple[str, int, str]]]]:
    """Each field with its values, how often they are, and the address of the narrower question."""
    fields = [
        (name, [(c.value, c.count, _address(narrowed(question, name, c.value), by)) for c in getattr(found, name)])
        for name in COUNTED
    ]
    days = [(c.value, c.count, _address(on_day(question, c.value), by)) for c in found.day[:14]]
    return [(name, values) for name, values in [*fields, ("day", days)] if values]


def _address(question: str, by: str) -> str:
    return f"/search?{urlencode({'q': question, 'by': by})}"


ROUTES = (show_answer, show_facets)
