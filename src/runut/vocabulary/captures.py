"""Bytes as they were received, before anybody reads them."""

from msgspec import Struct


class Exchange(Struct, frozen=True):
    """What went over the wire for a page: the last request and its answer, as they were sent and received."""

    request: bytes
    """Request line and headers, each line with its end."""
    head: bytes
    """Status line and headers, likewise."""
    body: bytes
    """The answer's body as packed by the server; only the transfer's own chunking is undone."""
    address: str | None = None
    """The server's IP address."""


class Capture(Struct, frozen=True):
    """One page as received. `source` names the input just as the user gave it."""

    source: str
    content: bytes
    url: str | None = None
    """The address the page came from, after redirects; None for files and pasted text."""
    media_type: str | None = None
    """What the sender called it (`text/html`); None when nobody said."""
    charset: str | None = None
    """The character set that the sender declared; the page may say otherwise."""
    fetched: str | None = None
    """When it was fetched, RFC 3339 in UTC; None for a file."""
    exchange: Exchange | None = None
    """What went over the wire; None for what was not fetched."""
