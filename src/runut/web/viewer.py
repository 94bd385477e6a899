"""Who is looking: in which language, signed in or not, and with the keys on or off."""

from __future__ import annotations

from typing import Any, TypeAlias
from urllib.parse import urlencode

from litestar import Request
from msgspec import Struct

from runut.reports.texts import Interface, Texts
from runut.serve.sessions import Session
from runut.web.texts import LANGUAGES, preferred, texts

Asking: TypeAlias = Request[Any, Any, Any]
LANGUAGE = "runut-language"
KEYS = "runut-keys"
"""Cookies of what somebody prefers; they name nobody."""


class Viewer(Struct, frozen=True, kw_only=True):
    """One browser's way of looking at the desk."""

    language: Interface
    name: str | None
    """None for who is not signed in."""
    may_write: bool
    csrf: str
    """For forms; empty for who is not signed in."""
    keys: bool
    here: str
    """The address of the view, with its question."""
    elsewise: str
    """The same view in the other language."""

    @property
    def texts(self) -> Texts:
        """The words of the interface."""
        return texts(self.language)


def viewer(request: Asking) -> Viewer:
    """Who asks."""
    session: Session | None = request.scope.get("state", {}).get("session")
    language = _language(request)
    return Viewer(
        language=language,
        name=session.name if session else None,
        may_write=session is not None and session.role == "editor",
        csrf=session.token() if session else "",
        keys=_keys(request),
        here=_address(request, {}),
        elsewise=_address(request, {"lang": next(one for one in LANGUAGES if one != language)}),
    )


def chosen(request: Asking) -> dict[str, str]:
    """Cookies that the address asks to be kept: a language, keys on or off."""
    found: dict[str, str] = {}
    if request.query_params.get("lang") in LANGUAGES:
        found[LANGUAGE] = request.query_params["lang"]
    if request.query_params.get("keys") in ("on", "off"):
        found[KEYS] = request.query_params["keys"]
    return found


def _language(request: Asking) -> Interface:
    told = request.query_params.get("lang"), request.cookies.get(LANGUAGE)
    asked = next((one for one in LANGUAGES for wanted in told[:1] if one == wanted), None)
    kept = next((one for one in LANGUAGES if one == told[1]), None)
    return asked or kept or preferred(request.headers.get("accept-language", ""))


def _keys(request: Asking) -> bool:
    return (request.query_params.get("keys") or request.cookies.get(KEYS)) != "off"


def _address(request: Asking, with_: dict[str, str]) -> str:
    """The address of a view that was got; of what was sent by a form, the way home."""
    if request.method != "GET":
        return "/?" + urlencode(with_) if with_ else "/"
    pairs = [(name, value) for name, value in request.query_params.multi_items() if name not in ("lang", "keys")]
    asked = urlencode([*pairs, *with_.items()])
    return request.url.path + (f"?{asked}" if asked else "")
