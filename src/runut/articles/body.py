"""Which blocks are the article's text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from msgspec.structs import replace

from runut.articles.anchors import Anchors
from runut.articles.marks import kinds_of
from runut.articles.siblings import home_of, look_again
from runut.articles.survey import END, Survey, weight
from runut.articles.typed import BlockKind, TypedBlock
from runut.articles.words import words_of
from runut.pages import Block, Place

HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
ITEMS = ("li", "dd", "dt")
# What each kind of block counts toward a run of body text. Asides within a text cost little, since texts
# hold them; menus, comments and footers cost what parts two texts.
COST: dict[BlockKind, float] = {
    "related": 0.15,
    "promo": 0.1,
    "box": 0.1,
    "advertisement": 0.05,
    "picture": 0.02,
    "caption": 0.15,
    "credit": 0.1,
    "correction": 0.1,
    "paywall": 0.5,
    "share": 0.2,
    "newsletter": 0.3,
    "byline": 0.3,
    "date": 0.3,
    "source": 0.4,
    "pagination": 0.2,
    "tags": 0.8,
    "breadcrumb": 1.0,
    "headline": 3.0,
    "deck": 0.0,
    "biography": 1.0,
    "menu": 1.0,
    "comment": 1.5,
    "end": 4.0,
    "footer": 3.0,
}
OUTSIDE = -0.5
"""What a block outside the article's own element counts at the most."""
# Share of the body's prose from which on a container is one of the body's own.
HOME = 0.12
# Where the body's own containers hold this share of its prose, prose outside them is somebody else's.
STRICT = 0.9
# How many blocks of noise may part a piece of prose from the rest of the body.
FAR = 30


def find_body(typed: list[TypedBlock], view: Survey, anchors: Anchors) -> tuple[int, int]:
    """The run of blocks `[start, end)` with the most prose and the least else (maximum subsequence).

    After Pasternack and Roth, "Extracting article text from the web with maximum subsequence segmentation" (2009).
    """
    scores = [_score(item, view.prose[i]) for i, item in enumerate(typed)]
    if (article := _article_of(typed, view, anchors)) is not None:
        scores = [
            score if _is_within(item.block.place, article) else min(score, OUTSIDE)
            for score, item in zip(scores, typed, strict=True)
        ]
    first = _after_headline(scores, anchors)
    best, best_sum, start, running = (first, first), 0.0, first, 0.0
    for index in range(first, len(scores)):
        if running <= 0:
            start, running = index, 0.0
        running += scores[index]
        if running > best_sum:
            best, best_sum = (start, index + 1), running
    return best


def _is_within(place: Place, holder: Place) -> bool:
    at: Place | None = place
    while at is not None and at.depth > holder.depth:
        at = at.above
    return at is holder


def _article_of(typed: list[TypedBlock], view: Survey, anchors: Anchors) -> Place | None:
    """The `article` element around the headline, where it holds a good part of the prose: others are other articles."""
    if anchors.main is None:
        return None
    for place in typed[anchors.main].block.place.upward():
        if place.tag == "article":
            return place if view.held.get(place, 0) >= max(500, 0.25 * view.total) else None
    return None


def _after_headline(scores: list[float], anchors: Anchors) -> int:
    """Text begins after the headline, unless most of the page's prose stands before it."""
    gains = [max(0.0, s) for s in scores]
    total = sum(gains)
    for index in reversed(anchors.headlines):
        if total and sum(gains[index:]) >= 0.5 * total:
            return index + 1
    return 0


def _score(item: TypedBlock, prose: bool) -> float:
    if item.kind in COST:
        return -COST[item.kind]
    block = item.block
    if block.tag == "h1":
        return -COST["headline"]
    size = weight(block.text)
    if prose:
        return min(size, 600) / 100
    if block.linked > 0.6 * len(block.text):
        return -0.5
    return 0.15 if END.search(block.text) and size > 30 else -0.12


def settle_body(typed: list[TypedBlock], span: tuple[int, int], view: Survey, anchors: Anchors) -> list[TypedBlock]:
    """Give the blocks of the body their kinds; what stands among them without belonging keeps or gets another."""
    if span[0] == span[1]:
        return _captions_as_text(typed)
    homes = _homes(typed, span, view)
    start, end = _begun(typed, span[0], homes, view, anchors), _extended(typed, span[1], homes, view)
    start = _headed(typed, start, homes)
    settled = list(typed)
    first = next((i for i in range(start, end) if home_of(typed[i].block.place) in homes.places), start)
    for index in range(start, end):
        item = typed[index]
        if item.kind == "other" or (item.kind in ("deck", "date") and index > start + 1):
            settled[index] = _settle(item, view.prose[index], homes, early=index < first)
    look_again(settled, view, (start, end), anchors, homes.above)
    _lead(settled, span, anchors)
    _points(settled, start)
    return settled


def _points(settled: list[TypedBlock], start: int) -> None:
    """A list before the first paragraph sums the article up; it is no text."""
    for index in range(start, len(settled)):
        item = settled[index]
        if item.kind in ("paragraph", "heading", "quote"):
            return
        if item.kind == "item":
            settled[index] = replace(item, kind="promo", reason="a summary before the text")


def _captions_as_text(typed: list[TypedBlock]) -> list[TypedBlock]:
    """A gallery without other text is told by its captions."""
    long = [i for i, item in enumerate(typed) if item.kind == "caption" and len(item.block.text) >= 80]
    if len(long) < 2:
        return typed
    return [
        replace(item, kind="paragraph", reason="a caption on a page without other text") if i in set(long) else item
        for i, item in enumerate(typed)
    ]


