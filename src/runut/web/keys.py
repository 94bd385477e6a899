"""Keys of articles in addresses: whatever they have in them, slashes too, they are one segment."""

from __future__ import annotations

from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from runut.web.spots import key_of


class Keys(ASGIMiddleware):
    """Undoes what `runut.web.spots.segment` did, once the route was found."""

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Give the route the key as the desk has it."""
        given = scope["path_params"]
        if "article" in given:
            scope["path_params"] = {**given, "article": key_of(str(given["article"]))}
        await next_app(scope, receive, send)
