"""The titles that a page claims by machine, told from the names of its site."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from runut.articles.phrases import phrases
from runut.articles.words import ALIKE, Words, shared, words_of
from runut.pages import Claim, Page
from runut.pages.html import clean

CUT = re.compile(r"\s+[-–—|•·«»:]+\s+|\s*[|ㅣ｜]\s*|\s+::\s+")
LONGEST = 1000
# What is left of a title before a cut must be at least so long, in code points.
LEAST = 8
# A title that a second one repeats in part: the part makes up at least this share of it.
PART = 0.4


@dataclass(frozen=True, slots=True)
class Title:
    """One claimed title."""

    text: str
    forms: tuple[Words, ...]
    """Its words, whole and up to each mark such as a bar, after which a site's name may follow; whole first."""

    @property
    def words(self) -> Words:
        """The words of the whole."""
        return self.forms[0]

    def shows(self, words: Words) -> bool:
        """Whether these are its words, with or without a site's name."""
        return words in self.forms

    def same(self, other: Title) -> bool:
        """Whether two titles are one, with or without a site's name."""
        whole = self.words in other.forms or other.words in self.forms
        return whole or (self.forms[1:2] == other.forms[1:2] != ())

    def alike(self, other: Title) -> bool:
        """Whether two titles are one, give or take a few words."""
        return self.same(other) or shared(self.words, other.words) >= ALIKE


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of a page by where they are claimed; None where there is none."""

    linked: Title | None
    """The headline of the article's linked data."""
    shared: Title | None
    """What the page is called when it is shared (`og:title`)."""
    carded: Title | None
    """The same on a card (`twitter:title`)."""
    named: Title | None
    """The page's `title`."""

    def given(self) -> list[Title]:
        """The titles that are there, the most telling first."""
        return [title for title in (self.linked, self.shared, self.carded, self.named) if title is not None]


def titles_of(page: Page, claimed: tuple[Claim, ...]) -> Titles:
    """The titles that a page claims; `claimed` are the claims of the article's linked data."""
    linked = {claim.name: claim.value for claim in reversed(claimed)}

    def first(name: str) -> Title | None:
        found = next((c.value for c in page.claimed(name) if name != "title" or c.origin == "title"), None)
        return read_title(found) if found else None

    return Titles(
        read_title(linked.get("headline", "")),
        first("og:title"),
        first("twitter:title"),
        first("title"),
    )


def read_title(value: str) -> Title | None:
    """A claimed title; None when it has no words."""
    text = " ".join(html.unescape(value[:LONGEST]).split())
    forms = tuple(dict.fromkeys(words for form in _forms(clean(text)) if (words := words_of(form))))
    return Title(text, forms) if forms else None


def _forms(title: str) -> Iterator[str]:
    yield title
    yield from (title[: cut.start()] for cut in reversed(list(CUT.finditer(title))) if cut.start() >= LEAST)


def before_cut(title: str) -> str:
    """A title up to its last mark such as a bar, where the site's name mostly follows."""
    cuts = list(CUT.finditer(title[:LONGEST]))
    return title[: cuts[-1].start()] if cuts and cuts[-1].start() >= LEAST else title


def strip_site(titles: list[str]) -> str:
    """A title without page number and site name: what several claims share, else what precedes the last cut."""
    first = _without_page(titles[0])
    for other in titles[1:]:
        if other != first and first.startswith(other) and len(other) >= PART * len(first):
            return other
    cuts = list(CUT.finditer(first))
    if cuts and cuts[-1].start() >= PART * len(first) and len(first) - cuts[-1].end() <= 40:
        return _without_page(first[: cuts[-1].start()])
    return first


def _without_page(title: str) -> str:
    cuts = list(CUT.finditer(title))
    if cuts and phrases().page_number.fullmatch(title[cuts[-1].end() :]):
        return title[: cuts[-1].start()]
    return title
