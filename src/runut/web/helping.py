"""Help: the keys, the marks, and the ways to the desk from elsewhere."""

from __future__ import annotations

import msgspec
from litestar import Response, get

from runut.serve.door import ANYONE
from runut.web.pages import page
from runut.web.viewer import Asking, viewer

KEYS = (
    ("/", "slash"),
    ("j", "j"),
    ("k", "k"),
    ("o", "o"),
    ("v", "v"),
    ("[", "older"),
    ("]", "newer"),
    ("y", "y"),
    ("n", "n"),
    ("h", "h"),
    ("?", "help"),
)
LEGEND = (
    ("states", "assert"),
    ("believes", "believes"),
    ("asks", "asks"),
    ("alleges", "alleges"),
    ("denies", "denies"),
    ("declines", "declines"),
)


@get("/help", opt=ANYONE, include_in_schema=False, sync_to_thread=True)
def show_help(request: Asking) -> Response[str]:
    """The keys, which can be switched off here, and how to read the marks."""
    return page(request, "help.html", keys=KEYS, legend=LEGEND, bookmarklet=bookmarklet(str(request.base_url)))


def bookmarklet(base: str) -> str:
    """An address that, called on another page, brings it and what is selected there to the desk's form."""
    words = "encodeURIComponent(getSelection().toString().slice(0,100000))"
    return f"javascript:void(open('{base}?url='+encodeURIComponent(location.href)+'&text='+{words}))"


@get("/runut.webmanifest", opt=ANYONE, include_in_schema=False, sync_to_thread=False)
def manifest(request: Asking) -> Response[bytes]:
    """By which a telephone may keep the desk among its programs, and share pages with it."""
    found = viewer(request)
    content = {
        "name": "Runut",
        "short_name": "Runut",
        "lang": found.language,
        "start_url": "/",
        "display": "minimal-ui",
        "background_color": "#fbfaf7",
        "theme_color": "#1f5a6e",
        "description": found.texts.say("nav.motto"),
        "share_target": {"action": "/", "method": "GET", "params": {"text": "text", "url": "url"}},
    }
    return Response(msgspec.json.encode(content), media_type="application/manifest+json")


ROUTES = (show_help, manifest)
