"""The desk's own files: style, scripts, what others made and it carries along. Nothing comes from anywhere else."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from msgspec import Struct

from runut.serve.door import ANYONE

TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "webmanifest": "application/manifest+json",
}
FOREVER = "public, max-age=31536000, immutable"
"""Its address changes with the content."""


class Asset(Struct, frozen=True):
    """One file."""

    content: bytes
    media_type: str
    digest: str


@cache
def assets() -> dict[str, Asset]:
    """All files by name, those in `vendor/` too."""
    folder = files("runut.web") / "static"
    found = {one.name: one for one in folder.iterdir() if one.is_file()}
    found |= {f"vendor/{one.name}": one for one in (folder / "vendor").iterdir()}
    served = {name: one for name, one in found.items() if name.rpartition(".")[2] in TYPES}
    return {name: _asset(name, one.read_bytes()) for name, one in served.items()}


def address_of(name: str) -> str:
    """Where a file is served."""
    return f"/static/{assets()[name].digest}/{name}"


@get("/static/{digest:str}/{name:path}", opt=ANYONE, include_in_schema=False, sync_to_thread=False)
def asset(digest: FromPath[str], name: FromPath[str]) -> Response[bytes]:
    """One file, by the name that `address_of` gives."""
    found = assets().get(name.lstrip("/"))
    if found is None:
        raise NotFoundException("There is no such file; load the page again.")
    caching = FOREVER if digest == found.digest else "no-cache"
    return Response(found.content, media_type=found.media_type, headers={"Cache-Control": caching})


def _asset(name: str, content: bytes) -> Asset:
    return Asset(content, TYPES[name.rpartition(".")[2]], hashlib.sha256(content).hexdigest()[:12])


ROUTES = (asset,)
