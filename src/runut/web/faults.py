"""Faults as pages: what went wrong and what to do; whoever needs a token is asked for it."""

from __future__ import annotations

from typing import Any

from litestar import Response
from litestar.exceptions import NotAuthorizedException

from runut.serve.faults import told
from runut.web.pages import page
from runut.web.viewer import Asking, viewer


def shown(request: Asking, fault: Exception) -> Response[Any]:
    """The page of a fault, with the status and the words that a program would get."""
    if isinstance(fault, NotAuthorizedException):
        back = viewer(request).here
        return page(request, "signing.html", 401, why="needed" if request.method == "GET" else "editor", next=back)
    answer = told(request, fault)
    message = viewer(request).texts.say("fault.internal") if answer.status_code == 500 else answer.content.error.message
    found = page(request, "fault.html", answer.status_code or 500, message=message)
    found.headers.update({k: v for k, v in answer.headers.items() if k.lower() == "retry-after"})
    return found
