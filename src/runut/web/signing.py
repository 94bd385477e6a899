"""Signing in with a token, and out again."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Response, get, post
from litestar.datastructures import Cookie, State
from litestar.exceptions import NotAuthorizedException
from litestar.params import QueryParameter, URLEncodedBody
from litestar.response import Redirect
from msgspec import Meta, Struct

from runut.serve.door import ANYONE
from runut.serve.sessions import COOKIE, LASTS
from runut.web.pages import headers, page
from runut.web.viewer import Asking

Next = Annotated[str, QueryParameter(max_length=4000)]


class Given(Struct, frozen=True):
    """What the form sends."""

    token: Annotated[str, Meta(max_length=200)]
    next: Annotated[str, Meta(max_length=4000)] = "/"


@get("/sign-in", opt=ANYONE, include_in_schema=False, sync_to_thread=True)
def ask(request: Asking, next: Next = "/") -> Response[str]:  # noqa: A002  # the name that addresses have
    """The form."""
    return page(request, "signing.html", why=None, next=_own(next))


@post("/sign-in", opt=ANYONE, include_in_schema=False, status_code=200)
async def sign_in(request: Asking, state: State, data: URLEncodedBody[Given]) -> Response[Any]:
    """Begin a session, and go on where the browser was."""
    try:
        key = await state.door.sign_in(request, data.token)
    except NotAuthorizedException:
        return page(request, "signing.html", 401, why="wrong", next=_own(data.next))
    cookie = Cookie(
        key=COOKIE, value=key, max_age=LASTS, path="/", httponly=True, samesite="strict", secure=not state.is_inner
    )
    return Redirect(_own(data.next), status_code=303, cookies=[cookie], headers=headers())


@post("/sign-out", opt=ANYONE, include_in_schema=False, sync_to_thread=False, status_code=200)
def sign_out(request: Asking, state: State) -> Redirect:
    """End the session."""
    state.door.sessions.end(request.cookies.get(COOKIE, ""))
    gone = Cookie(key=COOKIE, value="", max_age=0, path="/", httponly=True, samesite="strict")
    return Redirect("/", status_code=303, cookies=[gone], headers=headers())


def _own(target: str) -> str:
    """A target within the desk; an address elsewhere leads home."""
    harmless = target.startswith("/") and not target.startswith(("//", "/\\")) and target.isprintable()
    return target if harmless and "\\" not in target else "/"


ROUTES = (ask, sign_in, sign_out)
