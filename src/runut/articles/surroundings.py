"""What stands around the text: tags, credited agencies, related links, notes, page numbers."""

from __future__ import annotations

import re

from runut.articles.addresses import number_in
from runut.articles.anchors import Anchors
from runut.articles.phrases import Phrases, phrases
from runut.articles.siblings import home_of
from runut.articles.typed import BODY, TypedBlock
from runut.articles.words import words_of
from runut.pages import Block, Page
from runut.vocabulary import Note, NoteKind, Related

MOST = 30
# How many blocks after the text a list under a label is looked for.
REACH = 16
LETTER = re.compile(r"[^\W\d_]")
# What may stand between the text and such a list.
PASSED = frozenset(("picture", "share", "advertisement", "pagination", "other", "credit", "related"))
COMMAS = re.compile(r"[,;、，]")
BETWEEN = re.compile(r"\s*[,;/]\s*|\s+&\s+")
FIGURE = re.compile(r"\d")
NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
ACTIVE = frozenset(("active", "current", "selected"))


def find_tags(page: Page, typed: tuple[TypedBlock, ...], anchors: Anchors, *, first_claimed: bool) -> tuple[str, ...]:
    """The tags as shown beside the text, else the key words that the page claims; or the other way round."""
    words = phrases()
    first = next((i for i, item in enumerate(typed) if item.kind == "headline" and not item.block.linked), 0)
    shown = _shown_tags(typed[first:])
    claimed = _claimed_tags(page, anchors)
    found = claimed if first_claimed and len(claimed) > 1 else shown or claimed
    clean = (_untagged(tag.strip(" #,"), words) for tag in found)
    kept = (tag for tag in clean if tag and len(tag) <= 80 and tag.lower() not in words.shares)
    return tuple({words_of(tag) or (tag,): tag for tag in kept}.values())[:MOST]


def _untagged(tag: str, words: Phrases) -> str:
    label = words.tags.match(tag)
    return tag[label.end() :].strip() if label else tag


def _shown_tags(typed: tuple[TypedBlock, ...]) -> list[str]:
    """The links of the first run of tags; what follows at a distance is the site's own list."""
    found: list[str] = []
    gap = 0
    for item in typed:
        links = [link.text for link in item.block.links if not link.url.startswith(("#", "javascript:"))]
        if item.kind == "tags" and links:
            found += links
            gap = 0
        elif found and (gap := gap + 1) > 3:
            break
    return found


def _claimed_tags(page: Page, anchors: Anchors) -> list[str]:
    """The key words of the origin that gives several; one long value without commas is no list."""
    origins = [anchors.linked("keywords")]
    origins += [tuple(c.value for c in page.claimed(name)) for name in ("article:tag", "news_keywords", "keywords")]
    lists = [_listed(values) for values in origins if values]
    return next((tags for tags in lists if len(tags) > 1), next(iter(lists), []))


def _listed(values: tuple[str, ...]) -> list[str]:
    return [part for value in values for part in COMMAS.split(value) if LETTER.search(part) and len(part) <= 80]


def find_agencies(typed: tuple[TypedBlock, ...]) -> tuple[str, ...]:
    """The outlets that a `Sumber: …` line credits."""
    words = phrases()
    found: list[str] = []
    last = max((i for i, item in enumerate(typed) if item.kind in BODY), default=0)
    for index, item in enumerate(typed):
        if item.kind != "source" or abs(index - last) > 25 or _of_figure(item.block):
            continue
        label = words.sources.match(item.block.text)
        rest = item.block.text[label.end() :] if label else item.block.text
        found += [name.strip(" .():：") for name in BETWEEN.split(words.joins.sub(",", rest))]
    return tuple(dict.fromkeys(name for name in found if 1 < len(name) <= 60 and "http" not in name))


def _of_figure(block: Block) -> bool:
    """Whether a source is that of a chart or a picture."""
    return any(place.tag == "figure" for place in block.place.upward(4))


def find_related(typed: tuple[TypedBlock, ...], main: int | None) -> tuple[Related, ...]:
    """Links to other articles: within the text, beside it below the headline, and under a label right after it."""
    words = phrases()
    body = [i for i, item in enumerate(typed) if item.kind in BODY]
    if not body:
        return ()
    start = main if main is not None and main < body[0] else body[0]
    inside = [item for item in typed[start : body[-1] + 1] if item.kind == "related"]
    found = [link for item in (*inside, *_trailing(typed, body[-1], words)) for link in _related(item, words)]
    return tuple(dict.fromkeys(found))


