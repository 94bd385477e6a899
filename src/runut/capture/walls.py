"""Answers that are no page: refusals, missing pages, and checks for robots that come with status 200."""

from runut.capture.naming import shown
from runut.capture.wire import Reply
from runut.errors import Denied, Unreachable

_ADVICE = (
    "Many news sites turn programs away: open the page in a browser, save it (Ctrl+S) and give Runut the file, "
    "or paste its text to `runut read -`."
)
_MEANINGS = {
    401: f"asks for a login. {_ADVICE}",
    403: f"refuses this request. {_ADVICE}",
    404: "has no such page; check the link, or look for it in a web archive.",
    410: "has taken this page down; look for it in a web archive.",
    429: f"is asked too often at the moment; wait some minutes. {_ADVICE}",
    451: f"may not show this page here for legal reasons. {_ADVICE}",
}
# Headers by which a network that guards sites says that it sent a check instead of the page.
_CHALLENGES = (("cf-mitigated", ""), ("x-amzn-waf-action", ""), ("x-datadome", "protected"))
# What the pages of such checks load; each is a path or host that only they use.
_CHECKS = (
    b"/cdn-cgi/challenge-platform/h/",
    b"geo.captcha-delivery.com/",
    b"/_Incapsula_Resource?SWJIYLWA",
    b"captcha.px-cdn.net/",
    b"_sec/cp_challenge/",
)
# A check is a small page; an article that a guard's script only watches is not.
_CHECK_BYTES = 40_000


def require_page(reply: Reply) -> None:
    """Raise `Unreachable` with advice unless the answer is a page (200, or 203 from a proxy)."""
    if any(_is_challenge(reply.header(name), value) for name, value in _CHALLENGES):
        raise Unreachable(f"{shown(reply.url.host)} wants to see a person. {_ADVICE}")
    if reply.status not in (200, 203):
        told = f"{shown(reply.url.host)} {_meaning(reply.status)} (HTTP {reply.status})"
        raise Denied(told, reply.status, reply.wait())


def require_no_check(content: bytes, host: str) -> None:
    """Raise `Unreachable` when the page is a check for robots instead of the page asked for."""
    if len(content) <= _CHECK_BYTES and any(mark in content for mark in _CHECKS):
        raise Unreachable(f"{shown(host)} wants to see a person. {_ADVICE}")


def _is_challenge(value: str, wanted: str) -> bool:
    return value == wanted if wanted else bool(value)


def _meaning(status: int) -> str:
    if status in _MEANINGS:
        return _MEANINGS[status]
    if status >= 500:
        return f"has trouble of its own; try again later. {_ADVICE}"
    return f"gave no page. {_ADVICE}"
