"""OPML 2.0: lists of feeds as other readers keep them."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from msgspec import Struct

from runut.errors import Unreadable
from runut.gather.listings import addresses

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0">\n<head><title>Runut</title></head>\n<body>\n'
MOST_OUTLINES = 10_000


class Outline(Struct, frozen=True):
    """One feed of a list."""

    url: str
    title: str | None = None


def read_opml(content: bytes) -> tuple[Outline, ...]:
    """The feeds of an OPML file, folders and all, each once.

    Raises Unreadable when it is none.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Unreadable(f"This is no OPML: {str(fault)[:200]}.") from None
    if etree.QName(root).localname.lower() != "opml":
        raise Unreadable("This is no OPML: its first element is another one.")
    found: dict[str, Outline] = {}
    for node in root.iter("{*}outline"):
        for url in addresses([node.get("xmlUrl")], ""):
            found.setdefault(url, Outline(url, node.get("title") or node.get("text") or None))
    return tuple(found.values())[:MOST_OUTLINES]


def write_opml(outlines: Iterable[Outline]) -> str:
    """An OPML file of feeds."""
    lines = (
        f'<outline type="rss" text={quoteattr(one.title or one.url)} xmlUrl={quoteattr(one.url)}/>\n'
        for one in outlines
    )
    return HEAD + "".join(lines) + "</body>\n</opml>\n"
