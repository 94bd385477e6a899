"""Pages: a template, what it shows, and the headers under which a browser runs nothing but the desk's own files."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import Response
from litestar.datastructures import Cookie
from litestar.enums import MediaType
from markupsafe import Markup, escape

from runut.find import Snippet
from runut.reports.markup import address, language_tag
from runut.reports.plain import elide, line, plain
from runut.serve.app import QUIET
from runut.web.assets import address_of
from runut.web.spots import segment, statement_address
from runut.web.times import moments
from runut.web.viewer import Asking, chosen, viewer

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
YEAR = 365 * 24 * 3600


@cache
def environment() -> Environment:
    """Templates whose every value is made harmless and escaped."""
    made = Environment(
        loader=PackageLoader("runut.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    made.filters |= {"elide": _elided, "line": _line, "address": address, "language": language_tag, "moments": moments}
    made.filters |= {"bold": _bold, "key": segment}
    made.globals |= {"asset": address_of, "statement": statement_address}
    return made


def page(request: Asking, template: str, status: int = 200, **shown: Any) -> Response[str]:
    """A page as this viewer sees it."""
    found = viewer(request)
    content = environment().get_template(template).render(view=found, t=found.texts, **shown)
    secure = request.url.scheme == "https"
    cookies = [
        Cookie(key=name, value=value, max_age=YEAR, path="/", samesite="lax", httponly=True, secure=secure)
        for name, value in chosen(request).items()
    ]
    return Response(content, media_type=MediaType.HTML, status_code=status, cookies=cookies, headers=headers())


def headers() -> Mapping[str, str]:
    """What every page is sent with, a fault's too."""
    own = {"Content-Security-Policy": POLICY, "Cache-Control": "private, no-cache", "Vary": "Cookie, Accept-Language"}
    return {header.name: str(header.value) for header in QUIET} | own


def is_part(request: Asking) -> bool:
    """Whether htmx asks for a part of a page, and not a browser for the whole."""
    return request.headers.get("hx-request") == "true"


def _harmless(value: Any) -> Any:
    """Text without what steers the reading direction or hides; what is HTML already is the templates' own."""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _elided(value: str | None, width: int) -> str:
    """A text on one line; of one that is far too long only its ends are looked at."""
    text = value or ""
    return elide(text if len(text) <= 4 * width else text[: 2 * width] + " … " + text[-2 * width :], width)


def _line(value: str | None) -> str:
    return line(value or "")


def _bold(snippet: Snippet) -> Markup:
    """Part of a text with the words that matched in bold."""
    at, parts = 0, list[Markup]()
    for start, end in ((s - snippet.span[0], e - snippet.span[0]) for s, e in snippet.matches):
        parts += [escape(plain(snippet.words[at:start])), Markup("<b>{}</b>").format(plain(snippet.words[start:end]))]
        at = end
    return Markup().join([*parts, escape(plain(snippet.words[at:]))])
