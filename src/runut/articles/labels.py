"""Every block gets a kind: from its own words, its markup, its neighbours, and the page's anchors."""

from __future__ import annotations

import re
from collections import Counter

from msgspec.structs import replace

from runut.articles.anchors import Anchors, find_anchors
from runut.articles.body import find_body, settle_body
from runut.articles.claimed import keep_points, weigh_claimed
from runut.articles.clocks import is_time_line
from runut.articles.headlines import HEADS
from runut.articles.marks import kinds_of
from runut.articles.names import is_name
from runut.articles.phrases import Phrases, first_word, phrases
from runut.articles.pictures import is_credit_text, split_caption
from runut.articles.survey import Survey, survey, weight
from runut.articles.typed import BODY, BlockKind, TypedBlock
from runut.languages import load_pack, served
from runut.languages.detect import primary
from runut.pages import Block, Page

LONGEST_LINE = 160
# Nor does it take more to ask for a subscription, or to promote something.
LONGEST_ASKING = 300
MOST_LISTED = 16
# How much may stand beside the one word of a placeholder; a sentence may hold the word too.
BESIDE = 25
NOISE: frozenset[BlockKind] = frozenset(
    (
        "comment",
        "related",
        "share",
        "advertisement",
        "newsletter",
        "promo",
        "box",
        "biography",
        "tags",
        "breadcrumb",
        "pagination",
        "menu",
        "footer",
        "caption",
        "credit",
        "byline",
        "date",
    )
)
# Marks of short lines: running text that stands within them is text.
NEVER_PROSE = frozenset(("byline", "date", "credit", "tags", "promo", "share", "pagination", "breadcrumb"))
# Kinds that a label standing alone may have.
LABELS = frozenset(("byline", "source", "credit", "other", "related"))
# Parts of the page, not of the article: their words need no look.
APART = frozenset(("menu", "footer", "comment"))
INITIALS = re.compile(r"[(\[]\s*[A-Za-z*.-]{1,12}(?:\s*[/|]\s*[A-Za-z*.-]{1,12}){0,4}\s*[)\]]")
DIGITS = re.compile(r"[\d\s.,/|+-]+")


def label(page: Page) -> tuple[TypedBlock, ...]:
    """Give every block of the page its kind, with the reason."""
    return label_around(page, find_anchors(page))


def label_around(page: Page, anchors: Anchors) -> tuple[TypedBlock, ...]:
    """The same for a page whose anchors are known already."""
    words, view = phrases(), survey(page, _shown_by_itself(page, anchors))
    typed = [_first(block, index, view, anchors, words) for index, block in enumerate(page.blocks)]
    _follow(typed, words)
    _beside_pictures(typed, view)
    _after_captions(typed, words)
    _repeated(typed, view)
    span = find_body(typed, view, anchors)
    settled = settle_body(typed, span, view, anchors)
    if anchors.main is not None and not _drops_points(page):
        keep_points(settled, anchors.main)
    if anchors.body:
        weigh_claimed(settled, anchors.body)
    _sign(settled, words)
    return tuple(settled)


def _drops_points(page: Page) -> bool:
    """Whether the page's language prints lists of key points as a service beside the text, not as its opening."""
    code = primary(page.language)
    return code in served() and not load_pack(code).asides.bylines.claimed_first


def _shown_by_itself(page: Page, anchors: Anchors) -> int | None:
    """The index of the main headline, unless it is a link in a list."""
    main = anchors.main
    return main if main is not None and page.blocks[main].tag == "h1" and not page.blocks[main].linked else None


def _first(block: Block, index: int, view: Survey, anchors: Anchors, words: Phrases) -> TypedBlock:
    if block.picture is not None:
        return TypedBlock(block, "picture", "an image")
    if index in anchors.headlines:
        return TypedBlock(block, "headline", "it repeats the title that the page claims")
    marked = _by_markup(block, index, view)
    if marked and marked[0] in APART:
        return TypedBlock(block, *marked)
    if not block.text[0].isalpha() and DIGITS.fullmatch(block.text):
        return TypedBlock(block, "pagination" if "pagination" in view.kinds(block) else "share", "figures alone")
    kind, reason = _by_words(block, words) or marked or ("other", "nothing tells what it is")
    return TypedBlock(block, kind, reason)


