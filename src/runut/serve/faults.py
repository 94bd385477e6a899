"""Every error in one shape: `{"error": {"status": 404, "message": "…"}}`; the message says what to do."""

from __future__ import annotations

from typing import Any

import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException
from msgspec import Struct

from runut.errors import InputFault, NotHeld, Refused, RunutError, StoreFault, UsageFault

log = structlog.get_logger("runut.serve")
STATUS: tuple[tuple[type[RunutError], int], ...] = (
    (NotHeld, 404),
    (UsageFault, 400),
    (Refused, 403),
    (InputFault, 422),
    (StoreFault, 503),
    (RunutError, 500),
)


class Fault(Struct, frozen=True):
    """What went wrong."""

    status: int
    """The HTTP status."""
    message: str
    """For a person: what went wrong, and what to do."""


class Answer(Struct, frozen=True):
    """An answer that tells of a fault."""

    error: Fault


def told(_: Request[Any, Any, Any], fault: Exception) -> Response[Answer]:
    """The answer to a fault; of one that nobody foresaw the client learns nothing, the log everything."""
    if isinstance(fault, RunutError):
        return _answer(next(status for kind, status in STATUS if isinstance(fault, kind)), str(fault), None)
    if isinstance(fault, HTTPException):
        return _answer(fault.status_code, _message(fault), fault.headers)
    log.error("unforeseen", exc_info=fault)
    return _answer(500, "Something went wrong here; the server's log tells what.", None)


def _message(fault: HTTPException) -> str:
    extra = fault.extra if isinstance(fault.extra, list) else []
    parts = (f"{one.get('key', '')}: {one.get('message', '')}" for one in extra if isinstance(one, dict))
    return "; ".join([fault.detail or "The request cannot be answered.", *parts])


def _answer(status: int, message: str, headers: Any) -> Response[Answer]:
    return Response(Answer(Fault(status, message)), status_code=status, headers=headers)
