"""From a page to its article."""

from __future__ import annotations

from dataclasses import dataclass

from runut.articles.anchors import Anchors, find_anchors
from runut.articles.bylines import find_byline
from runut.articles.identity import article_id, version_id
from runut.articles.kinds import find_access, find_kind
from runut.articles.labels import label_around
from runut.articles.pictures import find_images
from runut.articles.publishers import canonical_address, find_outlet
from runut.articles.sections import find_section
from runut.articles.surroundings import (
    find_agencies,
    find_notes,
    find_paging,
    find_related,
    find_tags,
)
from runut.articles.texts import BodyText, join_body
from runut.articles.times import find_times
from runut.articles.tongues import language_of
from runut.articles.trust import trusts_claims
from runut.articles.typed import TypedBlock
from runut.articles.words import words_of
from runut.pages import Page
from runut.vocabulary import Article, Doubt

NO_ARTICLE = "No article was found on the page: it shows no run of text."
CLAIMED_TEXT = "The page shows little text; it was taken from the page's machine-readable data."
NO_TIME = "The page states no time of publication."


# A deck has few lines; more of the kind are a list of another sort.
MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class _Reading:
    """A page with all that was worked out before its fields."""

    page: Page
    anchors: Anchors
    typed: tuple[TypedBlock, ...]
    body: BodyText


def recover(page: Page) -> Article:
    """Recover the anatomy of the article on a page; what is in doubt travels with it."""
    anchors = find_anchors(page)
    typed = label_around(page, anchors)
    return _article(_Reading(page, anchors, typed, join_body(page, typed, anchors)))


def _article(it: _Reading) -> Article:
    page, anchors, typed, body = it.page, it.anchors, it.typed, it.body
    outlet = find_outlet(page, anchors, body.prefix)
    name = outlet.name if outlet else None
    language = language_of(body.text or anchors.headline or "", page.language)
    published, modified = find_times(page, typed, anchors, language)
    canonical = canonical_address(page)
    kind = find_kind(page, anchors, body.text)
    deck = _deck(typed, body.text, anchors.main)
    byline = find_byline(page, typed, anchors, name, language)
    return Article(
        id=version_id(name, anchors.headline, deck, published, modified, body.text, *(c.name for c in byline)),
        article=article_id(canonical or page.url, name, anchors.headline, body.text),
        file=page.source,
        url=page.url,
        canonical_url=canonical,
        outlet=outlet,
        language=language,
        kind=kind,
        access=find_access(page, anchors, typed),
        section=find_section(page, typed, anchors),
        headline=anchors.headline,
        deck=deck,
        byline=byline,
        agency=find_agencies(typed),
        published=published,
        modified=modified,
        dateline=body.dateline,
        images=find_images(page, typed, anchors),
        page=find_paging(page, typed),
        tags=find_tags(page, typed, anchors, first_claimed=trusts_claims(language)),
        related=find_related(typed, anchors.main),
        notes=find_notes(typed),
        paragraphs=body.paragraphs,
        text=body.text,
        doubts=page.doubts + _doubts(body, published),
    )


def _deck(typed: tuple[TypedBlock, ...], text: str, main: int | None) -> str | None:
    """The first deck below the headline, with the decks that follow it at once (a summary in several lines)."""
    start = main or 0
    lines: list[str] = []
    for item in typed[start : start + 40]:
        told = item.kind == "deck" and not item.block.place.hidden
        if told and (lines or len(words_of(item.block.text)) >= 4) and not text.startswith(item.block.text):
            lines.append(item.block.text)
        elif lines and item.kind != "picture":
            break
    return " ".join(lines[:MOST_LINES]) or None


def _doubts(body: BodyText, published: str | None) -> tuple[Doubt, ...]:
    found: list[Doubt] = []
    if not body.text:
        found.append(Doubt("no_article", NO_ARTICLE))
    if body.claimed:
        found.append(Doubt("claimed_text", CLAIMED_TEXT))
    if published is None:
        found.append(Doubt("no_time", NO_TIME))
    return tuple(found)
