"""The nouns of a page: blocks in reading order, and what the page claims about itself by machine."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Literal, TypeAlias

from msgspec import Struct

from runut.vocabulary import Doubt

Form: TypeAlias = Literal["html", "plain"]
Origin: TypeAlias = Literal["json-ld", "opengraph", "meta", "microdata", "link", "title", "script"]


class Place(Struct, frozen=True, eq=False, gc=False):
    """An element that holds blocks; a chain of places leads from a block up to the page's body."""

    tag: str
    marks: tuple[str, ...] = ()
    """The words of its class, id, role and itemprop, in lower case."""
    above: Place | None = None
    depth: int = 0
    hidden: bool = False
    """True when it, or a place above it, is not shown."""

    def upward(self, most: int = 64) -> Iterator[Place]:
        """Yield this place and those above it, nearest first, `most` at the most."""
        place: Place | None = self
        for _ in range(most):
            if place is None:
                return
            yield place
            place = place.above


class Link(Struct, frozen=True, gc=False):
    """Words that lead elsewhere, and the address as written in the page."""

    text: str
    url: str


class Piece(Struct, frozen=True, gc=False):
    """Words that an inline element sets apart, and the words of its class and id, in lower case."""

    text: str
    marks: tuple[str, ...]


class Picture(Struct, frozen=True, gc=False):
    """An image; `caption` is what the page says of it inside the tag (alt text), often nothing."""

    url: str | None
    alt: str = ""


class Block(Struct, frozen=True, gc=False):
    """A run of text that stands by itself on the page, or a picture (then `text` is empty)."""

    text: str
    """White space runs are one space; never empty unless this is a picture."""
    tag: str = "line"
    """The nearest block element (`p`, `h1`, `li`, `figcaption`, `div` …); `line` in plain text, `img` for a picture."""
    place: Place = Place("body")
    pieces: tuple[Piece, ...] = ()
    """The parts that inline elements with a class or an id set apart, in order."""
    links: tuple[Link, ...] = ()
    linked: int = 0
    """How many code points of the text are inside links."""
    bold: int = 0
    """How many code points of the text are bold."""
    gap: bool = True
    """True when this begins a new paragraph; False when only a line break parts it from the block before."""
    time: str | None = None
    """The machine time of a `<time>` inside, as written."""
    picture: Picture | None = None

    @property
    def inner(self) -> tuple[str, ...]:
        """The marks of all pieces."""
        return tuple(mark for piece in self.pieces for mark in piece.marks)


class Claim(Struct, frozen=True, gc=False):
    """One machine-readable statement of the page about itself."""

    name: str
    """What is claimed, in the words of its origin (`datePublished`, `og:title`, `article:section`)."""
    value: str
    origin: Origin
    group: int = 0
    """Claims of one JSON-LD object share a number; 0 for all others."""


class Page(Struct, frozen=True, eq=False, dict=True):
    """One page as read: blocks in reading order, and claims with where each was made."""

    source: str
    form: Form
    blocks: tuple[Block, ...]
    claims: tuple[Claim, ...] = ()
    url: str | None = None
    language: str | None = None
    """As the page declares it (`id`, `en-GB`); None when it declares none."""
    doubts: tuple[Doubt, ...] = ()

    @cached_property
    def by_name(self) -> dict[str, tuple[Claim, ...]]:
        """The claims of each name, in the order of the page."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.name, []).append(claim)
        return {name: tuple(claims) for name, claims in found.items()}

    def claimed(self, *names: str) -> tuple[Claim, ...]:
        """All claims of these names, in the order of the names and then of the page."""
        return tuple([claim for name in names for claim in self.by_name.get(name, ())])