def _by_words(block: Block, words: Phrases) -> tuple[BlockKind, str] | None:
    text = block.text
    if len(text) <= LONGEST_ASKING:
        lower = text.lower()
        if len(text) <= LONGEST_LINE and (kind := _short_line(block, lower, words)):
            return kind, "its words"
        if words.paywalls.search(lower):
            return "paywall", "it asks for a subscription"
    if block.tag == "line" and _ends_in_credit(block, words):
        return "caption", "it ends in a credit of a picture"
    return _by_opening(block, words) if first_word(text) in words.line_openings else None


def _by_opening(block: Block, words: Phrases) -> tuple[BlockKind, str] | None:
    text = block.text
    if words.related.match(text) and (block.linked or len(text) <= 220):
        return "related", "it opens like a link to another article"
    if (
        block.links
        and text.endswith(block.links[-1].text)
        and words.related.fullmatch(text.removesuffix(block.links[-1].text))
    ):
        return "related", "a label before a link"
    for kind, opening in words.notes:
        if opening.match(text):
            return "correction", f"it opens like a printed {kind.replace('_', ' ')}"
    if words.labels.match(text) and text.endswith(")"):
        return "caption", "it opens like a caption and ends in a credit"
    if len(text) <= LONGEST_ASKING and words.promos.match(text) and not text.startswith(('"', "“")):
        return "promo", "it opens like a promotion"
    return None


def _short_line(block: Block, lower: str, words: Phrases) -> BlockKind | None:
    text = block.text
    if lower.strip(" :.!>»|") in words.shares:
        return "share"
    if (holder := words.holders.search(lower)) and (len(text) <= len(holder) + BESIDE or not holder.isalpha()):
        return "advertisement"
    if text[0] in "([" and INITIALS.fullmatch(text):
        return "credit"
    if len(text) < 40 and text[-1].isdigit() and words.paging.search(text):
        return "pagination"
    if is_time_line(text):
        return "date"
    bare = text.lstrip("([")
    first = first_word(text)
    if first in words.byline_firsts and (found := words.byline.match(bare)):
        return "byline" if bare[found.end() : found.end() + 1].isupper() or found.end() == len(bare) else None
    return _short_opening(block, words) if first in words.line_openings or "©" in text else None


def _short_opening(block: Block, words: Phrases) -> BlockKind | None:
    text = block.text
    if words.ends.match(text):
        return "end"
    if words.tags.match(text) and (block.links or len(text) < 60):
        return "tags"
    if words.sources.match(text):
        return "source"
    if text.startswith("©") and len(text) <= 100 and "picture" in kinds_of(block.place.marks):
        return "credit"
    if text.startswith("©") or (words.footers.match(text) and (block.linked or "©" in text or len(text) < 60)):
        return "footer"
    if words.biographies.match(text):
        return "biography"
    return "caption" if words.labels.match(text) and block.linked <= 0.5 * len(text) else None


def _ends_in_credit(block: Block, words: Phrases) -> bool:
    """In plain text, a line that ends in a picture credit in brackets is its caption."""
    caption, credit = split_caption(block.text, words) if block.text.endswith(")") else (None, None)
    return bool(caption and credit and is_credit_text(credit, words))


def _by_markup(block: Block, index: int, view: Survey) -> tuple[BlockKind, str] | None:
    kinds = view.kinds(block)
    if not kinds:
        return None
    if "deck" in kinds and _is_deck(block, kinds):
        return "deck", "its class"
    for kind in kinds:
        if kind not in NOISE or (view.prose[index] and kind in NEVER_PROSE):
            continue
        if kind != "pagination" or block.linked or len(block.text) < 4:
            return kind, "its class or the class of what holds it"
    return None


def _is_deck(block: Block, kinds: tuple[BlockKind, ...]) -> bool:
    """Whether what calls itself a deck is none of a picture, a link elsewhere or the page's frame."""
    before = (*kinds[: kinds.index("deck")], *kinds_of(block.place.marks))
    pictured = {"related", "caption", "credit"} if block.tag not in HEADS else {"related"}
    return pictured.isdisjoint(before) and "menu" not in kinds and "footer" not in kinds


def _follow(typed: list[TypedBlock], words: Phrases) -> None:
    """A label that stands alone gives its kind to the line after it."""
    for index, here in enumerate(typed):
        if here.kind not in LABELS or len(here.block.text) >= 40:
            continue
        following = next((i for i in range(index + 1, min(index + 3, len(typed))) if typed[i].kind != "picture"), None)
        if following is None:
            continue
        after = typed[following]
        if _label_alone(here, words) and len(after.block.text) <= 60 and after.kind in ("other", "byline", "credit"):
            kind: BlockKind = "source" if here.kind == "source" else "byline"
            typed[index] = replace(here, kind=kind, reason="it is a label")
            typed[following] = replace(after, kind=kind, reason="it follows a label")
        if here.kind == "related" and words.related.fullmatch(here.block.text):
            _list_related(typed, index + 1)


