"""The opening of a text: the outlet's prefix and the place, cut off and kept apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from runut.articles.clocks import read_moment

DASH = re.compile(r"\s*(?:-{1,3}|[–—―])\s*(?=\S|$)|\s*:\s+(?=[A-Z\"“])")
BRACKETS = re.compile(r"\(([^()]{2,60})\)")
SITE = re.compile(r"(?<!\w)[\w-]{2,40}(?:\.(?:co|my|web|or))?\.(?:com|id|co|net|org|tv|news)(?!\w)", re.IGNORECASE)
SITE_FIRST = re.compile(rf"({SITE.pattern})\s*,\s*", re.IGNORECASE)
CAPITAL = re.compile(r"[A-Z][\w.'’-]*")
SPLIT = re.compile(r"\s*[,|•/]\s*")
PLACE = re.compile(r"[A-Z][\w.'’-]*(?:[ /-][A-Z][\w.'’-]*){0,3}")
LONGEST = 110


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before the first word of a text."""

    length: int
    """How many code points of the text it takes."""
    dateline: str | None = None
    carrier: str | None = None
    """The outlet or agency that it names."""


NOTHING = Opening(0)


def read_opening(text: str, is_outlet: Callable[[str], bool], bold: int = 0) -> Opening:
    """Read `JAKARTA, KOMPAS.com - `, `Jakarta (ANTARA) - `, `Pantau - ` and the like at the start of a text.

    `is_outlet` knows the names of outlets; `bold` tells how long a bold opening is, for pages
    that set the dateline apart in bold and without a dash.
    """
    for dash in DASH.finditer(text[: LONGEST + 4]):
        opening = _read(text[: dash.start()], dash.end(), text, is_outlet)
        if opening is not None:
            return opening
        if text[dash.start() : dash.end()].strip() != dash.group() or dash.start() > LONGEST:
            continue
    return _without_dash(text, bold)


def _read(head: str, length: int, text: str, is_outlet: Callable[[str], bool]) -> Opening | None:
    if not head or len(head) > LONGEST or head[0] in "\"“'‘":
        return None
    carriers = [c.strip() for c in BRACKETS.findall(head)]
    bare = BRACKETS.sub(" ", head)
    places: list[str] = []
    for part in (raw.strip(" .") for raw in SPLIT.split(bare)):
        if not part or part.isdigit():
            continue
        # "NTB" is a province and an agency; beside "(ANTARA)" it is the place.
        if SITE.fullmatch(part) or (not carriers and is_outlet(part)):
            carriers.append(part)
        elif read_moment(part) or (any(ch.isdigit() for ch in part) and len(part.split()) <= 4):
            continue
        else:
            places.append(part)
    return _judged(places, carriers, length, text, head)


def _judged(places: list[str], carriers: list[str], length: int, text: str, head: str) -> Opening | None:
    carrier = carriers[0] if carriers else None
    if not places:
        return Opening(length, None, carrier) if carrier else None
    if len(places) > 3 or not all(PLACE.fullmatch(place) for place in places):
        return None
    spaced = text[length - 1 : length].isspace() or length == len(text)
    follows = text[length : length + 1]
    if carrier is None and not (spaced and len(places) <= 2 and not follows.islower() and _is_place(head)):
        return None
    return Opening(length, ", ".join(places), carrier)


def _is_place(head: str) -> bool:
    """Without an outlet beside it a place must be short: in capitals, or of at most three words."""
    return len(head) <= 40 and (head.isupper() or len(head.split()) <= 3)


def _without_dash(text: str, bold: int) -> Opening:
    """`Example.com, Jakarta Rain fell`: the place is what is bold, or the one word after the outlet."""
    found = SITE_FIRST.match(text)
    if not found:
        return NOTHING
    rest = text[found.end() :]
    taken = rest[: bold - found.end()].strip(" ,-") if found.end() < bold <= found.end() + 40 else ""
    if not (taken and PLACE.fullmatch(taken)):
        word = CAPITAL.match(rest)
        taken = word.group() if word and rest[word.end() : word.end() + 1].isspace() else ""
    if not taken:
        return NOTHING
    after = text.index(taken, found.end()) + len(taken)
    while after < len(text) and text[after] in " ,-–—":
        after += 1
    return Opening(after, taken, found[1])