def _trailing(typed: tuple[TypedBlock, ...], last: int, words: Phrases) -> list[TypedBlock]:
    """The links that a label heads right after the text, in its container; others the site recommends everywhere."""
    found: list[TypedBlock] = []
    home = home_of(typed[last].block.place)
    for item in typed[last + 1 : last + 1 + REACH]:
        whole = words.related.match(item.block.text) and not words.related.fullmatch(item.block.text)
        inside = whole or any(place is home for place in item.block.place.upward(8))
        if item.kind == "related" and inside and (found or words.related.match(item.block.text)):
            found.append(item)
        elif found or item.kind not in PASSED:
            break
    return found


def _related(item: TypedBlock, words: Phrases) -> list[Related]:
    if any(number_in(link.url) for link in item.block.links):
        # "Read on" leads to the next part of this article.
        return []
    links = [link for link in item.block.links if len(words_of(link.text)) >= 3 and not link.text.startswith("http")]
    if links:
        named = [(_unlabelled(link.text, words), link.url) for link in links]
        return [Related(text, url) for text, url in named if len(words_of(text)) >= 3]
    if not item.block.links and not words.related.match(item.block.text):
        # The teaser under another article's headline.
        return []
    text = _unlabelled(item.block.text, words)
    url = next((link.url for link in item.block.links), None)
    if url and url in text:
        text = text.replace(url, "").strip(" :-–")
    return [Related(text, url)] if len(words_of(text)) >= 3 else []


def _unlabelled(text: str, words: Phrases) -> str:
    label = words.related.match(text)
    return text[label.end() :].strip() if label else text.strip()


def find_notes(typed: tuple[TypedBlock, ...]) -> tuple[Note, ...]:
    """Corrections, retractions, updates and rights of reply, as printed near the text."""
    words = phrases()
    found: list[Note] = []
    for item in typed:
        if (
            item.kind == "correction"
            and len(item.block.text) >= 25
            and not item.block.linked * 2 > len(item.block.text)
        ):
            kinds: list[NoteKind] = [kind for kind, opening in words.notes if opening.match(item.block.text)]
            found.append(Note(kinds[0] if kinds else "correction", item.block.text))
    return tuple(found)


def find_paging(page: Page, typed: tuple[TypedBlock, ...]) -> tuple[int, int] | None:
    """This page's number and the number of pages; None when the article is on one page."""
    body = [index for index, item in enumerate(typed) if item.kind in BODY] or [0]
    told = [
        pair
        for index, item in enumerate(typed)
        if (pair := _counted(item.block.text, between=body[0] < index < body[-1]))
    ]
    if not told:
        return _numbered(page, typed)
    # Several numbers mean that all parts stand on this page, one after the other.
    return told[0] if len({this for this, _ in told}) == 1 else (1, max(of for _, of in told))


def _counted(text: str, *, between: bool) -> tuple[int, int] | None:
    """The numbers of a line such as "Halaman 2 dari 3"; one such as "2 dari 3 halaman" between parts follows part 1."""
    # Most short lines have no figure, and a look for one costs less.
    found = phrases().paging.search(text) if len(text) < 60 and FIGURE.search(text) else None
    if not found:
        return None
    this, of = int(found[1] or found[3]), int(found[2] or found[4])
    if not 1 <= this <= of or of < 2:
        return None
    return (1 if between and found[3] else this), of


def _numbered(page: Page, typed: tuple[TypedBlock, ...]) -> tuple[int, int] | None:
    """Page numbers in a pager: the one that is no link is this page."""
    pager = [item.block for item in typed if item.kind == "pagination" or _is_number(item.block)]
    linked = {int(link.text) for block in pager for link in block.links if NUMBER.fullmatch(link.text)}
    shown = {int(n) for block in pager for n in NUMBER.findall(block.text) if len(block.text) < 120}
    if not shown or shown | linked != set(range(1, max(shown | linked) + 1)) or max(shown) < 2:
        return None
    bare = shown - linked
    active = {int(text) for block in pager for text in _active(block) if NUMBER.fullmatch(text)}
    here = active if len(active) == 1 else bare
    this = min(here) if len(here) == 1 else _number_in_address(page) or 1
    return (this, max(shown)) if this <= max(shown) else None


def _is_number(block: Block) -> bool:
    """Whether a block is a page number that links to that page."""
    return (
        len(block.links) == 1
        and NUMBER.fullmatch(block.text) is not None
        and number_in(block.links[0].url) == int(block.text)
    )


def _active(block: Block) -> list[str]:
    """The texts that the markup sets apart as the current one."""
    found = [piece.text for piece in block.pieces if not ACTIVE.isdisjoint(piece.marks)]
    return [*found, block.text] if not ACTIVE.isdisjoint(block.place.marks) else found


def _number_in_address(page: Page) -> int | None:
    for address in (page.url, *(c.value for c in page.claimed("canonical", "og:url"))):
        if address and (number := number_in(address)):
            return number
    return None
