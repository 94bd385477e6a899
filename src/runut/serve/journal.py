"""One line of the log for each request: what was asked, by whom, the answer's status, and how long it took."""

from __future__ import annotations

import sys
import time
from typing import Any

import structlog
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from runut.serve.health import Requests

log = structlog.get_logger("runut.serve")


def to_stderr() -> None:
    """JSON, a line an event, with its time in UTC."""
    structlog.configure(
        processors=[
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.add_log_level,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )


class Journal(ASGIMiddleware):
    """Notes every request. What was asked for stands in it without its question, which may name people."""

    scopes = (ScopeType.HTTP,)

    def __init__(self, requests: Requests) -> None:
        self._requests = requests

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Pass a request on, and note what became of it."""
        begun = time.monotonic()
        status = 500

        async def sent(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await next_app(scope, receive, sent)
        finally:
            self._note(scope, status, time.monotonic() - begun)

    def _note(self, scope: Any, status: int, seconds: float) -> None:
        route = scope.get("path_template") or "other"
        self._requests.note(scope["method"], route, status, seconds)
        account = scope.get("state", {}).get("account")
        log.info(
            "request", method=scope["method"], route=route, status=status, ms=round(seconds * 1000, 1), account=account
        )
