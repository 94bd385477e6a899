"""How deep and how full a page is, told from its bytes before anything builds a tree of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from operator import sub

# No news page nests deeper; a tree of 200,000 levels costs quadratic time to build and to walk.
DEEPEST = 700
# A tree takes some 200 bytes a node; a page of news has some thousand tags.
MOST_SIGNS = 300_000
# Formatting elements left open are opened anew in each block, so their number multiplies.
REOPENED = 1_000_000

# A tag of this length in bytes has too few attributes to cost anything.
HARMLESS = 4000
# Above the number that a comparison within a script, taken for a tag, seems to have.
MOST_ATTRIBUTES = 1500

# Possessive throughout: each byte is looked at once, however tags and quotes are left open.
WHOLE_TAG = re.compile(rb"<[a-zA-Z](?:[^>\"'=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"']*+)|[\"'])*+(?:>|\Z)")
QUOTED = re.compile(rb"\"[^\"]*+\"|'[^']*+'")
TAG = re.compile(rb"</?[a-z][^\s/>]{0,40}")
# (`a` and `nobr` close the one before them, so they never do.)
FORMATTING = tuple(b"b big code em font i s small strike strong tt u".split())
# As many openings of one name as a page has for good reasons; below it nothing can multiply.
FEW = 120
# Elements that hold nothing, or that their next sibling closes.
FLAT = frozenset(
    b"<" + slash + tag
    for slash in (b"", b"/")
    for tag in (
        b"area base br col embed hr img input link meta param source track wbr p li dd dt option tr td th tbody "
        b"thead tfoot path use circle rect line polygon g"
    ).split()
)


def too_deep(content: bytes) -> bool:
    """Tell whether building a tree of this page would cost more than linear time, or too much memory."""
    if len(content) > HARMLESS and _overloaded(content):
        return True
    signs = content.count(b"<")
    if signs <= DEEPEST or signs > MOST_SIGNS:
        return signs > MOST_SIGNS
    tags = TAG.findall(content.lower())
    return _highest(map(_Steps().__getitem__, tags)) > DEEPEST or _reopened(tags) > REOPENED


def _overloaded(content: bytes) -> bool:
    """Whether a tag has so many attributes that looking for doubles among them takes quadratic time."""
    long = [tag for tag in WHOLE_TAG.findall(content) if len(tag) > HARMLESS]
    return any(len(QUOTED.sub(b"", tag).split()) > MOST_ATTRIBUTES for tag in long)


class _Steps(dict[bytes, int]):
    """How each tag changes the depth, worked out when it is first met."""

    def __missing__(self, tag: bytes) -> int:
        step = 0 if tag in FLAT else -1 if tag.startswith(b"</") else 1
        self[tag] = step
        return step


def _highest(steps: Iterable[int]) -> int:
    """The highest rise of a walk above its lowest point so far (stray closing tags count for nothing)."""
    heights = [0, *accumulate(steps)]
    highest: int = max(map(sub, heights, accumulate(heights, min)))
    return highest


def _reopened(tags: list[bytes]) -> int:
    """An upper bound of the formatting elements that the standard's algorithm would open anew."""
    counts = Counter(tags)
    names = [name for name in FORMATTING if counts[b"<" + name] > FEW]
    rises = (_highest((tag == b"<" + name) - (tag == b"</" + name) for tag in tags) for name in names)
    return sum(rises) * len(tags)
