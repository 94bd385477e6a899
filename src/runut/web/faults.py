"""Faults as pages: what went wrong and what to do; whoever needs a token is asked for it."""

from __future__ import annotations

from typing import Any

from litestar import Response, get
from litestar.exceptions import NotAuthorizedException, NotFoundException
from litestar.params import FromPath

from runut.serve.door import READER
from runut.serve.faults import told
from runut.web.pages import page
from runut.web.viewer import Asking, viewer

PROGRAMS = ("/api/", "/schema")
OWN = {413: "fault.large", 500: "fault.internal"}
"""Statuses that a page tells in the interface's words."""


def shown(request: Asking, fault: Exception) -> Response[Any]:
    """The page of a fault, with the status and the words that a program would get; below `/api` these alone."""
    if request.url.path.startswith(PROGRAMS):
        return told(request, fault)
    if isinstance(fault, NotAuthorizedException):
        back = viewer(request).here
        return page(request, "signing.html", 401, why="needed" if request.method == "GET" else "editor", next=back)
    answer = told(request, fault)
    own = OWN.get(answer.status_code or 500)
    message = viewer(request).texts.say(own) if own else answer.content.error.message
    found = page(request, "fault.html", answer.status_code or 500, message=message, own=own)
    found.headers.update({k: v for k, v in answer.headers.items() if k.lower() == "retry-after"})
    return found


@get("/{rest:path}", opt=READER, include_in_schema=False, sync_to_thread=False)
def nowhere(rest: FromPath[str]) -> None:
    """An address that means nothing: told as a page to browsers."""
    raise NotFoundException(f"There is nothing at “{rest[:200]}”; the desk itself is at /.")


ROUTES = (nowhere,)
