"""Pictures of the article; caption and credit told apart."""

from __future__ import annotations

import re

from msgspec.structs import replace

from runut.articles.anchors import Anchors
from runut.articles.marks import kinds_of
from runut.articles.phrases import Phrases, phrases
from runut.articles.typed import BODY, BlockKind, TypedBlock
from runut.pages import Page, Piece
from runut.vocabulary import Image

LAST_BRACKETS = re.compile(r"^(.*?)\s*[(\[]([^()\[\]]{2,120})[)\]][.\s]*$", re.DOTALL)
SLASH_CREDIT = re.compile(r"^(.{3,}?)\s*(?:[|©/]|\s[-–—]{1,2}\s)\s*([^|©]{2,80})$", re.DOTALL)
# A name after a sign that stands for "by" in scripts without spaces.
WIDE_CREDIT = re.compile(r"^(.{3,}?)(?:＝|（Ｃ）|\(C\)|ⓒ)\s*([^＝\d]{1,40})$", re.DOTALL)
# One word in such a script, or names parted by a slash, where a caption has ended already.
SIGNED = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,12}|[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2} ?/ ?[A-Z][\w. -]{1,40}"
)
# A bar after a caption that has ended.
BAR_CREDIT = re.compile(r"^(.{8,}[.!?\"”)])\s*\|\s*([^|]{3,80})$", re.DOTALL)
SITE = re.compile(r"\w\.(?:com|co|id|net|org)$", re.IGNORECASE)
STOP = re.compile(r"[.)]\s+(?=\S)")
SENTENCE = re.compile(r"[a-z]{2,}\s+[a-z]{2,}\s+[a-z]{2,}")
LONGEST = 1500
# How many blocks before the headline its picture may stand.
BEFORE, CLOSE = 25, 6
# What parts one picture's caption from the next one's.
CLOSING: frozenset[BlockKind] = BODY | {"picture", "headline", "end", "menu"}
EDGES = " -–—|/()[]©:：,\u00a0"


def find_images(page: Page, typed: tuple[TypedBlock, ...], anchors: Anchors) -> tuple[Image, ...]:
    """The pictures with a caption or credit, and the lead picture even without; the lead picture comes first.

    The lead picture is the first captioned one after the headline, or else the one right before it.
    """
    words = phrases()
    body = [i for i, item in enumerate(typed) if item.kind in BODY]
    heads = [i for i, item in enumerate(typed[: body[0] if body else None]) if item.kind == "headline"]
    start = heads[0] if heads else max(0, (body[0] if body else 0) - BEFORE)
    shown = _figures(typed[start : body[-1] + 1 if body else None], words)
    above = _figures(typed[max(0, start - (BEFORE if not shown else CLOSE)) : start], words)[-1:]
    above = [image for image in above if image.credit or len((image.caption or "").split()) > 2 or not shown]
    shown = [*above, *shown] or _of_gallery(typed, body, words)
    claimed = _claimed(page, anchors)
    told = _told(anchors, words)
    if not shown:
        return (Image(claimed, *told),) if claimed or any(told) else ()
    lead = shown[0]
    caption = lead.caption or (told[0] if lead.credit and told[1] == lead.credit else None)
    return (Image(lead.url or claimed, caption, lead.credit), *shown[1:])


def _of_gallery(typed: tuple[TypedBlock, ...], body: list[int], words: Phrases) -> list[Image]:
    """The first caption of a page whose text are captions, or the one right below its text."""
    if not body:
        return []
    told = (item for i in body[:3] if (item := typed[i]).block.tag == "figcaption" or "caption" in _own_kinds(item))
    first = next((replace(item, kind="caption") for item in told), None)
    return _captioned([first], None, words) if first else _figures(typed[body[-1] + 1 : body[-1] + CLOSE], words)[:1]


def _own_kinds(item: TypedBlock) -> tuple[BlockKind, ...]:
    return kinds_of(item.block.place.marks)


