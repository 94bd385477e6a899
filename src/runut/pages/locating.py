"""Where in a page's HTML the words of its article stand.

The page is read a second time, so that reading without this costs nothing. White space and signs without a shape are
left out of both the page and the article, since they are what differs between them; then each paragraph is looked up in
the order of the page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from runut.errors import TooLarge
from runut.pages.decoding import decode
from runut.pages.depth import too_deep
from runut.pages.parsing import LARGEST, is_html
from runut.pages.tags import Role, known_tags, text_number
from runut.vocabulary import Article, Capture, Paragraph, Span

# Parts blocks; it never stands in a text without white space.
EDGE = "\n"
# What is shown: all but white space and signs without a shape, in plain text also the marks of chats.
UNSEEN = "\\s\u200b-\u200f\u2060\ufeff\u00ad\u202a\u202c"
SHOWN = re.compile(f"[^{UNSEEN}]+")
SHOWN_PLAIN = re.compile(f"[^{UNSEEN}*_~]+")
# Only these paragraphs, counted from the first, may have lost what opened their block (a dateline).
OPENINGS = 3
MOST_MISSES = 200


class Passage(Struct, frozen=True):
    """Characters of one text node of a page."""

    node: str
    """Its path, such as `/html/body/div[2]/p[3]/text()[1]`; in plain text `/text()[1]`, the whole of it."""
    start: int
    """Half-open `[start, end)`, in code points of the node's text after character references are resolved."""
    end: int


class _Step(Struct, frozen=True, gc=False, eq=False):
    """An element or a text node, below another."""

    name: str
    number: int
    above: _Step | None = None


class _Node(Struct, frozen=True, gc=False, eq=False):
    """A text node, or a line of one: its text, where that begins in the node, and in the page's shown text."""

    step: _Step
    text: str
    offset: int
    start: int


class _Words(Struct, frozen=True, eq=False):
    """The text nodes of a page, and what they show in one string."""

    text: str = ""
    nodes: tuple[_Node, ...] = ()
    shown: re.Pattern[str] = SHOWN

    def of(self, text: str) -> str:
        """What is shown of a text."""
        return "".join(self.shown.findall(text))


def locate(capture: Capture, article: Article, spans: Iterable[Span]) -> tuple[tuple[Passage, ...], ...]:
    """Find the characters of the page that each span of `article.text` came from.

    `article` is what was recovered from this capture. A span over several nodes gives several passages, in order; one
    that is not from the page's visible tree gives none: text taken from machine-readable data, from a page too deep to
    build a tree of, or from another part of a joined article. White space at the ends of a passage is left out.

    Raises Unreadable and TooLarge as `parse` does.
    """
    words = _words_of(capture)
    found = _matched(words.text, [words.of(article.text[slice(*p.span)]) for p in article.paragraphs])
    placed = [(p, at) for p, at in zip(article.paragraphs, found, strict=True) if at is not None]
    return tuple(tuple(_of_span(words, article.text, span, placed)) for span in spans)


_Placed: TypeAlias = list[tuple[Paragraph, int]]
"""Paragraphs in order, each with where it begins in what the page shows."""


def _of_span(words: _Words, text: str, span: Span, placed: _Placed) -> Iterator[Passage]:
    index = bisect_right(placed, span[0], key=lambda item: item[0].span[1])
    while index < len(placed) and placed[index][0].span[0] < span[1]:
        yield from _passages(words, text, span, *placed[index])
        index += 1


def _words_of(capture: Capture) -> _Words:
    if len(capture.content) > LARGEST:
        raise TooLarge(f"{capture.source} has {len(capture.content):,} bytes; pages above {LARGEST:,} are not read.")
    decoded = decode(capture)
    if not is_html(capture, decoded.text):
        return _gathered(_lines(decoded.text), SHOWN_PLAIN)
    if too_deep(decoded.content):
        return _Words()
    try:
        body = LexborHTMLParser(decoded.content).body
    except SelectolaxError:
        return _Words()
    return _gathered(_texts(body), SHOWN) if body is not None else _Words()


_Text: TypeAlias = tuple[_Step, str, int] | None
"""A text node, what stands in it from an offset on, and that offset; None is the edge of a block."""


def _gathered(texts: Iterable[_Text], pattern: re.Pattern[str]) -> _Words:
    parts: list[str] = [EDGE]
    nodes: list[_Node] = []
    size = 1
    for found in texts:
        shown = EDGE if found is None else "".join(pattern.findall(found[1]))
        if not shown or shown == parts[-1] == EDGE:
            continue
        if found is not None:
            nodes.append(_Node(*found, size))
        parts.append(shown)
        size += len(shown)
    return _Words("".join((*parts, EDGE)), tuple(nodes), pattern)


