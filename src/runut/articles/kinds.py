"""What sort of page it is, and whether all of it can be read."""

from __future__ import annotations

from runut.articles.addresses import kind_in
from runut.articles.anchors import Anchors
from runut.articles.phrases import phrases
from runut.articles.typed import BODY, TypedBlock
from runut.pages import Page
from runut.vocabulary import Access, Kind

TYPES: tuple[tuple[str, Kind], ...] = (
    ("liveblogposting", "live"),
    ("videoobject", "video"),
    ("imagegallery", "photo"),
    ("mediagallery", "photo"),
    ("collectionpage", "index"),
    ("searchresultspage", "index"),
)
# Below this, in code points, a page that does not call itself an article is none.
SHORTEST = 200
# A page without text and with this many blocks lists others; with fewer it only refuses.
FEW, MANY = 30, 80


def find_kind(page: Page, anchors: Anchors, text: str) -> Kind:
    """Tell articles from live coverage, video and photo pages, lists, and pages that only refuse."""
    title = anchors.headline or ""
    if len(text) < 600 and phrases().errors.match(title):
        return "error"
    claimed = " ".join(anchors.linked("@type")).lower()
    for name, kind in TYPES:
        if name in claimed:
            return kind
    told = _by_address(page)
    if told in ("video", "photo", "live"):
        return told
    if len(text) >= SHORTEST or anchors.claimed:
        return "article"
    if not text:
        return "error" if len(page.blocks) < FEW else "index"
    return told or ("index" if page.form == "html" and len(page.blocks) > MANY else "article")


def _by_address(page: Page) -> Kind | None:
    kinds = (kind_in(claim.value) for claim in page.claimed("canonical", "og:url"))
    return next((kind for kind in kinds if kind), None)


def find_access(page: Page, anchors: Anchors, typed: tuple[TypedBlock, ...]) -> Access:
    """Whether the text is free, behind a paywall, or breaks off."""
    told = anchors.linked("isAccessibleForFree", "hasPart.isAccessibleForFree")
    if any(value.lower() == "false" for value in told):
        return "paywalled"
    if any(c.value.lower() in ("locked", "metered") for c in page.claimed("article:content_tier")):
        return "paywalled"
    body = [i for i, item in enumerate(typed) if item.kind in BODY]
    near = typed[body[0] : body[-1] + 6] if body else ()
    if any(item.kind == "paywall" for item in near):
        return "paywalled"
    last = typed[body[-1]].block.text if body else ""
    return "truncated" if last.endswith(("...", "…", "[…]", "[...]")) and len(body) <= 3 else "free"
