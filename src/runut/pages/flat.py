"""A page without its tree: for pages that nest too deep to build one."""

from __future__ import annotations

import html
import re

from runut.pages.page import Block

# Nothing is tried twice: each character is looked at once, however much is left open. Repeated groups are atomic rather
# than possessive, which before Python 3.11.5 match too little.
SILENT = re.compile(
    r"<!--(?>(?:[^-]++|-(?!->))*)(?:-->|\Z)"
    r"|<(script|style|noscript|svg|template)\b(?>(?:[^<]++|<(?!/\1))*)(?:</\1[^>]*+>?|\Z)",
    re.IGNORECASE,
)
BOUNDARY = re.compile(
    r"</?(?:address|article|aside|blockquote|body|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|head|header|hr|"
    r"html|li|main|nav|ol|p|pre|section|table|td|th|tr|ul)\b[^>]*+>?",
    re.IGNORECASE,
)
TAG = re.compile(r"<[a-z/!?][^>]*+>?", re.IGNORECASE)
DOUBLED = re.compile("<(?=<)")
EDGES = re.compile(r"\x00[\x00\s]*+")
# Stands for a boundary; decoding has taken it out of all texts.
EDGE = "\x00"
MOST_BLOCKS = 10_000
# What is read of such a page, in code points: more than a page of news has.
LONGEST = 2_000_000


def flatten(text: str, most: int) -> tuple[Block, ...]:
    """Cut HTML at its block tags and drop all other tags; linear in the length of the text.

    At most `most` code points of text are taken.
    """
    bare = DOUBLED.sub("", text[:LONGEST])
    bare = TAG.sub("", BOUNDARY.sub(EDGE, SILENT.sub(EDGE, bare)))
    # The edges of empty elements would count as text.
    bare = EDGES.sub(EDGE, bare)[:most]
    lines = (" ".join(html.unescape(line).split()) for line in bare.split(EDGE, MOST_BLOCKS * 2))
    return tuple([Block(line, "div") for line in lines if line][:MOST_BLOCKS])
