"""How prose is spread over the places of a page: what is a container of text, and what only an edge."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from runut.articles.marks import ELEMENTS, Kinds, kinds_of, with_kinds
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
TELLING = frozenset((*ELEMENTS, "footer"))
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
    held: dict[Place, int]
    """Weight of prose inside each place."""
    marked: dict[Place, Kinds]
    """What the marks of each place, and of those above it, say; nearest first."""

    def kinds(self, block: Block) -> Kinds:
        """What the markup says that this block is, nearest element first."""
        around = self.marked.get(block.place, ())
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
    held: dict[Place, int] = {}
    total = 0
    for block, running in zip(page.blocks, prose, strict=True):
        if running:
            size = weight(block.text)
            total += size
            for place in block.place.upward():
                held[place] = held.get(place, 0) + size
    marked: dict[Place, Kinds] = {}
    if main is not None:
        # What holds the headline holds the article, whatever its class says.
        marked.update((place, ()) for place in list(page.blocks[main].place.upward(DEEPEST))[1:])
    for block in page.blocks:
        if block.place not in marked:
            _mark(block.place, held, WHOLE * max(1, total), marked)
    return Survey(prose, total, held, marked)


def _mark(place: Place, held: dict[Place, int], whole: float, marked: dict[Place, Kinds]) -> None:
    """Tell what a place and those above it are; each place is looked at once."""
    chain: list[Place] = []
    above: Place | None = place
    while above is not None and above not in marked and len(chain) < DEEPEST and held.get(above, 0) <= whole:
        chain.append(above)
        above = above.above
    around = marked.get(above, ()) if above is not None else ()
    for above in reversed(chain):
        own = kinds_of(above.marks)
        if above.tag in TELLING or "paragraph" in own:
            own, around = _own(above, own, held), _around(own, around, held.get(above, 0))
        if own:
            around = with_kinds(own, around)
        marked[above] = around
    marked.setdefault(place, ())


def _own(place: Place, kinds: Kinds, held: dict[Place, int]) -> Kinds:
    """What an element is, by its name beside its marks; a paragraph is no menu, and a footer with prose none."""
    if "paragraph" in kinds:
        kinds = tuple(kind for kind in kinds if kind != "menu")
    if place.tag in ELEMENTS:
        return with_kinds(kinds, (ELEMENTS[place.tag],))
    return (*kinds, "footer") if place.tag == "footer" and not held.get(place) else kinds


def _around(own: Kinds, around: Kinds, held: int) -> Kinds:
    """What is around an element; a menu is not around paragraphs that hold prose."""
    if held and "paragraph" in own and "menu" in around:
        return tuple(kind for kind in around if kind != "menu")
    return around
