"""Pictures of the article; caption and credit told apart."""

from __future__ import annotations

import re

from runut.articles.anchors import Anchors
from runut.articles.marks import kinds_of
from runut.articles.phrases import Phrases, phrases
from runut.articles.typed import BODY, TypedBlock
from runut.pages import Page
from runut.vocabulary import Image

LAST_BRACKETS = re.compile(r"^(.*?)\s*[(\[]([^()\[\]]{2,120})[)\]][.\s]*$", re.DOTALL)
SLASH_CREDIT = re.compile(r"^(.{3,}?)\s*(?:[|©/]|\s[-–—]{1,2}\s)\s*([^|©]{2,80})$", re.DOTALL)
LAST_SENTENCE = re.compile(r"^(.{8,}[.)])\s+(\S.{2,70})$", re.DOTALL)
SENTENCE = re.compile(r"[a-z]{2,}\s+[a-z]{2,}\s+[a-z]{2,}")
LONGEST = 1500


def find_images(page: Page, typed: tuple[TypedBlock, ...], anchors: Anchors) -> tuple[Image, ...]:
    """The pictures with a caption or credit, and the lead picture even without; the lead picture comes first."""
    words = phrases()
    first = next((i for i, item in enumerate(typed) if item.kind in BODY), len(typed))
    last = max((i for i, item in enumerate(typed) if item.kind in BODY), default=len(typed))
    start = _start(typed, first)
    lead = _captioned(typed, start, first, words)
    claimed = _claimed(page, anchors)
    inner = _inline(typed, first, last, words)
    if lead is None and claimed is None:
        return tuple(inner)
    url = (lead.url if lead else None) or claimed
    return (Image(url, lead.caption if lead else None, lead.credit if lead else None), *inner)


def _start(typed: tuple[TypedBlock, ...], first: int) -> int:
    heads = [i for i, item in enumerate(typed[:first]) if item.kind == "headline"]
    return heads[0] if heads else max(0, first - 20)


def _captioned(typed: tuple[TypedBlock, ...], start: int, end: int, words: Phrases) -> Image | None:
    url, caption, credit = None, None, None
    for item in typed[start:end]:
        if item.kind == "picture":
            if caption is None and credit is None:
                url = item.block.picture.url if item.block.picture else None
        elif item.kind in ("caption", "credit"):
            more_caption, more_credit = _split(item, words)
            caption = caption or more_caption
            credit = credit or more_credit
    return Image(url, caption, credit) if caption or credit else None


def _inline(typed: tuple[TypedBlock, ...], first: int, last: int, words: Phrases) -> list[Image]:
    found: list[Image] = []
    url: str | None = None
    for item in typed[first : last + 1]:
        if item.kind == "picture":
            url = item.block.picture.url if item.block.picture else None
        elif item.kind == "caption":
            caption, credit = _split(item, words)
            found.append(Image(url, caption, credit))
            url = None
    return found


def _claimed(page: Page, anchors: Anchors) -> str | None:
    values = anchors.linked("image.url", "image") or tuple(c.value for c in page.claimed("og:image", "twitter:image"))
    return next((v for v in values if v.startswith(("http", "/"))), None)


def _split(item: TypedBlock, words: Phrases) -> tuple[str | None, str | None]:
    """Split by the markup where it sets a credit apart, else by the words."""
    text = item.block.text
    for piece in item.block.pieces:
        kinds = kinds_of(piece.marks)
        set_apart = {"credit", "byline"} & set(kinds) and "caption" not in kinds
        at_edge = text.startswith(piece.text) or text.endswith(piece.text)
        if set_apart and at_edge and piece.text != text and len(piece.text) <= 120:
            rest = text.removeprefix(piece.text).removesuffix(piece.text).strip(" -–|/()")
            credit = split_caption(piece.text, words, is_credit=True)[1]
            if rest and credit:
                return split_caption(rest, words)[0] or rest, credit
    return split_caption(text, words, is_credit=item.kind == "credit")


def split_caption(text: str, words: Phrases, *, is_credit: bool = False) -> tuple[str | None, str | None]:
    """Split a line under a picture into its caption and its credit; either may be missing."""
    label = words.labels.match(text)
    bare = text[label.end() :].strip() if label else text.strip()
    if not bare:
        return None, None
    bare = bare[:LONGEST]
    found = LAST_BRACKETS.match(bare)
    if found and (is_credit_text(found[2], words) or _could_be_credit(found[2])):
        return found[1].strip() or None, _unlabelled(found[2], words)
    if found := words.credited.match(bare):
        return found[1].strip(" ([-–—|/") or None, found[3].strip(" )].")
    if (found := SLASH_CREDIT.match(bare)) and is_credit_text(found[2], words):
        return found[1].strip(), _unlabelled(found[2], words)
    if (found := LAST_SENTENCE.match(bare)) and words.credits.match(found[2]) and is_credit_text(found[2], words):
        return found[1].strip(), found[2].strip()
    if is_credit or (len(bare) <= 70 and is_credit_text(bare, words)):
        return None, bare.strip(" ()©")
    return bare, None


def _could_be_credit(text: str) -> bool:
    plain = len(text.split()) <= 6 and not any(sign.isdigit() for sign in text)
    return plain and text[:1].isupper() and not SENTENCE.search(text)


def _unlabelled(text: str, words: Phrases) -> str:
    label = words.labels.match(text)
    return text[label.end() :].strip() if label else text.strip()


def is_credit_text(text: str, words: Phrases) -> bool:
    """Whether a short text names who supplied a picture."""
    if len(text) > 100 or SENTENCE.search(text):
        return False
    return bool(words.suppliers.search(text) or words.credits.match(text) or "©" in text or words.labels.match(text))