def _lines(text: str) -> Iterator[_Text]:
    step, offset = _Step("text()", 1), 0
    for line in text.splitlines(keepends=True):
        yield step, line, offset
        yield None
        offset += len(line)


def _texts(body: LexborNode) -> Iterator[_Text]:
    """The text nodes of a tree in reading order, with the edges of blocks."""
    known, text = known_tags().get, text_number()
    root = _Step("body", 0, _Step("html", 0))
    # Of each open element: its next child, its step, the numbers of its children by name, whether it is a block.
    opened: list[tuple[LexborNode | None, _Step, dict[str, int], bool]] = [(body.first_child, root, {}, True)]
    while opened:
        node, above, counts, parting = opened.pop()
        if node is None:
            if parting:
                yield None
            continue
        opened.append((node.next, above, counts, parting))
        number = node.tag_id
        name = "text()" if number == text else node.tag or "*"
        counts[name] = counts.get(name, 0) + 1
        step = _Step(name, counts[name], above)
        if number == text:
            yield step, node.text_content or "", 0
        elif (tag := known(number)) is None or tag.role is not Role.SILENT:
            parting = tag is not None and tag.role in (Role.BLOCK, Role.BREAK)
            if parting:
                yield None
            opened.append((node.first_child, step, {}, parting))


def _matched(text: str, paragraphs: list[str]) -> list[int | None]:
    """Where each paragraph begins in the page's text: in order, and as close together as can be.

    The first places in order end the earliest; from that end on, the last places in order are the closest. So a teaser
    that repeats the first paragraph above the article is passed by.
    """
    found: list[int | None] = []
    at, misses = 0, 0
    for index, paragraph in enumerate(paragraphs):
        loose = index < OPENINGS or index == len(paragraphs) - 1
        place = _first(text, paragraph, at, loose=loose) if paragraph and misses < MOST_MISSES else -1
        misses += place < 0
        found.append(place if place >= 0 else None)
        at = place + len(paragraph) if place >= 0 else at
    end = at
    for index in range(len(paragraphs) - 1, -1, -1):
        here, paragraph = found[index], paragraphs[index]
        if here is None:
            continue
        exact = text.rfind(EDGE + paragraph + EDGE, here - 1, end + 1)
        end = found[index] = exact + 1 if exact >= 0 else text.rfind(paragraph, here, end)
    return found


def _first(text: str, paragraph: str, at: int, *, loose: bool) -> int:
    """The first place of a paragraph from `at` on: a whole block, or also a part of one when `loose`."""
    whole = text.find(EDGE + paragraph + EDGE, max(0, at - 1))
    part = text.find(paragraph, at) if loose or whole < 0 else -1
    return whole + 1 if whole >= 0 and (part < 0 or whole + 1 <= part) else part


def _passages(words: _Words, text: str, span: Span, paragraph: Paragraph, at: int) -> Iterator[Passage]:
    """The passages of the part of a span that lies within a paragraph, which begins at `at` in the page's text."""
    start, end = max(span[0], paragraph.span[0]), min(span[1], paragraph.span[1])
    if start >= end:
        return
    first = at + len(words.of(text[paragraph.span[0] : start]))
    last = first + len(words.of(text[start:end]))
    index = max(0, bisect_right(words.nodes, first, key=lambda node: node.start) - 1)
    while index < len(words.nodes) and words.nodes[index].start < last:
        node = words.nodes[index]
        index += 1
        if inside := _inside(words.shown, node.text, first - node.start, last - node.start):
            yield Passage(_path(node.step), node.offset + inside[0], node.offset + inside[1])


def _inside(shown: re.Pattern[str], text: str, first: int, last: int) -> Span | None:
    """Where what a node shows from the sign `first` to before `last` stands in its text."""
    seen, start, end = 0, -1, -1
    for run in shown.finditer(text):
        size = run.end() - run.start()
        if first < seen + size and seen < last:
            start = run.start() + max(0, first - seen) if start < 0 else start
            end = run.start() + min(size, last - seen)
        seen += size
        if seen >= last:
            break
    return (start, end) if start >= 0 else None


def _path(step: _Step) -> str:
    steps: list[str] = []
    here: _Step | None = step
    while here is not None:
        steps.append(f"{here.name}[{here.number}]" if here.number else here.name)
        here = here.above
    return "/" + "/".join(reversed(steps))
