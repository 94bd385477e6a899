"""Routes for what is followed and watched."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Request, delete, get, post
from litestar.params import JSONBody, PathParameter, QueryParameter
from litestar.response import Response
from msgspec import Meta, Struct
from msgspec.structs import asdict

from runut.capture.gate import Gate
from runut.exports.atom import MEDIA_TYPE
from runut.gather import Followed, Manners, follow, followed, unfollow
from runut.serve.door import EDITOR, READER
from runut.serve.held import HeldDesk
from runut.serve.reading import Limit
from runut.watch import Alert, Every, Watch, add_watch, alerts_of, remove_watch, watch_named, watches
from runut.watch.feed import feed

WatchName = Annotated[str, PathParameter(max_length=100)]
Text = Annotated[str, Meta(max_length=1000)]
DAY = 86_400


class Follows(Struct, frozen=True):
    """What is followed."""

    follows: tuple[Followed, ...]


class NewFollow(Struct, frozen=True, forbid_unknown_fields=True):
    """A feed, a sitemap or a site."""

    url: Annotated[str, Meta(max_length=4000)]


class Watched(Struct, frozen=True, kw_only=True):
    """A watch as others see it: a webhook's address may hold a secret, so only whether there is one is told."""

    name: str
    question: str
    every: Every
    has_webhook: bool
    quiet: str | None
    digest: int
    added: str
    alerts: int
    waiting: int
    failed: int


class Watches(Struct, frozen=True):
    """The watches."""

    watches: tuple[Watched, ...]


class NewWatch(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question to be asked whenever the desk changes."""

    name: Annotated[str, Meta(max_length=61)]
    question: Text
    every: Every = "match"
    webhook: Annotated[str, Meta(max_length=4000)] | None = None
    quiet: Text | None = None
    digest: Annotated[int, Meta(ge=0, le=30 * DAY)] = 0
    past: bool = False


class Added(Struct, frozen=True):
    """A watch was saved."""

    name: str
    secret: str | None
    """Signs its deliveries; shown this once."""


class Alerts(Struct, frozen=True):
    """What a watch has found."""

    alerts: tuple[Alert, ...]


@get("/api/follows", opt=READER, sync_to_thread=True)
def list_follows(desk: HeldDesk) -> Follows:
    """What is followed, and how it goes."""
    return Follows(followed(desk))


@post("/api/follows", opt=EDITOR, sync_to_thread=True)
def add_follow(desk: HeldDesk, data: JSONBody[NewFollow]) -> Follows:
    """Follow a feed, a sitemap or a site; it is asked at once, through the gate."""
    return Follows(follow(desk, data.url, Manners()))


@delete("/api/follows", opt=EDITOR, sync_to_thread=True)
def end_follow(desk: HeldDesk, url: Annotated[str, QueryParameter(max_length=4000)]) -> None:
    """Follow it no longer."""
    unfollow(desk, url)


@get("/api/watches", opt=READER, sync_to_thread=True)
def list_watches(desk: HeldDesk) -> Watches:
    """The watches."""
    return Watches(tuple(_shown(watch) for watch in watches(desk)))


@post("/api/watches", opt=EDITOR, sync_to_thread=True)
def save_watch(desk: HeldDesk, data: JSONBody[NewWatch]) -> Added:
    """Save a question."""
    given = {name: value for name, value in asdict(data).items() if name != "past"}
    return Added(data.name, add_watch(desk, Watch(**given), gate=Gate(), past=data.past))


@delete("/api/watches/{name:str}", opt=EDITOR, sync_to_thread=True)
def end_watch(desk: HeldDesk, name: WatchName) -> None:
    """Remove a watch, with what it found."""
    remove_watch(desk, name)


@get("/api/watches/{name:str}/alerts", opt=READER, sync_to_thread=True)
def list_alerts(
    desk: HeldDesk, name: WatchName, after: Annotated[int, QueryParameter(ge=0, le=2**62)] = 0, limit: Limit = 100
) -> Alerts:
    """What a watch has found, the latest first; with `after`, what came after an alert, the oldest first."""
    return Alerts(alerts_of(desk, name, after=after, limit=limit))


@get("/api/watches/{name:str}/feed.atom", opt=READER, media_type=MEDIA_TYPE, sync_to_thread=True)
def watch_feed(request: Request[Any, Any, Any], desk: HeldDesk, name: WatchName) -> Response[str]:
    """What a watch has found, as an Atom feed."""
    found = feed(watch_named(desk, name), alerts_of(desk, name), link=str(request.url))
    return Response(found, media_type=MEDIA_TYPE)


def _shown(watch: Watch) -> Watched:
    told = asdict(watch) | {"has_webhook": watch.webhook is not None}
    return Watched(**{name: told[name] for name in Watched.__struct_fields__})


ROUTES = (
    list_follows,
    add_follow,
    end_follow,
    list_watches,
    save_watch,
    end_watch,
    list_alerts,
    watch_feed,
)
