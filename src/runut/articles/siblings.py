"""Blocks that the body left aside though they look like its own: headings between, paragraphs by their class."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from runut.articles.anchors import Anchors
from runut.articles.clocks import read_moment
from runut.articles.survey import END, WHOLE, Survey
from runut.articles.typed import BODY, BlockKind, TypedBlock
from runut.pages import Block, Place

HEADS = ("h2", "h3", "h4", "h5", "h6")
# Elements that belong to a paragraph or a list rather than hold an article.
FLOW = frozenset((*"p li ul ol dl dt dd blockquote pre td th tr tbody table h1".split(), *HEADS))
# Kinds that a class alone may give to a paragraph by mistake ("teaser-content").
BY_CLASS: frozenset[BlockKind] = frozenset(("related", "promo", "newsletter"))
BETWEEN: frozenset[BlockKind] = frozenset(("picture", "advertisement", "caption", "credit"))
# So many paragraphs of one look make it the look of the body.
ENOUGH = 3
# The summary of an article in code points, and how near the headline it stands in the tree.
SUMMARY = (60, 500)
NEAR = 5
# A heading that is marked up as a paragraph is a line.
LINE = 90


def home_of(place: Place) -> Place:
    """The container that a block's place belongs to, above paragraphs and lists."""
    for above in place.upward():
        if above.tag not in FLOW:
            return above
    return place


def look_again(
    settled: list[TypedBlock], view: Survey, span: tuple[int, int], anchors: Anchors, above: frozenset[Place]
) -> None:
    """Take in what stands among the body and looks like it; `above` are the places that hold its containers."""
    _dressed(settled, view, span, anchors)
    for index in range(*span):
        item = settled[index]
        if item.kind in ("other", "promo") and not _told_by_words(item) and _parts(settled, index, above):
            settled[index] = replace(item, kind="heading", reason="a heading between paragraphs")
    _asides(settled, view, span)
    _summary(settled, view, span, anchors)


def _dressed(settled: list[TypedBlock], view: Survey, span: tuple[int, int], anchors: Anchors) -> None:
    """Paragraphs in the dress of the body's own, whatever a word of their class says."""
    looks = Counter(_dress(item.block) for item in settled[span[0] : span[1]] if item.kind == "paragraph")
    start = anchors.main + 1 if anchors.main is not None and anchors.main < span[0] else span[0]
    for index in range(start, span[1]):
        item = settled[index]
        if item.kind not in BY_CLASS or not view.prose[index] or not item.reason.startswith("its class"):
            continue
        if item.block.place.marks and looks[_dress(item.block)] >= ENOUGH and not item.block.linked:
            settled[index] = replace(item, kind="paragraph", reason="it looks like the body's other paragraphs")


def _told_by_words(item: TypedBlock) -> bool:
    return item.kind != "other" and not item.reason.startswith("its class")


def _asides(settled: list[TypedBlock], view: Survey, span: tuple[int, int]) -> None:
    """What an `aside` holds among the text is no part of it, unless it holds the text."""
    for index in range(*span):
        item = settled[index]
        around = (place for place in item.block.place.upward(NEAR) if place.tag == "aside")
        aside = next(around, None) if item.kind in BODY else None
        if aside is not None and view.held.get(aside, 0) < WHOLE * max(1, view.total):
            settled[index] = replace(item, kind="box", reason="an aside among the text")


def _dress(block: Block) -> tuple[str, tuple[str, ...]]:
    return block.tag, block.place.marks


def _parts(settled: list[TypedBlock], index: int, above: frozenset[Place]) -> bool:
    """Whether a heading stands in a place beside those of the body, with body before and right after it."""
    block = settled[index].block
    line = block.tag == "p" and len(block.text) <= LINE and not END.search(block.text)
    if not (block.tag in HEADS or line) or block.linked or block.place.hidden:
        return False
    home = home_of(block.place)
    beside = any(place in above for place in home.upward(1 if line else 3))
    before = any(item.kind in BODY for item in settled[max(0, index - 6) : index])
    after = next((item for item in settled[index + 1 : index + 4] if item.kind not in BETWEEN), None)
    return beside and before and after is not None and after.kind in BODY


def _summary(settled: list[TypedBlock], view: Survey, span: tuple[int, int], anchors: Anchors) -> None:
    """The one piece of prose between headline and text, close to the headline, is the deck where no other is."""
    first = next((i for i in range(*span) if settled[i].kind in BODY), span[0])
    if anchors.main is None or anchors.main >= first:
        return
    between = range(anchors.main + 1, first)
    if any(settled[i].kind == "deck" for i in between):
        return
    prose = [i for i in between if view.prose[i] and settled[i].kind == "other"]
    text = settled[prose[0]].block.text if len(prose) == 1 else ""
    if not SUMMARY[0] <= len(text) <= SUMMARY[1] or read_moment(text):
        return
    around = set(settled[anchors.main].block.place.upward(NEAR))
    if any(place in around for place in settled[prose[0]].block.place.upward(NEAR) if place.tag != "body"):
        settled[prose[0]] = replace(settled[prose[0]], kind="deck", reason="the only prose between headline and text")
