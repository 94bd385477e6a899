"""An HTML page cut into blocks, by one walk over its tree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from selectolax.lexbor import LexborNode

from runut.pages.page import Block, Link, Picture, Piece, Place

# What is inside these is no text of the page.
SILENT = [
    *"script style svg template iframe object embed canvas audio video select button textarea math noscript".split()
]
BLOCK = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot "
    "th thead tr ul".split()
)
INLINE = frozenset("a b cite em font i label small span strong time".split())
BOLD = frozenset("b strong h1 h2 h3 h4 h5 h6 th".split())
# Of each element that matters: whether it is a place, whether it is bold, whether it is inline.
ROLES = {tag: (tag in BLOCK, tag in BOLD, tag in INLINE) for tag in (*BLOCK, *BOLD, *INLINE, "br", "img")}
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
HIDDEN = re.compile(r"(?<!\S)(?:hide|hidden|d-none)(?!\S)")
WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
UNSEEN = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
# Bounds against pages made to exhaust: a page of news has some thousand blocks.
MOST_BLOCKS = 20_000
LONGEST_MARK = 300
# Lazy loaders keep the real address beside a placeholder.
ADDRESSES = ("data-src", "data-original", "data-lazy-src", "src")


@dataclass(slots=True)
class _Run:
    """The text gathered since the last block boundary."""

    parts: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    time: str | None = None


_Piece: TypeAlias = tuple[_Run, int, tuple[str, ...]]
"""An open inline element: the run it began in, where, and its marks."""
_Role: TypeAlias = tuple[bool, bool, bool]
_Open: TypeAlias = tuple[bool, bool, bool, _Piece | None]
"""Of an open element: whether it is a place, a link, bold; and the piece that it sets apart."""
PLAIN: _Open = (False, False, False, None)
"""How an element that changes nothing is remembered while it is open."""


class _Cutter:
    """Walks a tree once and cuts it into blocks; made for one page and thrown away."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.place = Place("body")
        self.run = _Run()
        self.gap = True
        self.link: str | None = None
        self.linked_from = 0
        self.boldness = 0
        self.opened: list[_Open] = []

    def cut(self, body: LexborNode) -> None:
        """Walk the tree in reading order; the one loop that every node of every page goes through."""
        node: LexborNode | None = body.child
        opened = self.opened
        while node is not None and len(self.blocks) < MOST_BLOCKS:
            tag = node.tag
            if tag == "-text":
                self._say(node.text_content or "")
            else:
                role = ROLES.get(tag or "")
                entry = PLAIN if role is None else self._enter(tag or "", node, role)
                if (child := node.child) is not None:
                    opened.append(entry)
                    node = child
                    continue
                self._leave(entry)
            following = node.next
            while following is None and opened and node is not None:
                self._leave(opened.pop())
                node = node.parent
                following = node.next if node is not None else None
            node = following
        self._flush()

    def _enter(self, tag: str, node: LexborNode, role: _Role) -> _Open:
        placed, bold, inline = role
        piece: _Piece | None = None
        if placed:
            self._step_in(tag, node.attributes)
        elif inline:
            placed, piece = self._note(tag, node.attributes)
        elif tag == "br":
            self._break()
        else:
            self._show(node.attributes)
        self.boldness += bold
        return placed, tag == "a", bold, piece

    def _note(self, tag: str, attributes: dict[str, str | None]) -> tuple[bool, _Piece | None]:
        """Remember what an inline element says of its words; the first value is True when it hides them."""
        if not attributes:
            return False, None
        marks, hidden = _told(attributes)
        if hidden:
            self._step_in(tag, attributes)
            return True, None
        if tag == "a":
            self.link, self.linked_from = attributes.get("href") or "", len(self.run.parts)
        if tag == "time":
            self.run.time = self.run.time or attributes.get("datetime")
        return False, (self.run, len(self.run.parts), marks) if marks else None

    def _leave(self, entry: _Open) -> None:
        if entry is PLAIN:
            return
        placed, linking, bold, piece = entry
        if piece is not None:
            self._end_piece(piece)
        if linking:
            self._end_link()
            self.link = None
        if placed:
            if self.run.parts:
                self._flush()
            self.gap = True
            self.place = self.place.above or self.place
        self.boldness -= bold

    def _step_in(self, tag: str, attributes: dict[str, str | None]) -> None:
        if self.run.parts:
            self._flush()
        self.gap = True
        above = self.place
        marks, hidden = _told(attributes)
        self.place = Place(tag, marks, above, above.depth + 1, above.hidden or hidden)

    def _say(self, text: str) -> None:
        parts = self.run.parts
        if text.isspace():
            if parts:
                parts.append(" ")
            return
        parts.append(text)
        if self.link is not None or self.boldness:
            size = len(" ".join(text.split()))
            self.run.linked += size if self.link is not None else 0
            self.run.bold += size if self.boldness else 0

    def _break(self) -> None:
        said = bool("".join(self.run.parts).strip())
        self._flush()
        self.gap = not said

    def _show(self, attributes: dict[str, str | None]) -> None:
        address = next((found for name in ADDRESSES if (found := attributes.get(name))), None)
        # An address inlined as data is a placeholder or an icon.
        if address and address.startswith("data:"):
            address = None
        picture = Picture(address, " ".join((attributes.get("alt") or "").split())[:1000])
        self.blocks.append(Block("", "img", self.place, picture=picture, pieces=(Piece("", _told(attributes)[0]),)))

    def _end_link(self) -> None:
        if self.link is None:
            return
        text = _clean(self.run.parts[self.linked_from :])
        if text:
            self.run.links.append(Link(text, self.link))
        self.linked_from = len(self.run.parts)

    def _end_piece(self, piece: _Piece) -> None:
        run, start, marks = piece
        if run is self.run and (text := _clean(run.parts[start:])):
            run.pieces.append(Piece(text, marks))

    def _flush(self) -> None:
        run = self.run
        if not run.parts:
            return
        self._end_link()
        text = _clean(run.parts)
        if text:
            self.blocks.append(self._block(text, run))
            self.gap = True
        self.run, self.linked_from = _Run(), 0

    def _block(self, text: str, run: _Run) -> Block:
        size = len(text)
        return Block(
            text=text,
            tag=self.place.tag,
            place=self.place,
            pieces=tuple(run.pieces),
            links=tuple(run.links),
            linked=min(run.linked, size),
            bold=min(run.bold, size),
            gap=self.gap,
            time=run.time,
        )


