"""The body's blocks joined to the article's text, without what opens and closes it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from runut.articles.anchors import Anchors
from runut.articles.datelines import NOTHING, Opening, read_opening
from runut.articles.identity import domain_of
from runut.articles.publishers import canonical_address, is_outlet
from runut.articles.typed import BODY, BlockKind, TypedBlock
from runut.articles.words import words_of
from runut.pages import Page
from runut.vocabulary import Paragraph, ParagraphKind

# Initials of those who made the text, at its very end: "(abc/def)".
INITIALS = re.compile(r"\s*[(\[]\s*[A-Za-z*]{2,10}(?:\s*[/|-]\s*[A-Za-z*]{1,10}){1,4}\s*[)\]]\s*\.?$")
MARKUP = re.compile(r"<[^<>]{0,500}>")
BREAK = re.compile(r"\n|<(?:br|/?p)\b[^<>]{0,100}>", re.IGNORECASE)
# A claimed text of this length, in code points, replaces a shown one of less than this share of it.
LEAST, SHOWN = 400, 0.4
KINDS: dict[BlockKind, ParagraphKind] = {
    "paragraph": "paragraph",
    "heading": "heading",
    "item": "item",
    "quote": "quote",
    "row": "row",
}


@dataclass(frozen=True, slots=True)
class BodyText:
    """The text with its parts, and what was cut off its beginning."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    dateline: str | None = None
    prefix: str | None = None
    """The outlet that opened the text ("Example - …")."""
    claimed: bool = False
    """True when the text is the one that the page gives by machine, since it shows hardly any."""


def join_body(page: Page, typed: tuple[TypedBlock, ...], anchors: Anchors) -> BodyText:
    """Join the body's blocks by blank lines, with the span of each."""
    parts = [(item.block.text, KINDS[item.kind], item.block.bold) for item in typed if item.kind in BODY]
    claimed = _claimed(anchors, sum(len(text) for text, _, _ in parts))
    parts = claimed or parts
    at, opening = _opening(page, parts, anchors)
    apart = None if opening.dateline else _apart(page, typed, anchors)
    if opening.length:
        text, kind, _ = parts[at]
        parts[at] = (text[opening.length :].lstrip(), kind, 0)
    if parts:
        text, kind, bold = parts[-1]
        parts[-1] = (INITIALS.sub("", text), kind, bold)
    kept = [(text, kind) for text, kind, _ in parts if text.strip()]
    paragraphs: list[Paragraph] = []
    start = 0
    for text, kind in kept:
        paragraphs.append(Paragraph(kind, (start, start + len(text))))
        start += len(text) + 2
    return BodyText(
        "\n\n".join(text for text, _ in kept),
        tuple(paragraphs),
        opening.dateline or apart,
        opening.carrier,
        bool(claimed),
    )


def _claimed(anchors: Anchors, shown: int) -> list[tuple[str, ParagraphKind, int]]:
    """The text that the page's linked data gives, where the page itself shows little of it (`shown` code points)."""
    text = anchors.body or ""
    if len(text) < LEAST or shown >= SHOWN * len(text):
        return []
    lines = (" ".join(html.unescape(MARKUP.sub(" ", line)).split()) for line in BREAK.split(text))
    return [(line, "paragraph", 0) for line in lines if line]


def _apart(page: Page, typed: tuple[TypedBlock, ...], anchors: Anchors) -> str | None:
    """The place in a dateline that is a block of its own, shortly before the text."""
    first = next((i for i, item in enumerate(typed) if item.kind in BODY), 0)
    for item in typed[max(0, first - 4) : first]:
        text = item.block.text
        if item.kind in ("other", "heading") and len(text) <= 60 and text.rstrip().endswith(("-", "–", "—")):
            opening = read_opening(text, _judge(page, anchors), item.block.bold)
            if opening.length >= len(text.rstrip()):
                return opening.dateline
    return None


def _opening(page: Page, parts: list[tuple[str, ParagraphKind, int]], anchors: Anchors) -> tuple[int, Opening]:
    """The first opening among the first parts: a pull quote may stand before the dateline."""
    judge = _judge(page, anchors)
    for index, (text, _, bold) in enumerate(parts[:3]):
        opening = read_opening(text, judge, bold)
        if opening.length and (index == 0 or opening.carrier):
            return index, opening
    return 0, NOTHING


def _judge(page: Page, anchors: Anchors) -> Callable[[str], bool]:
    """Tells the names of outlets: those in the registry, and the page's own with its channels (`ExampleSport`)."""
    own = {words_of(c.value) for c in page.claimed("og:site_name", "application-name")}
    own |= {words_of(value) for value in anchors.linked("publisher.name")}
    label = (domain_of(canonical_address(page) or page.url) or "").split(".")[-2:-1]
    hosts = (domain_of(canonical_address(page) or page.url) or "").split(".")
    labels = tuple(part for part in hosts if len(part) >= 5 or part in label)

    def judge(name: str) -> bool:
        mine = words_of(name)
        return mine in own or (bool(labels) and name.lower().startswith(labels)) or is_outlet(name)

    return judge
