"""A block of the page with what it is in the anatomy of an article."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from runut.pages import Block

BlockKind: TypeAlias = Literal[
    "headline",
    "deck",
    "byline",
    "date",
    "paragraph",
    "heading",
    "item",
    "quote",
    "row",
    "picture",
    "caption",
    "credit",
    "related",
    "promo",
    "box",
    "share",
    "advertisement",
    "biography",
    "newsletter",
    "paywall",
    "comment",
    "correction",
    "source",
    "tags",
    "pagination",
    "breadcrumb",
    "menu",
    "end",
    "footer",
    "other",
]
BODY: frozenset[BlockKind] = frozenset(("paragraph", "heading", "item", "quote", "row"))
"""The kinds that make up the text of an article."""


class TypedBlock(Struct, frozen=True, gc=False):
    """A block, its kind, and the reason in a few words."""

    block: Block
    kind: BlockKind
    reason: str
