"""How prose is spread over the places of a page: what is a container of text, and what only an edge."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from runut.articles.marks import ELEMENTS, kinds_of, with_kinds
from runut.articles.typed import BlockKind
from runut.pages import Block, Page, Place

STOPS = re.compile(r"[.!?…。！？।][\"”’'»)\]」』]*(?=\s|$|[\"“]|[^\x00-\x7f])|[,;:] ")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
END = re.compile(r"[.!?…:;,。！？।][\"”’'»)\]」』*]*$|[\"”’»」』)]$")
# A paragraph of news is hardly shorter; menu entries and headlines are hardly longer without a stop.
SHORTEST_PROSE = 70
# A place that holds this share of the prose is the page itself: its marks say nothing of its parts.
WHOLE = 0.4
LONGEST_LINE = 160
# Elements that tell something without a class.
TOLD = frozenset((*ELEMENTS, "footer"))
# A page is cut off far above this depth.
DEEPEST = 1000


# Each block is weighed for several ends.
@lru_cache(maxsize=512)
def weight(text: str) -> int:
    """Length in letters of an alphabet: a Han, kana, Hangul or Thai character says about as much as two."""
    return len(text) + len(WIDE.findall(text)) * 2 if not text.isascii() else len(text)


def is_prose(block: Block) -> bool:
    """Whether a block reads like running text: long enough, with stops, and not mostly links."""
    size = weight(block.text)
    if size < SHORTEST_PROSE or block.linked > 0.5 * len(block.text):
        return False
    return bool(END.search(block.text[-8:])) or len(STOPS.findall(block.text)) >= 2


@dataclass(frozen=True, slots=True, eq=False)
class Survey:
    """What was learnt of all blocks of a page."""

    prose: tuple[bool, ...]
    total: int
    """Weight of all prose."""
    held: dict[int, int]
    """Weight of prose inside each place, by `id`."""
    marked: dict[int, tuple[BlockKind, ...]]
    """What the marks of each place, and of those above it, say; nearest first."""

    def kinds(self, block: Block) -> tuple[BlockKind, ...]:
        """What the markup says that this block is, nearest element first."""
        around = self.marked.get(id(block.place), ())
        if not block.pieces:
            return around
        # In a paragraph a marked word or two say nothing of the whole.
        whole = len(block.text) <= LONGEST_LINE
        inner: list[str] = []
        for piece in block.pieces:
            if whole or len(piece.text) * 2 >= len(block.text):
                inner += piece.marks
        return with_kinds(kinds_of(tuple(inner)), around)


def survey(page: Page, main: int | None = None) -> Survey:
    """Look over a page once; linear in its blocks. `main` is the index of the block that shows the headline."""
    prose = tuple([is_prose(block) for block in page.blocks])
    held: dict[int, int] = {}
    total = 0
    for block, running in zip(page.blocks, prose, strict=True):
        if running:
            size = weight(block.text)
            total += size
            for place in block.place.upward():
                held[id(place)] = held.get(id(place), 0) + size
    marked: dict[int, tuple[BlockKind, ...]] = {}
    if main is not None:
        # What holds the headline holds the article, whatever its class says.
        marked.update((id(place), ()) for place in list(page.blocks[main].place.upward(DEEPEST))[1:])
    for block in page.blocks:
        if id(block.place) not in marked:
            _mark(block.place, held, WHOLE * max(1, total), marked)
    return Survey(prose, total, held, marked)


def _mark(place: Place, held: dict[int, int], whole: float, marked: dict[int, tuple[BlockKind, ...]]) -> None:
    """Tell what a place and those above it are; each place is looked at once."""
    chain: list[Place] = []
    above: Place | None = place
    while above is not None and len(chain) < DEEPEST and id(above) not in marked and held.get(id(above), 0) <= whole:
        chain.append(above)
        above = above.above
    around = marked.get(id(above), ()) if above is not None else ()
    for above in reversed(chain):
        if (above.marks or above.tag in TOLD) and (own := _own(above, held)):
            if "paragraph" in own and "menu" in around and held.get(id(above)):
                around = tuple(kind for kind in around if kind != "menu")
            around = with_kinds(own, around)
        marked[id(above)] = around
    marked.setdefault(id(place), ())


def _own(place: Place, held: dict[int, int]) -> tuple[BlockKind, ...]:
    kinds = kinds_of(place.marks)
    if place.tag not in TOLD:
        return tuple(kind for kind in kinds if kind != "menu") if "paragraph" in kinds else kinds
    if "paragraph" in kinds:
        kinds = tuple(kind for kind in kinds if kind != "menu")
    if place.tag in ELEMENTS:
        return tuple(dict.fromkeys((*kinds, ELEMENTS[place.tag])))
    return (*kinds, "footer") if place.tag == "footer" and not held.get(id(place)) else kinds
