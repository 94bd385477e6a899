"""The section that an article stands in."""

from __future__ import annotations

import re

from runut.articles.addresses import names_section
from runut.articles.anchors import Anchors
from runut.articles.phrases import Phrases, phrases
from runut.articles.typed import TypedBlock
from runut.articles.words import words_of
from runut.pages import Page

TRAIL = re.compile(r"\s*[⁄/›»>|→·•❯⟩]+\s*|\s{3,}")
CUT_OFF = re.compile(r"\s*[|/•·,-]")
# How many blocks from the top may hold the menu.
MENU = 300


def find_section(page: Page, typed: tuple[TypedBlock, ...], anchors: Anchors) -> tuple[str, ...]:
    """The breadcrumb as shown, without Home and without the headline; else as claimed."""
    words = phrases()
    titles = (anchors.headline or "", typed[anchors.main].block.text if anchors.main is not None else "")
    homes = tuple(words.homes)
    for index, item in enumerate(typed):
        if item.kind == "breadcrumb" or _begins_at_home(item.block.text, homes, words):
            steps = _trimmed(_shown_steps(typed, index), titles, words)
            if steps:
                return steps
    return (
        _beside_date(typed, anchors)
        or _of_menu(typed, anchors)
        or _trimmed(_claimed_steps(page, anchors), titles, words)
    )


def _beside_date(typed: tuple[TypedBlock, ...], anchors: Anchors) -> tuple[str, ...]:
    """A link before the date in its line (`SPORT | 24 May 2026`) names the section."""
    start = anchors.main or 0
    for item in typed[start : start + 8]:
        if item.kind == "date" and item.block.links and item.block.text.startswith(item.block.links[0].text):
            step = item.block.links[0].text
            if len(step.split()) <= 3 and CUT_OFF.match(item.block.text[len(step) :]):
                return () if any(sign.isdigit() for sign in step) else (step,)
    return ()


def _of_menu(typed: tuple[TypedBlock, ...], anchors: Anchors) -> tuple[str, ...]:
    """A lone link right above or below the headline that the site's menu has as well."""
    main = anchors.main
    if main is None:
        return ()
    for item in (*typed[max(0, main - 2) : main], *typed[main + 1 : main + 2]):
        block = item.block
        if len(block.links) != 1 or block.linked < len(block.text) or len(block.text.split()) > 4:
            continue
        address = block.links[0].url
        others = (other.block for other in typed[:MENU] if other.block is not block)
        if len(address) > 1 and any(
            link.url == address and link.text == block.text for o in others for link in o.links
        ):
            return (block.text,)
    return ()


def _begins_at_home(text: str, homes: tuple[str, ...], words: Phrases) -> bool:
    if len(text) >= 160 or not text.lower().startswith(homes):
        return False
    steps = TRAIL.split(text)
    return 2 <= len(steps) <= 6 and steps[0].strip().lower() in words.homes


def _shown_steps(typed: tuple[TypedBlock, ...], index: int) -> list[str]:
    if typed[index].kind != "breadcrumb":
        return [s for s in TRAIL.split(typed[index].block.text) if s.strip()]
    found: list[str] = []
    for item in typed[index : index + 12]:
        if item.kind != "breadcrumb":
            if item.kind == "picture" or len(item.block.text) <= 2:
                continue
            break
        links = [link.text for link in item.block.links]
        rest = item.block.text
        for text in links:
            rest = rest.replace(text, "|", 1)
        steps = [s for s in TRAIL.split(rest) if s.strip(" |")]
        found += [*links, *steps]
    return found


def _trimmed(steps: list[str], titles: tuple[str, ...], words: Phrases) -> tuple[str, ...]:
    ends = [words_of(title) for title in titles]
    if steps and "." in steps[0].strip(".") and " " not in steps[0].strip():
        steps = steps[1:]
    kept: list[str] = []
    for step in (raw.strip(" /›»>|•·⁄") for raw in steps):
        mine = words_of(step)
        is_title = len(mine) > 2 and any(mine == end[: len(mine)] for end in ends)
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
    return [value for value in claimed if names_section(value)][:3]
