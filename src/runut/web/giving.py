"""What somebody gives by hand: a link, a pasted text or a saved page, read as `runut read` reads it."""

from __future__ import annotations

from itertools import islice

from msgspec import Struct

from runut.capture import Failure, Options, take
from runut.capture.naming import require_web
from runut.capture.unpack import unpack
from runut.desk import Brought, Desk, Shown
from runut.desk.bringing import Read, read_capture
from runut.desk.bringing import keep as keep_all
from runut.desk.moments import now
from runut.desk.showing import Version
from runut.desk.weaving import AT_ONCE, weave
from runut.errors import InputFault
from runut.vocabulary import Capture, Record

PASTED = "pasted text"
"""How a capture is named that came from a form and from no file."""


class Given(Struct, frozen=True):
    """One thing that was given; of several the first counts."""

    link: str = ""
    text: str = ""
    name: str | None = ""
    """Of the file."""


def read_given(given: Given, content: bytes) -> Read:
    """Read a pasted text, or the content of a file."""
    if given.text.strip():
        capture = Capture(PASTED, given.text.strip().encode(), media_type="text/plain", charset="utf-8")
    else:
        capture = Capture(given.name or PASTED, content)
    return _read(capture)


def read_fetched(link: str) -> Read:
    """Fetch a page through the gate, and read it.

    Raises UsageFault for what is no web address.
    """
    found = next(iter(take([require_web(link)], options=Options())))
    if isinstance(found, Failure):
        return Read(found.source, None, reason=str(found.error))
    return read_capture(found)


def _read(capture: Capture) -> Read:
    try:
        return read_capture(unpack(capture))
    except InputFault as fault:
        return Read(capture.source, None, reason=str(fault))


def keep(desk: Desk, one: Read) -> Brought:
    """Keep what was read, and place it into a story; where many wait to be placed, the server does so beside this."""
    kept = next(iter(keep_all(desk, [one])))
    for _ in islice(weave(desk), AT_ONCE):
        pass
    return kept


def unkept(record: Record) -> Shown:
    """What was only read, as if it stood on the desk."""
    version = Version(number=1, id=record.id, added=now(), reading=record.reading)
    return Shown(article=record.article, record=record, version=1, versions=(version,), captures=(), rulings=())
