"""Bytes as they were received, before anybody reads them."""

from msgspec import Struct


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