def _figures(typed: tuple[TypedBlock, ...], words: Phrases) -> list[Image]:
    """Captions and credits that stand together, with the picture before them."""
    found: list[Image] = []
    url: str | None = None
    moving = False
    group: list[TypedBlock] = []
    for item in (*typed, None):
        if item is not None and item.kind in ("caption", "credit"):
            group.append(item)
        elif item is None or item.kind in CLOSING:
            found += [] if moving else _captioned(group, url, words)
            group = []
            url = item.block.picture.url if item is not None and item.block.picture else None
            moving = item is not None and item.kind == "picture" and _is_moving(item)
    telling = [image for image in found if image.credit or len((image.caption or "").split()) > 2]
    return telling or found


def _is_moving(item: TypedBlock) -> bool:
    """Whether a picture is the still of a player, whose title is no caption of the article."""
    return any("promo" in kinds_of(place.marks) for place in item.block.place.upward(3))


def _captioned(group: list[TypedBlock], url: str | None, words: Phrases) -> list[Image]:
    """One picture from the lines that stand with it: the fullest caption, and the first credit."""
    captions: list[str] = []
    credit: str | None = None
    for item in group:
        more_caption, more_credit = _split(item, words, alone=not captions)
        captions += [more_caption] if more_caption else []
        credit = credit or more_credit
    if credit is None and len(captions) == 2 and words.labels.match(group[0].block.text):
        # "Foto: Sari Dewi" is a caption where it stands alone, and a credit beside one.
        return [Image(url, captions[1], captions[0].strip(EDGES))]
    fullest = next((c for c in captions if SENTENCE.search(c)), captions[0] if captions else None)
    if credit is None and len(captions) == 2 and fullest == captions[1] and len(captions[0].split()) <= 6:
        credit = captions[0].strip(EDGES)
    return [Image(url, fullest, credit)] if fullest or credit else []


def _told(anchors: Anchors, words: Phrases) -> tuple[str | None, str | None]:
    """Caption and credit as the article's linked data gives them for its picture."""
    caption = next(iter(anchors.linked("image.caption")), None)
    given = anchors.linked("image.creditText", "image.copyrightHolder.name", "image.author.name", "image.author")
    credit = next((_unlabelled(value, words) for value in given if 2 < len(value) <= 120), None)
    return (caption[:LONGEST] if caption else None), credit


def _claimed(page: Page, anchors: Anchors) -> str | None:
    values = anchors.linked("image.url", "image") or tuple(c.value for c in page.claimed("og:image", "twitter:image"))
    return next((v for v in values if v.startswith(("http", "/"))), None)


def _split(item: TypedBlock, words: Phrases, *, alone: bool) -> tuple[str | None, str | None]:
    """Split by the markup where it sets a credit apart, else by the words.

    `alone` tells that no caption stands with it yet, so that a short line may be one.
    """
    text = item.block.text
    for piece in item.block.pieces:
        if found := _by_piece(piece, text, words):
            return found
    credit = item.kind == "credit" or "credit" in kinds_of(item.block.place.marks)
    if (credit and len(text) <= 140 and words.labels.match(text.lstrip(EDGES))) or (
        (credit or not alone) and _opens_credit(text, words)
    ):
        return None, _bare_credit(text, words)
    if not alone and _all_credit(text, words):
        return None, _bare_credit(text, words)
    caption, rest = split_caption(text, words, is_credit=credit)
    if credit and not rest and not SENTENCE.search(text):
        return None, _bare_credit(text, words)
    return caption, rest


def _by_piece(piece: Piece, text: str, words: Phrases) -> tuple[str, str] | None:
    """Caption and credit where an inline element holds one of them and nothing else holds the other."""
    if piece.text == text or not (text.startswith(piece.text) or text.endswith(piece.text)):
        return None
    if text.endswith(piece.text) and piece.text.startswith(("/", "©")) and len(piece.text) <= 80:
        return text.removesuffix(piece.text).strip(EDGES), _bare_credit(piece.text, words)
    kinds = kinds_of(piece.marks)
    rest = text.removeprefix(piece.text).removesuffix(piece.text).strip(EDGES)
    if not rest:
        return None
    told = (
        {"credit", "byline"} & set(kinds) and "caption" not in kinds[: kinds.index("credit")]
        if "credit" in kinds
        else "byline" in kinds
    )
    if len(piece.text) <= 140 and (told or _all_credit(piece.text, words)):
        return split_caption(rest, words)[0] or rest, _bare_credit(piece.text, words)
    if (
        text.startswith(piece.text)
        and len(rest) <= 140
        and (_all_credit(rest, words) or ("caption" in kinds and not SENTENCE.search(rest)))
    ):
        return piece.text.strip(EDGES), _bare_credit(rest, words)
    return None


