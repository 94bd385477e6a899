"""A story through time, as a drawing made here: one row an outlet, a full dot for own work, a ring for a copy."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from runut.copies.texts import Text
from runut.reports.markup import Markup as Html
from runut.reports.markup import tag
from runut.reports.plain import elide
from runut.web.spots import article_address

WIDTH, LEFT, ROW, TOP = 940, 170, 26, 48
"""In SVG units, which are CSS pixels."""
DOT = 6
TICKS = 5


class Event(Struct, frozen=True, kw_only=True):
    """One article in time."""

    id: str
    outlet: str
    headline: str
    published: str
    second: float
    """Since 1970, UTC."""
    is_copy: bool
    source: str | None
    """The article that it has it from."""


class Timeline(Struct, frozen=True):
    """Articles in the order of time, and those that state none."""

    events: tuple[Event, ...]
    unplaced: int


def timeline(members: Sequence[Text], sources: dict[str, str], unknown: str) -> Timeline:
    """Place the articles that state a time, each in its newest version; `unknown` stands for an outlet not known."""
    newest = [one for one in members if "@" not in one.id]
    placed = [_event(one, sources, unknown) for one in newest if one.moment is not None]
    return Timeline(tuple(sorted(placed, key=lambda event: event.second)), len(newest) - len(placed))


def _event(one: Text, sources: dict[str, str], unknown: str) -> Event:
    assert one.moment is not None
    source = _source(one.id, sources)
    return Event(
        id=one.id,
        outlet=one.outlet or unknown,
        headline=one.headline or "",
        published=one.published or "",
        second=one.moment.earliest,
        is_copy=source is not None,
        source=source,
    )


def _source(name: str, sources: dict[str, str]) -> str | None:
    """The page that one has it from; a later version has it from an earlier one, which is no copying."""
    seen = {name}
    found = sources.get(name)
    while found and found not in seen and found.partition("@")[0] == name:
        seen.add(found)
        found = sources.get(found)
    return found.partition("@")[0] if found and found.partition("@")[0] != name else None


def drawing(events: Sequence[Event], title: str, ticks: Sequence[tuple[float, tuple[str, str]]]) -> Markup:
    """The drawing; the table beside it tells the same."""
    rows = list(dict.fromkeys(event.outlet for event in events))
    height = TOP + ROW * len(rows) + 12
    first, last = events[0].second, events[-1].second
    places = {e.id: (_x(e.second, first, last), TOP + ROW * rows.index(e.outlet) + ROW // 2) for e in events}
    parts: list[Html] = [tag("title", title)]
    for second, words in ticks:
        x = _x(second, first, last)
        parts.append(tag("line", x1=x, x2=x, y1=TOP - 8, y2=height))
        parts += [tag("text", line, x=x, y=16 + 16 * n, text_anchor="middle") for n, line in enumerate(words)]
    parts += [
        tag("text", elide(name, 24), x=LEFT - 14, y=TOP + ROW * n + ROW // 2 + 4, text_anchor="end")
        for n, name in enumerate(rows)
    ]
    parts += [_line(places[e.source], places[e.id]) for e in events if e.source in places]
    parts += [_dot(event, *places[event.id]) for event in events]
    view = f"0 0 {WIDTH} {height}"
    drawn = tag("svg", *parts, role="img", viewBox=view, width=WIDTH, height=height, class_="timeline")
    return Markup(drawn)  # noqa: S704  # `tag` escapes what it is given


def ticks(events: Sequence[Event]) -> list[float]:
    """Seconds at which the axis is marked, evenly apart."""
    first, last = events[0].second, events[-1].second
    if first == last:
        return [first]
    return [first + (last - first) * n / (TICKS - 1) for n in range(TICKS)]


def _x(second: float, first: float, last: float) -> int:
    share = (second - first) / (last - first) if last > first else 0.5
    return round(LEFT + 40 + share * (WIDTH - LEFT - 110))


def _dot(event: Event, x: int, y: int) -> Html:
    label = tag("title", f"{event.outlet}: {elide(event.headline, 80)}")
    return tag("circle", label, cx=x, cy=y, r=DOT, class_="copy" if event.is_copy else "own")


def _line(source: tuple[int, int], copy: tuple[int, int]) -> Html:
    return tag("line", x1=source[0], y1=source[1], x2=copy[0], y2=copy[1], class_="axis")


def target(name: str) -> str:
    """The address of an article, or of an earlier version of it."""
    key, _, version = name.partition("@")
    return article_address(key) + (f"?version={version}" if version else "")
