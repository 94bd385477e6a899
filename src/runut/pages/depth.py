"""How deep and how full a page is, told from its bytes before anything builds a tree of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from operator import sub

# No news page nests deeper; each tag within may have to look through all elements that are open.
DEEPEST = 2000
STEPS = 20_000_000
# A tree takes some 200 bytes a node; a page of news has some thousand tags.
MOST_SIGNS = 300_000
# Formatting elements left open are opened anew in each block, so their number multiplies.
REOPENED = 1_000_000
# Each attribute of a tag is compared with those before it. A page of this length, in bytes, has too few to matter.
HARMLESS = 32_768
COMPARED = 100_000_000

# Possessive throughout: each byte is looked at once, however tags and quotes are left open.
WHOLE_TAG = re.compile(
    rb"<[a-zA-Z][^>=]*+(?:=(?:\"[^\"]*+\"|\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"']*+))[^>=]*+)*+(?:>|\Z)"
)
QUOTED = re.compile(rb"\"[^\"]*+\"|'[^']*+'")
# Found twice as fast so as by counting bytes.
CLOSING = re.compile(rb"</")
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
    signs = content.count(b"<")
    if signs > MOST_SIGNS or (len(content) > HARMLESS and _overloaded(content)):
        return True
    if signs <= DEEPEST:
        return False
    opening = signs - len(CLOSING.findall(content))
    if opening <= DEEPEST and opening * signs <= STEPS:
        return False
    tags = TAG.findall(content.lower())
    depth = _highest(map(_Steps().__getitem__, tags))
    return depth > DEEPEST or depth * signs > STEPS or _reopened(tags) > REOPENED


def _overloaded(content: bytes) -> bool:
    """Whether tags have so many attributes that looking for doubles among them takes quadratic time."""
    # What a tag has fewest bytes for is a name of two letters and a space.
    long = [tag for tag in WHOLE_TAG.findall(content) if len(tag) > 3000]
    return sum(len(QUOTED.sub(b" ", tag).split()) ** 2 for tag in long) > COMPARED


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
