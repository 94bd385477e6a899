"""Agencies credited in brackets: at the dateline, `JAKARTA (Antara) —`, or behind the last word, `(AFP)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runut.chains.carrier import Carrier
from runut.chains.owning import Owner
from runut.chains.reading import MEDIA, Named
from runut.outlets import OutletEntry, find
from runut.text import Prose
from runut.vocabulary import Span

DATELINE = re.compile(r"[^()\n]{0,60}\(([^()\n]{2,40})\)\s*[-—–]")
LAST = re.compile(r"\(([^()\n]{2,40})\)[\s.]*\Z")
PARTED = re.compile(r"[/,&]")
# No credit in brackets that ends a text is longer, in code points.
TAIL = 60


def bracketed(prose: Prose, owner: Owner) -> list[Carrier]:
    """The agency in brackets at the dateline and the one at the end; neither has a cue but its brackets."""
    text = prose.text
    found = [DATELINE.match(text), LAST.search(text, max(0, len(text) - TAIL))]
    return [
        _carrier(prose, match, span, entry, owner)
        for match in found
        if match is not None
        for span in _parts(match)
        if (entry := _agency(text[slice(*span)])) is not None
    ]


def _parts(match: re.Match[str]) -> Iterator[Span]:
    """What stands in the brackets, or each of several agencies there (`(Antara|/AFP)`)."""
    at = match.start(1)
    for part in PARTED.split(match.group(1)):
        start = at + len(part) - len(part.lstrip())
        yield start, start + len(part.strip())
        at += len(part) + 1


def _agency(written: str) -> OutletEntry | None:
    """An outlet written as a name: `(ard)` at the end is an editor."""
    entry = find(written)
    named = entry is not None and (written in entry.names or written == entry.name.upper())
    return entry if entry is not None and named and entry.kind in MEDIA else None


def _carrier(prose: Prose, match: re.Match[str], span: Span, entry: OutletEntry, owner: Owner) -> Carrier:
    words = match.start(1) - 1, match.end(1) + 1
    named = Named(0, 0, prose.text[slice(*span)], entry.kind, 0, entry)
    return Carrier(
        words=words,
        cue=words,
        name_span=span,
        name=named.name,
        kind=entry.kind,
        frame="closing",
        introduces=False,
        relay=not owner.owns(named),
        sentence=prose.sentence_at(words[0]),
        known=True,
    )
