"""Articles that link to others without having their wording: sources that are credited."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from runut.articles.identity import plain_address
from runut.copies.direction import LINKS, Reason
from runut.copies.links import Link
from runut.copies.texts import Text

# Whoever links is the later one, but for pages that add links when others follow.
CONFIDENCE = 0.9


def citations(texts: Sequence[Text], known: Collection[frozenset[str]]) -> Iterator[Link]:
    """Links to pages of other outlets that are among these articles, but for pairs that are known already."""
    located = {plain_address(one.url): one for one in texts if one.url}
    for one in texts:
        for address in dict.fromkeys(map(plain_address, one.links)):
            other = located.get(address)
            if other is not None and one.links_to(other) and frozenset((one.id, other.id)) not in known:
                yield cited(one, other)


def cited(copy: Text, source: Text) -> Link:
    """The link of an article to one that it links to."""
    detail = f"{copy.outlet or copy.id} links to {source.url}"
    return Link(
        copy=copy.id,
        source=source.id,
        kind="cites",
        share=0.0,
        passages=(),
        confidence=CONFIDENCE,
        evidence=(Reason("links", detail, LINKS),),
    )
