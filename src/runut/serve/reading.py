"""Routes that read: articles, what was said, people, outlets, and what has changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

import msgspec
from litestar import get
from litestar.params import FromQuery, PathParameter, QueryParameter
from litestar.response import Stream
from msgspec import Struct

from runut.copies.links import Link
from runut.desk import (
    Answer,
    Difference,
    Facets,
    Shown,
    difference,
    facets,
    outlets_held,
    people_held,
    search,
    show,
    trace_article,
)
from runut.desk.changes import Changes, changes
from runut.desk.leaving import leaving
from runut.desk.outlets import OutletHeld
from runut.desk.people import PersonHeld
from runut.desk.stories import StoryHeld, stories_held, story_held
from runut.exports.annotations import annotate
from runut.exports.provenance import provenance
from runut.exports.schema_org import news_article
from runut.find import parse
from runut.model.meaning import meaning
from runut.serve.door import READER
from runut.serve.held import HeldDesk
from runut.stories import Story

Asked = Annotated[str, QueryParameter(max_length=1000, description="As for `runut search`: beras act:denies")]
Name = Annotated[str, PathParameter(max_length=2000, description="As listings give it, or the beginning of it")]
StoryName = Annotated[str, PathParameter(max_length=2000, description="As listings give it, or an article of it")]
Words = Annotated[str, QueryParameter(max_length=200)]
Number = Annotated[int | None, QueryParameter(ge=1, le=1_000_000, description="1 for the first version")]
Limit = Annotated[int, QueryParameter(ge=1, le=500)]
After = Annotated[int, QueryParameter(ge=0, le=2**62, description="`upto` of an earlier answer")]
JSON_LINES = "application/jsonl"
JSON_LD = "application/ld+json"


class People(Struct, frozen=True):
    """Those who are quoted, most often first."""

    people: tuple[PersonHeld, ...]


class Links(Struct, frozen=True):
    """Who has wording from whom, the largest share first."""

    links: tuple[Link, ...]


class Outlets(Struct, frozen=True):
    """The outlets of the desk, those with the most articles first."""

    outlets: tuple[OutletHeld, ...]


class Stories(Struct, frozen=True):
    """Stories in short."""

    stories: tuple[StoryHeld, ...]


@get("/api/articles", opt=READER, sync_to_thread=True)
def list_articles(
    desk: HeldDesk,
    q: Asked = "",
    by: FromQuery[Literal["rank", "time"]] = "rank",
    limit: Limit = 20,
    cursor: Annotated[str | None, QueryParameter(max_length=200)] = None,
) -> Answer:
    """Find articles and statements: the best first, or the latest; without a question, all. `cursor` gives the rest."""
    return search(desk, parse(q), by=by, limit=limit, cursor=cursor)


@get("/api/articles/{article:str}", opt=READER, sync_to_thread=True)
def show_article(desk: HeldDesk, article: Name, version: Number = None) -> Shown:
    """One article: its record, versions, captures and rulings."""
    return show(desk, article, version=version)


@get("/api/articles/{article:str}/difference", opt=READER, sync_to_thread=True)
def show_difference(desk: HeldDesk, article: Name, older: Number = None, newer: Number = None) -> Difference:
    """What changed between two versions; the newest and the one before it when none are given."""
    last = show(desk, article, version=newer)
    before = show(desk, article, version=older or max(1, last.version - 1))
    return difference(before.record, last.record)


@get("/api/articles/{article:str}/annotations", opt=READER, media_type=JSON_LD, sync_to_thread=True)
def show_annotations(desk: HeldDesk, article: Name, version: Number = None) -> list[dict[str, Any]]:
    """Its statements as W3C Web Annotations."""
    return list(annotate(show(desk, article, version=version).record))


@get("/api/articles/{article:str}/provenance", opt=READER, sync_to_thread=True)
def show_provenance(desk: HeldDesk, article: Name, version: Number = None) -> dict[str, Any]:
    """Its chain as PROV-JSON."""
    return provenance(show(desk, article, version=version).record)


@get("/api/articles/{article:str}/schema.org", opt=READER, media_type=JSON_LD, sync_to_thread=True)
def show_news_article(desk: HeldDesk, article: Name, version: Number = None) -> dict[str, Any]:
    """It as a schema.org NewsArticle, without its text."""
    return news_article(show(desk, article, version=version).record)


@get("/api/articles/{article:str}/links", opt=READER, sync_to_thread=True)
def list_links(desk: HeldDesk, article: Name) -> Links:
    """Whose wording it has, and who has its, passage by passage; translations are not looked for."""
    return Links(trace_article(desk, article))


@get("/api/stories", opt=READER, sync_to_thread=True)
def list_stories(desk: HeldDesk, limit: Limit = 20) -> Stories:
    """Stories that two articles or more tell, those that changed last first."""
    return Stories(stories_held(desk, limit=limit))


@get("/api/stories/{story:str}", opt=READER, sync_to_thread=True)
def show_story(desk: HeldDesk, story: StoryName) -> Story:
    """A story in full, by its name or that of one of its articles: copies, origins, drifts, corrections, claims."""
    return story_held(desk, story, meaning)


@get("/api/facets", opt=READER, sync_to_thread=True)
def count_facets(desk: HeldDesk, q: Asked = "") -> Facets:
    """How many articles each outlet, speaker, act, agency, section, language and day has."""
    return facets(desk, parse(q))


@get("/api/changes", opt=READER, sync_to_thread=True)
def list_changes(desk: HeldDesk, q: Asked = "", changed_after: After = 0, limit: Limit = 100) -> Changes:
    """What came or changed after a change, the oldest first; go on with `upto` as `changed_after`."""
    with desk.reading() as connection:
        return changes(desk, connection, parse(q), after=changed_after, limit=limit)


@get("/api/records", opt=READER, media_type=JSON_LINES, sync_to_thread=True)
def stream_records(desk: HeldDesk, q: Asked = "", changed_after: After = 0) -> Stream:
    """The newest records of all articles that answer, a JSON line each, as a stream of any length."""
    question = parse(q)

    def lines() -> Iterator[bytes]:
        for one in leaving(desk, question, changed_after=changed_after):
            yield msgspec.json.encode(one.record) + b"\n"

    return Stream(lines(), media_type=JSON_LINES)


@get("/api/people", opt=READER, sync_to_thread=True)
def list_people(desk: HeldDesk, named: Words = "", limit: Limit = 50) -> People:
    """Who is quoted, how often, by whom, and under which names."""
    return People(people_held(desk, named=named or None, limit=limit))


@get("/api/outlets", opt=READER, sync_to_thread=True)
def list_outlets(desk: HeldDesk) -> Outlets:
    """The outlets, how much of each there is, and whom they credit."""
    return Outlets(outlets_held(desk))


ROUTES = (
    list_articles,
    show_article,
    show_difference,
    show_annotations,
    show_provenance,
    show_news_article,
    list_links,
    list_stories,
    show_story,
    count_facets,
    list_changes,
    stream_records,
    list_people,
    list_outlets,
)
