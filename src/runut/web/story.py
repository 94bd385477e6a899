"""The story around an article: on how many origins it rests, who has it from whom, what shifted on the way."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

import msgspec
from litestar import Response, get
from litestar.params import QueryParameter
from markupsafe import Markup

from runut.copies.texts import Text
from runut.desk.tellings import Telling
from runut.reports.moments import moment
from runut.reports.plain import elide, plain
from runut.reports.texts import Texts
from runut.serve.door import READER
from runut.serve.held import HeldDesk
from runut.stories import Story
from runut.web.article import Name
from runut.web.pages import page
from runut.web.telling import story_of
from runut.web.timeline import drawing, target, ticks, timeline
from runut.web.trees import graph, tree
from runut.web.viewer import Asking, viewer

Copies = Annotated[Literal["on", "off"], QueryParameter()]
MOST_VOICES = 40
MOST_ROWS = 100
LINK = Markup('<a href="{}"><bdi>{}</bdi></a>')
"""An article, as the page names it again and again."""


@get("/articles/{article:str}/story", opt=READER, include_in_schema=False, sync_to_thread=True)
def show_story(request: Asking, desk: HeldDesk, article: Name, copies: Copies = "on") -> Response[str]:
    """The story that an article belongs to."""
    texts = viewer(request).texts
    return page(request, "story.html", key=article, copies=copies, **shown(story_of(desk, article), texts, copies))


@get("/stories/{story:str}", opt=READER, include_in_schema=False, sync_to_thread=True)
def show_named_story(request: Asking, desk: HeldDesk, story: Name, copies: Copies = "on") -> Response[str]:
    """A story by its name, which stays when the story grows."""
    told = story_of(desk, story)
    key = told.story.articles[-1].partition("@")[0]
    return page(request, "story.html", key=key, copies=copies, **shown(told, viewer(request).texts, copies))


@get("/articles/{article:str}/story.json", opt=READER, include_in_schema=False, sync_to_thread=True)
def send_story(desk: HeldDesk, article: Name) -> Story:
    """The same for programs, as `runut story` tells it."""
    return story_of(desk, article).story


def shown(told: Telling, texts: Texts, copies: str) -> dict[str, Any]:
    """What the template of a story is given."""
    story, members = told.story, told.texts
    sources = {one.copy: one.source for one in reversed(story.copies)}
    labels = {name: _label(one, texts) for name, one in members.items()}
    times = timeline(list(members.values()), sources, texts.say("relay.unknown"))
    events = [event for event in times.events if copies == "on" or not event.is_copy]
    marks = [(second, _mark(second, texts)) for second in ticks(events)] if events else []
    return {
        "story": story,
        "told": told,
        "members": members,
        "links": {name: LINK.format(target(name), plain(label)) for name, label in labels.items()},
        "outlets": len({one.outlet for one in members.values() if one.outlet}),
        "pages": len({name.partition("@")[0] for name in story.articles}),
        "roots": tree(story),
        "graph": msgspec.json.encode(graph(story, labels)).decode(),
        "events": events,
        "unplaced": times.unplaced,
        "drawing": drawing(events, texts.say("story.timeline"), marks) if events else None,
        "voices": story.voices[:MOST_VOICES],
        "most": MOST_ROWS,
    }


def _label(one: Text, texts: Texts) -> str:
    """How a story calls an article: its outlet, and which version if there are several."""
    outlet = elide(one.outlet, 40) if one.outlet else texts.say("relay.unknown")
    _, _, version = one.id.partition("@")
    return f"{outlet} ({texts.say('art.version', n=version)})" if version else outlet


def _mark(second: float, texts: Texts) -> tuple[str, str]:
    """A day and an hour of the axis."""
    when = datetime.fromtimestamp(second, UTC)
    return moment(f"{when:%Y-%m-%d}", texts), f"{when:%H:%M} UTC"


ROUTES = (show_story, show_named_story, send_story)