def _list_related(typed: list[TypedBlock], start: int) -> None:
    """What a label of related links heads: the lines that are mostly link, up to the first that is not."""
    for index in range(start, min(start + MOST_LISTED, len(typed))):
        item = typed[index]
        if item.kind in ("picture", "advertisement"):
            continue
        if item.kind not in ("other", "caption", "pagination", "related") or item.block.linked * 2 <= len(
            item.block.text
        ):
            return
        typed[index] = replace(item, kind="related", reason="it follows the label of a related link")


def _beside_pictures(typed: list[TypedBlock], view: Survey) -> None:
    """Text that shares a small container with a picture, and nothing else, is its caption."""
    for index in range(1, len(typed)):
        before, here = typed[index - 1], typed[index]
        place = here.block.place
        if before.kind != "picture" or here.kind not in ("other", "byline", "credit"):
            continue
        if place.tag == "body" or here.block.linked:
            continue
        if here.kind != "other" and "picture" not in kinds_of(place.marks):
            continue
        alone = view.held.get(place, 0) <= weight(here.block.text)
        follows = index + 1 < len(typed) and typed[index + 1].block.place is place
        if alone and not follows and len(here.block.text) > 8 and _pictured(before.block, here.block):
            typed[index] = replace(here, kind="caption", reason="it stands alone with a picture")


def _after_captions(typed: list[TypedBlock], words: Phrases) -> None:
    """Right after a picture, its alternative text is its caption; a supplier or a copyright line is its credit."""
    for index in range(1, len(typed)):
        before, here = typed[index - 1], typed[index]
        if before.block.picture is not None and here.kind in ("other", "deck") and not here.block.linked:
            told = here.kind == "deck" and "picture" in kinds_of(here.block.place.marks)
            if told or (len(here.block.text) > 12 and here.block.text == before.block.picture.alt):
                typed[index] = here = replace(here, kind="caption", reason="it is the alternative text of a picture")
            elif here.kind == "other" and len(here.block.text) <= 80 and words.suppliers.match(here.block.text):
                typed[index] = here = replace(here, kind="credit", reason="a supplier of pictures, under one")
        signed = here.kind in ("footer", "other") and here.block.text.startswith("©") and len(here.block.text) <= 100
        if signed and before.kind in ("picture", "caption") and not here.block.linked:
            typed[index] = replace(here, kind="credit", reason="a sign of copyright under a picture")


def _pictured(picture: Block, text: Block) -> bool:
    """Whether the markup puts the text with the picture: in one small container, or by its class."""
    place = text.place
    if "picture" in kinds_of(place.marks) or (place.above and "picture" in kinds_of(place.above.marks)):
        return True
    return place.tag not in ("p", "li", "a") and (picture.place is place or picture.place.above is place)


def _label_alone(item: TypedBlock, words: Phrases) -> bool:
    if item.kind not in ("byline", "source", "credit", "other"):
        return False
    bare = item.block.text.strip(" :：").lower()
    return (bare in words.roles and words.roles[bare] is not None) or bool(words.sources.fullmatch(item.block.text))


def _repeated(typed: list[TypedBlock], view: Survey) -> None:
    """Prose that a page shows three times is a notice of the page and no part of the text."""
    counts = Counter(item.block.text for item, prose in zip(typed, view.prose, strict=True) if prose)
    for index, item in enumerate(typed):
        if view.prose[index] and item.kind == "other" and counts[item.block.text] >= 3:
            typed[index] = replace(item, kind="promo", reason="the page repeats it")


def _sign(typed: list[TypedBlock], words: Phrases) -> None:
    """A bare name that closes the text in bold or in brackets is its byline."""
    last = max((i for i, item in enumerate(typed) if item.kind in BODY), default=None)
    if last is None:
        return
    block = typed[last].block
    bracketed = block.text.startswith("(") and block.text.endswith(")")
    set_apart = bracketed or block.bold >= len(block.text)
    if set_apart and len(block.text.split()) <= 4 and is_name(block.text.strip("()"), words):
        typed[last] = replace(typed[last], kind="byline", reason="a name alone at the end of the text")
