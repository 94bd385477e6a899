"""The chain as a drawing: an inline SVG whose colours come from the page's style sheet."""

from __future__ import annotations

from collections.abc import Iterator

from runut.reports import standing
from runut.reports.markup import Markup, tag
from runut.reports.plain import elide
from runut.reports.standing import Named
from runut.reports.texts import Texts
from runut.vocabulary import Record

# In SVG units, which are CSS pixels: a box takes two lines of 20 characters.
_BOX = (172, 64)
_GAP = (48, 20)
_LETTERS = 20
_ORIGINS = 4


def drawing(record: Record, texts: Texts) -> Markup:
    """From the page on the left to the farthest source on the right; an unnamed source has a broken border."""
    paths, origins = standing.paths(record), standing.sources(record)[:_ORIGINS]
    columns = 1 + max((len(path) for path in paths), default=0)
    rows = max(len(paths), len(origins), 1)
    parts = [
        *_paths(record, paths, texts),
        *_origins(origins, len(paths[0]) if len(paths) == 1 else columns - 1, texts),
    ]
    width = (columns + bool(origins)) * (_BOX[0] + _GAP[0]) - _GAP[0] + 2
    height = rows * (_BOX[1] + _GAP[1]) - _GAP[1] + 2
    title = texts.say("page.drawing_description", chain=" ← ".join(_names(record, paths, origins, texts)))
    return tag(
        "svg",
        tag("title", title),
        *parts,
        role="img",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        class_="drawing",
    )


def _names(record: Record, paths: list[list[Named]], origins: list[Named], texts: Texts) -> Iterator[str]:
    yield elide(standing.outlet(record).name or texts.say("relay.unknown"), 80)
    for who in (*(link for path in paths for link in path), *origins):
        yield _label(who, texts)


def _label(who: Named, texts: Texts) -> str:
    return texts.word("unnamed", who.unnamed) if who.unnamed else elide(who.name or "", 80)


def _paths(record: Record, paths: list[list[Named]], texts: Texts) -> Iterator[Markup]:
    outlet = standing.outlet(record).name or texts.say("relay.unknown")
    yield _box(0, 0, elide(outlet, 80), texts.say("relay.this"), "box own")
    for row, path in enumerate(paths):
        for column, link in enumerate(path, start=1):
            kind = record.relays[link.relay].kind if link.relay is not None else "carrier"
            yield _box(column, row, _label(link, texts), texts.word("relay", kind), "box")
            yield _arrow((column, row), (column - 1, row if column > 1 else 0))


def _origins(origins: list[Named], behind: int, texts: Texts) -> Iterator[Markup]:
    for row, origin in enumerate(origins):
        style = "box unnamed" if origin.unnamed else "box"
        yield _box(behind + 1, row, _label(origin, texts), "", style)
        yield _arrow((behind + 1, row), (behind, 0))


def _corner(column: int, row: int) -> tuple[int, int]:
    return 1 + column * (_BOX[0] + _GAP[0]), 1 + row * (_BOX[1] + _GAP[1])


def _box(column: int, row: int, name: str, kind: str, style: str) -> Markup:
    x, y = _corner(column, row)
    lines = _wrapped(name)
    top = y + (_BOX[1] - 18 * (len(lines) + bool(kind))) // 2 + 14
    labels = [tag("text", words, x=x + 12, y=top + 18 * at, class_="name") for at, words in enumerate(lines)]
    note = tag("text", kind, x=x + 12, y=top + 18 * len(lines), class_="kind") if kind else None
    return tag("g", tag("rect", x=x, y=y, width=_BOX[0], height=_BOX[1], rx=6), *labels, note, class_=style)


def _wrapped(name: str) -> list[str]:
    """At most two lines that fit a box."""
    words, lines = elide(name, 2 * _LETTERS - 2).split(), [""]
    for word in words:
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= _LETTERS or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    shown = lines if len(lines) <= 2 else [lines[0], " ".join(lines[1:])]
    return [elide(part, _LETTERS + 2) for part in shown]


def _arrow(start: tuple[int, int], end: tuple[int, int]) -> Markup:
    """From the source's box on the right to the box on the left that has it from there."""
    x1, y1 = _corner(*start)[0], _corner(*start)[1] + _BOX[1] // 2
    x2, y2 = _corner(*end)[0] + _BOX[0], _corner(*end)[1] + _BOX[1] // 2
    middle = (x1 + x2) // 2
    line = f"M{x1 - 3} {y1}C{middle} {y1} {middle} {y2} {x2 + 10} {y2}"
    head = f"M{x2 + 12} {y2 - 5}L{x2 + 4} {y2}L{x2 + 12} {y2 + 5}"
    return tag("path", d=line + head, class_="arrow")
