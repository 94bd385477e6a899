"""The desk in the browser: its routes, behind the door of the server."""

from __future__ import annotations

from litestar import Litestar, Router

from runut.desk import Desk
from runut.serve.app import RATE, application
from runut.web import (
    article,
    assets,
    changes,
    compare,
    copies,
    faults,
    helping,
    home,
    original,
    search,
    sharing,
    signing,
    story,
    voices,
    watching,
)
from runut.web.importing import Imports
from runut.web.keys import Keys

ROUTES = (
    *home.ROUTES,
    *article.ROUTES,
    *copies.ROUTES,
    *changes.ROUTES,
    *original.ROUTES,
    *sharing.ROUTES,
    *compare.ROUTES,
    *story.ROUTES,
    *search.ROUTES,
    *voices.ROUTES,
    *watching.ROUTES,
    *helping.ROUTES,
    *faults.ROUTES,
    *signing.ROUTES,
)


def desk_application(desk: Desk, *, host: str, rate: int = RATE, names: tuple[str, ...] = ()) -> Litestar:
    """The server with the desk in the browser; as `runut.serve.application` in everything else.

    Raises UsageFault for an address beyond loopback while nobody may ask.
    """
    pages = Router("/", route_handlers=ROUTES, middleware=[Keys()], exception_handlers={Exception: faults.shown})
    files = Router("/", route_handlers=assets.ROUTES)
    made = application(desk, host=host, rate=rate, names=names, also=[pages, files])
    made.state.imports = Imports()
    return made
