"""The application: routes, the door before them, limits, and the description of it all (OpenAPI)."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import ip_address

from litestar import Litestar, Router
from litestar.config.compression import CompressionConfig
from litestar.datastructures import ResponseHeader, State
from litestar.di import Provide
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme

from runut.desk import Desk
from runut.errors import UsageFault
from runut.serve import health, living, reading, writing
from runut.serve.accounts import accounts
from runut.serve.door import SCHEMA, Door
from runut.serve.faults import told
from runut.serve.health import Requests
from runut.serve.journal import Journal
from runut.version import __version__

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
LARGEST_BODY = 1_000_000
RATE = 6_000
"""Requests a minute from one address."""


QUIET = [
    ResponseHeader(name="X-Content-Type-Options", value="nosniff"),
    ResponseHeader(name="Referrer-Policy", value="no-referrer"),
]
"""No answer is taken for what it is not, and none tells another site what was looked at."""


def application(
    desk: Desk, *, host: str, rate: int = RATE, names: tuple[str, ...] = (), also: Sequence[Router] = ()
) -> Litestar:
    """The server's application for a desk; `host` is the address that it will listen at.

    On loopback everybody on this machine may read; elsewhere everybody needs a token, so there must be one. `names` are
    those by which it may be called beside loopback's own: else a page elsewhere could reach it under a name of its own.
    A server that has such a name is reached from elsewhere, whatever address it listens at: a proxy stands before it.
    `also` are routes beside these, such as those of the desk in the browser; the same door stands before them.

    Raises UsageFault for an address beyond loopback while nobody may ask.
    """
    is_loopback = listens_on_loopback(host)
    is_inner = is_loopback and not names
    if not is_inner and not accounts(desk):
        raise UsageFault(
            f"{names[0] if names else host} can be reached from elsewhere, and nobody has a token yet: "
            "`runut access add NAME --role reader`."
        )
    door = Door(desk, names=_names(names, is_loopback=is_loopback), open_to_readers=is_inner)
    requests = Requests()
    routes = [*health.ROUTES, *reading.ROUTES, *living.ROUTES, *writing.ROUTES]
    return Litestar(
        route_handlers=[Router("/", route_handlers=routes), *also],
        dependencies={"desk": Provide(lambda: desk, sync_to_thread=False)},
        guards=[door.guard],
        exception_handlers={Exception: told},
        middleware=[Journal(requests), RateLimitConfig(("minute", rate)).middleware],
        response_headers=QUIET,
        compression_config=CompressionConfig(backend="gzip", gzip_compress_level=5, minimum_size=1_000),
        request_max_body_size=LARGEST_BODY,
        openapi_config=_description(),
        logging_config=None,
        state=State({"requests": requests, "door": door, "is_inner": is_inner}),
    )


def listens_on_loopback(host: str) -> bool:
    """Whether only this machine reaches an address; names other than `localhost` may mean anything."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _names(given: tuple[str, ...], *, is_loopback: bool) -> frozenset[str]:
    """The names by which the server may be called; none for any."""
    return LOOPBACK_NAMES.union(given) if is_loopback or given else frozenset()


def _description() -> OpenAPIConfig:
    return OpenAPIConfig(
        title="Runut",
        version=__version__,
        summary="Where did this news page come from, and can I stand on it?",
        use_handler_docstrings=True,
        path=SCHEMA,
        render_plugins=[JsonRenderPlugin()],
        components=Components(security_schemes={"token": SecurityScheme(type="http", scheme="bearer")}),
        security=[{"token": []}, {}],
    )
