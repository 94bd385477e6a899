"""One polite GET: as ourselves, within robots.txt, through the gate, within limits of time and size."""

import ssl

from runut.capture.gate import Gate
from runut.capture.robots import Robots
from runut.capture.visit import visit
from runut.capture.wire import Limits, Line
from runut.errors import Unreachable
from runut.vocabulary.captures import Capture


def fetch(
    source: str,
    *,
    allow_private: bool = False,
    limits: Limits | None = None,
    gate: Gate | None = None,
    tls: ssl.SSLContext | None = None,
) -> Capture:
    """Get the page behind a link.

    `gate` replaces the one made from `allow_private`; `tls` says which certificates are trusted, None
    for the system's. The capture holds the address after redirects, what the server called the page,
    and when it came (UTC).

    Raises as `visit` does.
    """
    line = Line(gate or Gate(allow_private), limits or Limits(), tls)
    found = visit(source, line, Robots(line))
    if found is None:  # nothing was said of a state, so that answer makes no sense
        raise Unreachable("The server says that the page has not changed, without being asked; try again later.")
    return found.capture
