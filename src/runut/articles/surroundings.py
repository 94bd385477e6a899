"""What stands around the text: section, tags, credited agencies, related links, notes, page numbers."""

from __future__ import annotations

import re

from runut.articles.anchors import Anchors, words_of
from runut.articles.phrases import Phrases, phrases
from runut.articles.typed import BODY, TypedBlock
from runut.pages import Block, Page
from runut.vocabulary import Note, NoteKind, Related

TRAIL = re.compile(r"\s*[⁄/›»>|→·•❯⟩]+\s*|\s{3,}")
MOST = 30
NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
PAGE_IN_ADDRESS = re.compile(r"[?&/](?:page|p|hal|halaman)[=/-]?(\d{1,2})(?!\d)", re.IGNORECASE)
CUT_OFF = re.compile(r"\s*[|/•·,-]")
ACTIVE = frozenset(("active", "current", "selected"))
GENERIC = ("article", "news", "newsarticle", "berita")


def find_section(page: Page, typed: tuple[TypedBlock, ...], anchors: Anchors) -> tuple[str, ...]:
    """The breadcrumb as shown, without Home and without the headline; else as claimed."""
    words = phrases()
    for index, item in enumerate(typed):
        if item.kind == "breadcrumb" or _begins_at_home(item.block.text, words):
            steps = _trimmed(_shown_steps(typed, index), anchors, words)
            if steps:
                return steps
    return _beside_date(typed, anchors) or _trimmed(_claimed_steps(page, anchors), anchors, words)


def _beside_date(typed: tuple[TypedBlock, ...], anchors: Anchors) -> tuple[str, ...]:
    """A link before the date in its line (`SPORT | 24 May 2026`) names the section."""
    start = anchors.main or 0
    for item in typed[start : start + 8]:
        if item.kind == "date" and item.block.links and item.block.text.startswith(item.block.links[0].text):
            step = item.block.links[0].text
            if len(step.split()) <= 3 and CUT_OFF.match(item.block.text[len(step) :]):
                return () if any(sign.isdigit() for sign in step) else (step,)
    return ()


def _begins_at_home(text: str, words: Phrases) -> bool:
    steps = TRAIL.split(text)
    return 2 <= len(steps) <= 6 and len(text) < 160 and steps[0].strip().lower() in words.homes


def _shown_steps(typed: tuple[TypedBlock, ...], index: int) -> list[str]:
    if typed[index].kind != "breadcrumb":
        return [s for s in TRAIL.split(typed[index].block.text) if s.strip()]
    found: list[str] = []
    for item in typed[index : index + 12]:
        if item.kind != "breadcrumb":
            if item.kind == "picture":
                continue
            break
        links = [link.text for link in item.block.links]
        rest = item.block.text
        for text in links:
            rest = rest.replace(text, "|", 1)
        steps = [s for s in TRAIL.split(rest) if s.strip(" |")]
        found += [*links, *steps]
    return found


def _trimmed(steps: list[str], anchors: Anchors, words: Phrases) -> tuple[str, ...]:
    title = words_of(anchors.headline or "")
    if steps and "." in steps[0].strip(".") and " " not in steps[0].strip():
        steps = steps[1:]
    kept: list[str] = []
    for step in (raw.strip(" /›»>|•·⁄") for raw in steps):
        mine = words_of(step)
        is_title = len(mine) > 2 and mine == title[: len(mine)]
        if mine and not is_title and step.lower() not in words.homes and len(step) <= 60 and step not in kept:
            kept.append(step)
    return tuple(kept[:6])


def _claimed_steps(page: Page, anchors: Anchors) -> list[str]:
    trails: dict[int, list[str]] = {}
    for claim in page.claims:
        if claim.name in ("itemListElement.name", "itemListElement.item.name"):
            trails.setdefault(claim.group, []).append(claim.value)
    if trails:
        return next(iter(trails.values()))
    claimed = anchors.linked("articleSection") or tuple(c.value for c in page.claimed("article:section"))
    return [value for value in claimed if value.lower() not in GENERIC][:3]


def find_tags(page: Page, typed: tuple[TypedBlock, ...], anchors: Anchors) -> tuple[str, ...]:
    """The tags as shown beside the text; else the key words that the page claims."""
    words = phrases()
    first = next((i for i, item in enumerate(typed) if item.kind == "headline" and not item.block.linked), 0)
    shown = [
        link.text
        for item in typed[first:]
        if item.kind == "tags"
        for link in item.block.links
        if not link.url.startswith(("#", "javascript:"))
    ]
    found = shown or _claimed_tags(page, anchors)
    clean = (tag.strip(" #,") for tag in found)
    return tuple(dict.fromkeys(tag for tag in clean if tag and len(tag) <= 80 and not words.tags.fullmatch(tag)))[:MOST]