def cut_blocks(body: LexborNode) -> tuple[tuple[Block, ...], bool]:
    """Cut an element's content into blocks; the second value is True when there were too many to take all."""
    cutter = _Cutter()
    cutter.cut(body)
    return tuple(cutter.blocks), len(cutter.blocks) >= MOST_BLOCKS


def _clean(parts: list[str]) -> str:
    text = " ".join("".join(parts).split())
    return text if text.isascii() else " ".join(UNSEEN.sub("", text).split())


def _told(attributes: dict[str, str | None]) -> tuple[tuple[str, ...], bool]:
    """What the attributes tell: the marks, and whether they hide the element."""
    if not attributes:
        return (), False
    get = attributes.get
    marks, hidden = _read(get("class"), get("id"), get("role"), get("itemprop"), get("rel"))
    if not hidden:
        style = get("style")
        hidden = "hidden" in attributes or (style is not None and HIDING.search(style[:LONGEST_MARK]) is not None)
    return marks, hidden


@lru_cache(maxsize=8192)
def _read(shown: str | None, *others: str | None) -> tuple[tuple[str, ...], bool]:
    values = (shown, *others)
    found = [word.lower() for value in values if value for word in WORDS.findall(value[:LONGEST_MARK])]
    hidden = shown is not None and HIDDEN.search(shown[:LONGEST_MARK]) is not None
    return tuple(dict.fromkeys(found)), hidden