def _all_credit(text: str, words: Phrases) -> bool:
    """Whether a short text is a credit and nothing else: a label with a name, or a supplier."""
    return len(text) <= 140 and not SENTENCE.search(text) and is_credit_text(text, words)


def _opens_credit(text: str, words: Phrases) -> bool:
    """Whether a short text begins as credits do, so that what follows belongs to it, brackets and all."""
    if len(text) > 140 or SENTENCE.search(text):
        return False
    bare = text.lstrip(EDGES)
    begins = words.labels.match(bare) or words.credits.match(bare) or words.suppliers.match(bare)
    return bool(begins) or text.lstrip(" -–—|/([").startswith("©")


def _bare_credit(text: str, words: Phrases) -> str:
    """A credit without its label and the brackets around it."""
    bare = _unlabelled(text.strip(EDGES), words).strip(EDGES)
    return bare + ")" if bare.count("(") > bare.count(")") else bare


def split_caption(text: str, words: Phrases, *, is_credit: bool = False) -> tuple[str | None, str | None]:
    """Split a line under a picture into its caption and its credit; either may be missing.

    `is_credit` tells that the markup calls the whole line a credit: a slash in it then parts names.
    """
    label = words.labels.match(text)
    bare = text[label.end() :].strip() if label else text.strip()
    if not bare:
        return None, None
    bare = bare[:LONGEST]
    found = LAST_BRACKETS.match(bare)
    if found and (is_credit_text(found[2], words) or _could_be_credit(found[2])):
        return found[1].strip() or None, _unlabelled(found[2], words)
    if after := _after_sentence(bare, words):
        return after
    if found := words.credited.match(bare):
        return found[1].strip(" ([-–—|/") or None, found[3].strip(" )].")
    if (found := WIDE_CREDIT.match(bare)) or ((found := SLASH_CREDIT.match(bare)) and _parts(found, words, is_credit)):
        return found[1].strip(), _unlabelled(found[2], words)
    if (found := BAR_CREDIT.match(bare)) and _could_be_credit(found[2]):
        return found[1].strip(), found[2].strip()
    if len(bare) <= 70 and (is_credit_text(bare, words) or SITE.search(bare)) and not SENTENCE.search(bare):
        return None, bare.strip(" ()©")
    return bare, None


def _parts(found: re.Match[str], words: Phrases, is_credit: bool) -> bool:
    """Whether a mark such as a slash parts caption and credit."""
    return is_credit_text(found[2], words) and (not is_credit or "©" in found[0])


def _after_sentence(text: str, words: Phrases) -> tuple[str, str] | None:
    """A credit that follows the caption's full stop without a label ("… tinggi. Dok. Kampus")."""
    for stop in STOP.finditer(text):
        rest = text[stop.end() :]
        opens = words.credits.match(rest) or words.suppliers.match(rest) or words.labels.match(rest) or "©" in rest
        told = opens and is_credit_text(rest, words)
        if stop.start() >= 8 and len(rest) <= 80 and (told or (len(text) - len(rest) > 40 and SIGNED.fullmatch(rest))):
            return text[: stop.start() + 1].strip(), _unlabelled(rest, words).removeprefix("©").strip()
    return None


def _could_be_credit(text: str) -> bool:
    slashed = "/" in text and not any(sign.isdigit() for sign in text.rsplit("/", maxsplit=1)[-1])
    plain = len(text.split()) <= 6 and (slashed or not any(sign.isdigit() for sign in text))
    return plain and text[:1].isupper() and not SENTENCE.search(text)


def _unlabelled(text: str, words: Phrases) -> str:
    label = words.labels.match(text) or words.sources.match(text)
    return text[label.end() :].strip() if label else text.strip()


def is_credit_text(text: str, words: Phrases) -> bool:
    """Whether a short text names who supplied a picture."""
    if len(text) > 100 or SENTENCE.search(text):
        return False
    return bool(words.suppliers.search(text) or words.credits.match(text) or "©" in text or words.labels.match(text))