def _claimed_tags(page: Page, anchors: Anchors) -> list[str]:
    values = (
        anchors.linked("keywords")
        or tuple(c.value for c in page.claimed("article:tag"))
        or tuple(c.value for c in page.claimed("news_keywords", "keywords")[:1])
    )
    return [part for value in values for part in (value.split(",") if "," in value else [value])]


def find_agencies(typed: tuple[TypedBlock, ...]) -> tuple[str, ...]:
    """The outlets that a `Sumber: …` line credits."""
    words = phrases()
    found: list[str] = []
    last = max((i for i, item in enumerate(typed) if item.kind in BODY), default=0)
    for index, item in enumerate(typed):
        if item.kind != "source" or abs(index - last) > 25:
            continue
        label = words.sources.match(item.block.text)
        rest = item.block.text[label.end() :] if label else item.block.text
        found += [name.strip(" .()") for name in re.split(r"\s*[,;/]\s*|\s+&\s+", words.joins.sub(",", rest))]
    return tuple(dict.fromkeys(name for name in found if 1 < len(name) <= 60 and "http" not in name))


def find_related(typed: tuple[TypedBlock, ...]) -> tuple[Related, ...]:
    """Links to other articles that stand within the text or close to its ends."""
    words = phrases()
    body = [i for i, item in enumerate(typed) if item.kind in BODY]
    found: list[Related] = []
    if not body:
        return ()
    for index in range(body[0], min(body[-1] + 4, len(typed))):
        item = typed[index]
        if index > body[-1] and item.kind not in ("related", "picture", "share", "advertisement"):
            break
        if item.kind == "related":
            found += _related(item, words)
    return tuple(dict.fromkeys(found))


def _related(item: TypedBlock, words: Phrases) -> list[Related]:
    links = [link for link in item.block.links if len(words_of(link.text)) >= 3 and not link.text.startswith("http")]
    if links:
        return [Related(_unlabelled(link.text, words), link.url) for link in links]
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
        if item.kind == "correction" and len(item.block.text) >= 25:
            kinds: list[NoteKind] = [kind for kind, opening in words.notes if opening.match(item.block.text)]
            found.append(Note(kinds[0] if kinds else "correction", item.block.text))
    return tuple(found)


def find_paging(page: Page, typed: tuple[TypedBlock, ...]) -> tuple[int, int] | None:
    """This page's number and the number of pages; None when the article is on one page."""
    words = phrases()
    for item in typed:
        if len(item.block.text) < 60 and (found := words.paging.search(item.block.text)):
            this, of = int(found[1]), int(found[2])
            if 1 <= this <= of and of > 1:
                return this, of
    return _numbered(page, typed)


def _numbered(page: Page, typed: tuple[TypedBlock, ...]) -> tuple[int, int] | None:
    """Page numbers in a pager: the one that is no link is this page."""
    pager = [item.block for item in typed if item.kind == "pagination"]
    linked = {int(link.text) for block in pager for link in block.links if NUMBER.fullmatch(link.text)}
    shown = {int(n) for block in pager for n in NUMBER.findall(block.text) if len(block.text) < 120}
    if not shown or shown | linked != set(range(1, max(shown | linked) + 1)) or max(shown) < 2:
        return None
    bare = shown - linked
    active = {int(text) for block in pager for text in _active(block) if NUMBER.fullmatch(text)}
    here = active if len(active) == 1 else bare
    this = min(here) if len(here) == 1 else _number_in_address(page) or 1
    return (this, max(shown)) if this <= max(shown) else None


def _active(block: Block) -> list[str]:
    """The texts that the markup sets apart as the current one."""
    found = [piece.text for piece in block.pieces if not ACTIVE.isdisjoint(piece.marks)]
    return [*found, block.text] if not ACTIVE.isdisjoint(block.place.marks) else found


def _number_in_address(page: Page) -> int | None:
    for address in (page.url, *(c.value for c in page.claimed("canonical", "og:url"))):
        if address and (found := PAGE_IN_ADDRESS.search(address[:2000])):
            return int(found[1])
    return None