def _headed(typed: list[TypedBlock], start: int, homes: _Homes) -> int:
    """A heading right before the text, in its own container, opens it."""
    for index in range(start - 1, max(-1, start - 4), -1):
        item = typed[index]
        if item.kind not in ("other", "picture", "advertisement"):
            break
        heads = item.block.tag in HEADS and not item.block.linked
        if heads and item.kind == "other" and home_of(item.block.place) in homes.places:
            return index
    return start


def _begun(typed: list[TypedBlock], start: int, homes: _Homes, view: Survey, anchors: Anchors) -> int:
    """Prose in the body's own containers that noise parts from the rest begins the text."""
    least = max(anchors.main + 1 if anchors.main is not None else start, start - FAR)
    own = [i for i in range(least, start) if view.prose[i] and typed[i].kind == "other"]
    return next((i for i in own if home_of(typed[i].block.place) in homes.places), start)


def _extended(typed: list[TypedBlock], end: int, homes: _Homes, view: Survey) -> int:
    """Short lines at the end of the body's own container (a list, a table, contacts) are body too."""
    reach = end
    for index in range(end, min(len(typed), end + 400)):
        item = typed[index]
        if item.kind in ("end", "footer", "comment", "source", "tags", "biography", "byline") or index - reach > FAR:
            break
        if index - reach > 8 and not view.prose[index]:
            continue
        home = home_of(item.block.place)
        at_home = home in homes.places and home.tag != "body"
        if item.kind == "other" and at_home and item.block.linked < 0.5 * len(item.block.text):
            reach = index + 1
    return reach


@dataclass(frozen=True, slots=True)
class _Homes:
    """The containers of the body: by identity, by look (tag and marks), and those above them."""

    places: frozenset[Place]
    looks: frozenset[tuple[str, tuple[str, ...]]]
    above: frozenset[Place]
    share: float
    """The share of the body's prose that stands in them."""


def _look(place: Place) -> tuple[str, tuple[str, ...]]:
    return place.tag, place.marks


def _homes(typed: list[TypedBlock], span: tuple[int, int], view: Survey) -> _Homes:
    held: Counter[Place] = Counter()
    looks: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for index in range(*span):
        if view.prose[index] and typed[index].kind == "other":
            home = home_of(typed[index].block.place)
            size = weight(typed[index].block.text)
            held[home] += size
            looks[_look(home)] += size
    total = held.total()
    alike = frozenset(look for look, size in looks.items() if size >= HOME * total)
    places = frozenset(home for home, size in held.items() if size >= HOME * total or _look(home) in alike)
    above = frozenset(up for home in places for up in list(home.upward(4))[1:] if up.tag != "body")
    return _Homes(places, alike, above, sum(held[home] for home in places) / max(1, total))


def _settle(item: TypedBlock, prose: bool, homes: _Homes, *, early: bool) -> TypedBlock:
    block = item.block
    home = home_of(block.place)
    at_home = home in homes.places or _look(home) in homes.looks
    if not at_home and not _visits(block, home, prose, homes, early=early):
        return item
    if block.linked > 0.8 * len(block.text) and not (prose or END.search(block.text)):
        return replace(item, kind="related", reason="a line that is all link, within the text")
    return TypedBlock(block, _paragraph_kind(block, prose), "it stands among the text")


def _visits(block: Block, home: Place, prose: bool, homes: _Homes, *, early: bool) -> bool:
    """Whether a block outside the body's own containers is body: prose where they hold little, a heading above them.

    `early` tells that none of them has begun; what holds them may then hold the text's opening as well.
    """
    if prose:
        return homes.share < STRICT or (early and home in homes.above and bool(END.search(block.text)))
    if block.tag in HEADS and home in homes.above:
        return not block.linked
    inside = home.above is not None and home_of(home.above) in homes.places
    return inside and not home.marks and not block.linked


def _paragraph_kind(block: Block, prose: bool) -> BlockKind:
    if block.tag in HEADS:
        return "heading"
    if block.tag in ITEMS:
        return "item"
    if block.tag in ("td", "th"):
        return "row"
    if any(place.tag == "blockquote" for place in block.place.upward(4)):
        return "quote"
    short = len(block.text) <= 110 and not block.text.endswith((".", ",", ";", "”", '"'))
    if short and not prose and (block.bold >= 0.9 * len(block.text) or block.tag == "line"):
        return "heading"
    return "paragraph"


def _lead(settled: list[TypedBlock], span: tuple[int, int], anchors: Anchors) -> None:
    """The summary that the page claims is a deck where it stands before the text and apart from it."""
    summary = words_of(anchors.description or "")
    if len(summary) < 4:
        return
    for index in range(max(0, span[0] - 12), min(len(settled), span[0] + 2)):
        item = settled[index]
        mine = words_of(item.block.text)
        short = min(len(mine), len(summary))
        same = mine == summary or (short >= 8 and mine[:short] == summary[:short])
        if (
            item.kind not in ("headline", "deck", "picture")
            and not _is_caption(item)
            and same
            and _apart(settled, index, span)
        ):
            settled[index] = replace(item, kind="deck", reason="it is the summary that the page claims")


def _is_caption(item: TypedBlock) -> bool:
    """Whether the markup itself calls a block a caption; one that only stands by a picture may be the summary."""
    told = "caption" in kinds_of(item.block.place.marks) or item.block.tag == "figcaption"
    return item.kind in ("caption", "credit") and told


def _apart(settled: list[TypedBlock], index: int, span: tuple[int, int]) -> bool:
    home = home_of(settled[index].block.place)
    after = next((s for s in settled[index + 1 : span[1]] if s.kind == "paragraph"), None)
    return after is not None and (home_of(after.block.place) is not home or settled[index].block.tag in HEADS)
