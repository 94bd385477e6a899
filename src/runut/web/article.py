"""The article: its text with the statements marked, what each rests on, and rulings that are kept."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import get, post
from litestar.params import PathParameter, QueryParameter, URLEncodedBody
from litestar.response import Redirect, Response
from markupsafe import Markup
from msgspec import Meta, Struct

from runut.desk import Shown, rule, show
from runut.desk.rulings import Verdict
from runut.reports import standing
from runut.reports.answer import answer
from runut.reports.drawing import drawing
from runut.reports.phrases import doubt_language, doubt_words
from runut.reports.texts import Texts
from runut.serve.door import EDITOR, READER
from runut.serve.held import HeldDesk
from runut.vocabulary import Record, Span
from runut.web.marking import AT_ONCE, marked
from runut.web.pages import headers, is_part, page
from runut.web.saying import said, said_one
from runut.web.spots import article_address, place, statement_address
from runut.web.viewer import Asking, viewer

Name = Annotated[str, PathParameter(max_length=2000)]
Version = Annotated[int | None, QueryParameter(ge=1, le=1_000_000)]
At = Annotated[str | None, QueryParameter(max_length=40)]
From = Annotated[int, QueryParameter(ge=1, le=10_000_000, name="from")]
MOST_LISTED = 60
"""Doubts, people and links that are listed; the record has all."""


class Link(Struct, frozen=True, kw_only=True):
    """One link of a chain, as the list shows it."""

    name: str
    kind: str
    where: tuple[Span, ...] = ()
    statement: int | None = None
    """Number of the statement that tells it."""
    unnamed: bool = False


class Doubted(Struct, frozen=True):
    """A doubt in the interface's words."""

    words: str
    language: str
    where: Span | None


class NewRuling(Struct, frozen=True):
    """What the form of a ruling sends."""

    statement: Annotated[str, Meta(max_length=100)]
    verdict: Verdict
    note: Annotated[str, Meta(max_length=2000)] = ""
    csrf: str = ""


@get("/articles/{article:str}", opt=READER, include_in_schema=False, sync_to_thread=True)
def show_article(
    request: Asking, desk: HeldDesk, article: Name, version: Version = None, at: At = None, first: From = 1
) -> Response[str]:
    """One article, in one of its versions; `at` marks words, `from` is the first statement listed."""
    found = show(desk, article, version=version)
    texts = viewer(request).texts
    return page(request, "article.html", kept=True, **shown(found, texts, at=at, first=first))


def shown(found: Shown, texts: Texts, *, at: str | None = None, first: int = 1) -> dict[str, Any]:
    """What the template of an article is given."""
    record = found.record
    spot = place(at, len(record.text))
    window = _window(record, first, spot)
    return {
        "article": found,
        "record": record,
        "marked": marked(record, window=window, at=spot),
        "at": spot,
        "window": window,
        "said": list(said(found, window, texts)),
        "answer": answer(record, texts.language),
        "chain": chain(record, texts),
        "drawing": Markup(drawing(record, texts)),  # noqa: S704  # the reports' own, which escape what they are given
        "doubts": [
            Doubted(doubt_words(one, texts), doubt_language(one, texts), one.where)
            for one in record.doubts[:MOST_LISTED]
        ],
    }


def chain(record: Record, texts: Texts) -> list[tuple[tuple[Link, ...], ...]]:
    """The way from the page to the farthest sources: rows of steps, each step one or several links beside each other.

    A row has only what one carrier has from the next; what is credited for a passage alone has a row of its own.
    """
    own = (Link(name=standing.outlet(record).name or texts.say("relay.unknown"), kind=texts.say("relay.this")),)
    paths: list[list[tuple[Link, ...]]]
    paths = [[(_carrier(record, who, texts, "chain.passes"),) for who in path] for path in standing.paths(record)]
    behind = tuple(_origin(who, texts) for who in standing.origins(record)[:MOST_LISTED])
    aside = tuple(_carrier(record, who, texts, "chain.passage") for who in standing.aside_carriers(record))
    if len(paths) < 2:
        rows = [[own, *(paths[0] if paths else []), *([behind] if behind else [])]]
    else:  # which of the carriers a source stands behind is not told
        rows = [*([own, *path] for path in paths), *([[behind]] if behind else [])]
    return [tuple(row) for row in (*rows, *([[own, aside[:MOST_LISTED]]] if aside else []))]


def _carrier(record: Record, who: standing.Named, texts: Texts, role: str) -> Link:
    kind = record.relays[who.relay].kind if who.relay is not None else "carrier"
    told = f"{texts.word('relay', kind)} · {texts.say(role)}"
    return Link(name=who.name or "", kind=told, where=who.where[:3])


def _origin(who: standing.Named, texts: Texts) -> Link:
    kind = texts.word("unnamed", who.unnamed) if who.unnamed else texts.say("chain.source")
    number = None if who.statement is None else who.statement + 1
    return Link(name=who.name or kind, kind=kind, statement=number, unnamed=bool(who.unnamed))


def _window(record: Record, first: int, spot: Span | None) -> range:
    """The statements that are listed at once: from the one asked for, or about the words that are pointed at."""
    count = len(record.statements)
    if spot and first == 1 and count > AT_ONCE:
        first = next((n for n, one in enumerate(record.statements, 1) if _touches(one.content, spot)), 1)
    start = min(max(first, 1), max(count, 1)) - 1
    return range(start, min(start + AT_ONCE, count))


def _touches(content: tuple[Span, ...], spot: Span) -> bool:
    return any(start < spot[1] and spot[0] < end for start, end in content)


@post("/articles/{article:str}/rulings", opt=EDITOR, include_in_schema=False, sync_to_thread=True, status_code=200)
def add_ruling(request: Asking, desk: HeldDesk, article: Name, data: URLEncodedBody[NewRuling]) -> Response[Any]:
    """Decide on a statement; the decision is kept, and shown as it was kept."""
    rule(desk, article, data.statement, data.verdict, by=request.state.account or "unknown", note=data.note or None)
    found = show(desk, article)
    one = said_one(found, data.statement, viewer(request).texts)
    if is_part(request) and one:
        return page(request, "statement.html", one=one, article=found, record=found.record, kept=True)
    target = statement_address(found.article, one.number) if one else article_address(found.article)
    return Redirect(target, status_code=303, headers=headers())


ROUTES = (show_article, add_ruling)
