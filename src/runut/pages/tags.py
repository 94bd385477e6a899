"""What the elements of HTML do to a text: part it, set words apart, show a picture, or say nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

from selectolax.lexbor import LexborHTMLParser

# What is inside these is no text of the page.
SILENT = tuple(
    "script style svg template iframe object embed canvas audio video select button textarea math noscript".split()
)
BLOCK = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody td tfoot "
    "th thead tr ul".split()
)
INLINE = frozenset("a b cite em font i label small span strong time".split())
LISTING = frozenset("footer menu nav ul".split())
BOLD = frozenset("b strong h1 h2 h3 h4 h5 h6 th".split())


class Role(Enum):
    """What an element does to the text; an element without a role only holds others."""

    BLOCK = "parts the text"
    INLINE = "sets words apart"
    BREAK = "parts lines"
    PICTURE = "shows a picture"
    SILENT = "holds no text"


@dataclass(frozen=True, slots=True)
class Tag:
    """An element that has a role."""

    name: str
    role: Role
    bold: bool
    listing: bool
    """Whether menus are made of it."""


@cache
def known_tags() -> dict[int, Tag]:
    """The tags that have a role, by the parser's number of each.

    Numbers are much faster to get than names. Those of standard tags are the same in every document; others get
    numbers of their own in each, above these.
    """
    roles = {
        **dict.fromkeys(BLOCK, Role.BLOCK),
        **dict.fromkeys(INLINE, Role.INLINE),
        **dict.fromkeys(SILENT, Role.SILENT),
        "br": Role.BREAK,
        "img": Role.PICTURE,
    }
    document = LexborHTMLParser("")
    numbered = ((document.create_node(name).tag_id, name) for name in roles)
    return {number: Tag(name, roles[name], name in BOLD, name in LISTING) for number, name in numbered}


@cache
def text_number() -> int:
    """The parser's number of a node of text."""
    body = LexborHTMLParser("<body>-").body
    assert body is not None
    assert body.child is not None
    return body.child.tag_id
