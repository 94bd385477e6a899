"""What somebody gives by hand: a link, a pasted text or a saved page, read as `runut read` reads it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from msgspec import Struct

from runut.capture import Options, take
from runut.capture.naming import require_web
from runut.capture.unpack import unpack
from runut.desk import Brought, Desk, Shown
from runut.desk.bringing import Read, read_capture
from runut.desk.bringing import keep as keep_all
from runut.desk.moments import now
from runut.desk.showing import Version
from runut.desk.weaving import AT_ONCE, weave
from runut.errors import InputFault, UsageFault
from runut.vocabulary import Capture, Record

PASTED = "pasted text"
"""How a capture is named that came from a form and from no file."""
_LINKS = re.compile(r"\s*(?:https?://\S+\s*)+", re.IGNORECASE)


class Given(Struct, frozen=True, kw_only=True):
    """One thing that was given: a link, or bytes with what is known of them."""

    name: str
    """The link, the file's name, or `pasted text`."""
    content: bytes | None = None
    """None for a link."""
    is_text: bool = False
    """Whether the content is a text that somebody pasted."""

    @property
    def is_link(self) -> bool:
        """Whether it is still to be fetched."""
        return self.content is None


def given(link: str, text: str, files: Sequence[tuple[str, bytes]]) -> list[Given]:
    """All that a form has: a link, a text or, instead of one, links below each other, and files."""
    links = [link.strip()] if link.strip() else []
    if _LINKS.fullmatch(text):
        links, text = [*links, *text.split()], ""
    pasted = [Given(name=PASTED, content=text.strip().encode(), is_text=True)] if text.strip() else []
    held = [Given(name=name or PASTED, content=content) for name, content in files if content]
    return [*(Given(name=one) for one in dict.fromkeys(links)), *pasted, *held]


def read(one: Given) -> Read:
    """Read one thing; a link is fetched through the gate. What cannot be had or read comes with the reason."""
    try:
        if one.content is None:
            found = next(iter(take([require_web(one.name)], options=Options())))
            return read_capture(found) if isinstance(found, Capture) else Read(one.name, None, reason=str(found.error))
        kind, charset = ("text/plain", "utf-8") if one.is_text else (None, None)
        return read_capture(unpack(Capture(one.name, one.content, media_type=kind, charset=charset)))
    except (InputFault, UsageFault) as fault:
        return Read(one.name, None, reason=str(fault))


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
