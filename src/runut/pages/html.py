"""An HTML page cut into blocks, by one walk over its tree."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from selectolax.lexbor import LexborNode

from runut.pages.attributes import Attributes, told
from runut.pages.page import Block, Link, Picture, Piece, Place
from runut.pages.tags import Role, Tag, known_tags, text_number

UNSEEN = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
# Bounds against pages made to exhaust: a page of news has some thousand blocks, and some ten
# thousand code points of text.
MOST_BLOCKS = 10_000
MOST_TEXT = 500_000
# A list of at least so many links, of so many code points on average and with this share of its text, is a menu or
# the like; looking for them stops after so many links, since lists nest.
SHORTEST_LIST = 8
LONGEST_LABEL = 60
LINKED = 0.8
MOST_LOOKED = 20_000
# Lazy loaders keep the real address beside a placeholder.
ADDRESSES = ("data-src", "data-original", "data-lazy-src", "src")

_Piece: TypeAlias = tuple[int, int, tuple[str, ...]]
"""An open inline element: the run it began in, where in it, and its marks."""


class _Open(NamedTuple):
    """What an open element does until it closes."""

    placed: bool = False
    linking: bool = False
    bold: bool = False
    piece: _Piece | None = None


PLAIN = _Open()
"""Of an element that changes nothing."""
PLACE = _Open(placed=True)
LINK = _Open(linking=True)
BOLD = _Open(bold=True)
WHOLE = _Open(placed=True)
"""Of an element that was taken as one, so that nothing in it needs a look."""


class _Cutter:
    """Walks a tree once and cuts it into blocks; made for one page and thrown away.

    Every node of every page comes through here, so what is not needed is not asked for, and what was worked out last
    is kept: most blocks are one text within one link.
    """

    __slots__ = (
        "blocks",
        "bold",
        "boldness",
        "gap",
        "left",
        "link",
        "linked",
        "linked_from",
        "links",
        "looked",
        "neat",
        "parts",
        "pending",
        "pieces",
        "place",
        "raw",
        "run",
        "spaced",
        "time",
    )  # fmt: skip

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.place = Place("body")
        # Elements below that place that are open and hold no block so far: many never do.
        self.pending: list[tuple[str, LexborNode]] = []
        self.gap = True
        self.link: str | None = None
        self.linked_from = 0
        self.boldness = 0
        # The text gathered since the last boundary, and what is known of it; `run` counts these.
        self.run = 0
        self.parts: list[str] = []
        self.links: list[Link] = []
        self.pieces: list[Piece] = []
        self.linked = 0
        self.bold = 0
        self.time: str | None = None
        self.spaced = False
        self.looked = 0
        self.left = MOST_TEXT
        # The last text that was cleaned, before and after.
        self.raw = self.neat = ""

    def cut(self, body: LexborNode) -> None:
        """Walk the tree in reading order."""
        node: LexborNode | None = body.first_child
        known, text = known_tags().get, text_number()
        opened: list[tuple[LexborNode, _Open]] = []
        while node is not None:
            if (number := node.tag_id) == text:
                said = node.text_content
                if said and not said.isspace():
                    self._say(said)
                else:
                    self.spaced = True
            elif (tag := known(number)) is None or tag.role is not Role.SILENT:
                child = node.first_child
                entry = PLAIN if tag is None else self._enter(tag, node, empty=child is None)
                if child is not None and entry is not WHOLE:
                    opened.append((node, entry))
                    node = child
                    continue
                if entry is not PLAIN:
                    self._leave(entry)
            following = node.next
            while following is None and opened:
                node, entry = opened.pop()
                if entry is not PLAIN:
                    self._leave(entry)
                following = node.next
            node = following if self.left > 0 and len(self.blocks) < MOST_BLOCKS else None
        self._flush()

    def _enter(self, tag: Tag, node: LexborNode, *, empty: bool) -> _Open:
        role = tag.role
        if role is Role.BLOCK:
            if self.parts:
                self._flush()
            self.gap, self.spaced = True, False
            return PLAIN if empty else self._step_in(tag, node)
        if role is Role.INLINE:
            return self._note(tag, node)
        if role is Role.BREAK:
            self._break()
        else:
            self._show(node.attributes)
        return PLAIN

    def _step_in(self, tag: Tag, node: LexborNode) -> _Open:
        self.pending.append((tag.name, node))
        if tag.listing and self._list(node):
            return WHOLE
        if not tag.bold:
            return PLACE
        self.boldness += 1
        return _Open(placed=True, bold=True)

    def _list(self, node: LexborNode) -> bool:
        """Take a list of short links, such as a menu, as one block; False when it is none."""
        if self.looked > MOST_LOOKED:
            return False
        found = node.css("a")
        self.looked += len(found)
        if len(found) < SHORTEST_LIST:
            return False
        labels = [(clean(link.text(deep=True)), link) for link in found]
        size = sum(len(label) for label, _ in labels)
        if size > LONGEST_LABEL * len(labels) or size < LINKED * len(clean(node.text(deep=True))):
            return False
        if node.css_first("h1") is not None:
            return False
        links = tuple(Link(label, link.attributes.get("href") or "") for label, link in labels if label)
        text = " ".join(link.text for link in links)
        if text:
            place = self._here()
            self.blocks.append(Block(text, place.tag, place, (), links, len(text)))
        return True

    def _note(self, tag: Tag, node: LexborNode) -> _Open:
        """Remember what an inline element says of its words; one that hides them is a place of its own."""
        attributes = node.attributes
        self.boldness += tag.bold
        linking = tag.name == "a"
        if not attributes:
            return LINK if linking else BOLD if tag.bold else PLAIN
        marks, hidden = told(attributes)
        if hidden:
            self._flush()
            self.gap = True
            self.pending.append((tag.name, node))
            return _Open(placed=True, linking=linking, bold=tag.bold)
        if linking:
            self.link, self.linked_from = attributes.get("href") or "", len(self.parts)
        elif tag.name == "time":
            self.time = self.time or attributes.get("datetime")
        if not marks:
            return LINK if linking else BOLD if tag.bold else PLAIN
        return _Open(linking=linking, bold=tag.bold, piece=(self.run, len(self.parts), marks))

    def _leave(self, entry: _Open) -> None:
        if entry is PLACE:
            self._step_out()
            return
        placed, linking, bold, piece = entry
        if piece is not None:
            self._end_piece(piece)
        if linking:
            self._end_link()
            self.link = None
        if placed:
            self._step_out()
        self.boldness -= bold

    def _step_out(self) -> None:
        if self.parts:
            self._flush()
        self.gap, self.spaced = True, False
        if self.pending:
            self.pending.pop()
        else:
            self.place = self.place.above or self.place

    def _here(self) -> Place:
        """The place that a block stands in."""
        place = self.place
        if self.pending:
            for name, node in self.pending:
                attributes = node.attributes
                marks, hidden = told(attributes) if attributes else ((), False)
                place = Place(name, marks, place, place.depth + 1, place.hidden or hidden)
            self.place = place
            self.pending.clear()
        return place

    def _say(self, text: str) -> None:
        parts = self.parts
        if parts and self.spaced:
            parts.append(" ")
        self.spaced = False
        if len(text) > self.left:
            text = text[: self.left]
        self.left -= len(text)
        parts.append(text)
        if self.link is not None or self.boldness:
            size = len(self._clean(text))
            self.linked += size if self.link is not None else 0
            self.bold += size if self.boldness else 0

    def _break(self) -> None:
        said = bool(self.parts)
        self._flush()
        self.gap = not said

    def _show(self, attributes: Attributes) -> None:
        address = next((found for name in ADDRESSES if (found := attributes.get(name))), None)
        # An address inlined as data is a placeholder or an icon.
        if address and address.startswith("data:"):
            address = None
        picture = Picture(address, " ".join((attributes.get("alt") or "").split())[:1000])
        self.blocks.append(Block("", "img", self._here(), (Piece("", told(attributes)[0]),), picture=picture))

    def _end_link(self) -> None:
        if self.link is None or self.linked_from >= len(self.parts):
            return
        if text := self._joined(self.linked_from):
            self.links.append(Link(text, self.link))
        self.linked_from = len(self.parts)

    def _end_piece(self, piece: _Piece) -> None:
        run, start, marks = piece
        if run == self.run and start < len(self.parts) and (text := self._joined(start)):
            self.pieces.append(Piece(text, marks))

    def _joined(self, start: int) -> str:
        parts = self.parts
        return self._clean(parts[start] if start == len(parts) - 1 else "".join(parts[start:]))

    def _clean(self, text: str) -> str:
        if text is not self.raw:
            self.raw, self.neat = text, clean(text)
        return self.neat

    def _flush(self) -> None:
        self.spaced = False
        parts = self.parts
        if not parts:
            return
        if self.link is not None:
            self._end_link()
        if text := self._joined(0):
            size, place, pieces, links = len(text), self._here(), self.pieces, self.links
            linked, bold = min(self.linked, size), min(self.bold, size)
            self.blocks.append(
                Block(text, place.tag, place, tuple(pieces), tuple(links), linked, bold, self.gap, self.time)
            )
            self.gap = True
        self.run += 1
        parts.clear()
        if self.links:
            self.links.clear()
        if self.pieces:
            self.pieces.clear()
        self.linked = self.bold = self.linked_from = 0
        self.time = None


def cut_blocks(body: LexborNode) -> tuple[tuple[Block, ...], bool]:
    """Cut an element's content into blocks; the second value is True when there were too many to take all."""
    cutter = _Cutter()
    cutter.cut(body)
    return tuple(cutter.blocks), cutter.left <= 0 or len(cutter.blocks) >= MOST_BLOCKS


def clean(text: str) -> str:
    """A text as it is shown: runs of white space are one space, and signs without a shape are left out."""
    # Most texts are so already: all signs are printable, which the space alone among white space is.
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text
    text = " ".join(text.split())
    return text if text.isprintable() else " ".join(UNSEEN.sub("", text).split())
