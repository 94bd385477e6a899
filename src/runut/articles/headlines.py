"""Which of a page's titles is the headline, where they differ.

The first heading mostly is. Each rule here knows one sign that another title was chosen with more care: the heading was
written for search engines, or rolls on with the news.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from runut.articles.titles import Title, Titles, read_title
from runut.articles.words import Words, words_of
from runut.pages import Block

HEADS = ("h1", "h2", "h3")
# The page's own title stands at most so many blocks below a heading made for search engines.
BELOW = 4
# A title is said by at least so many words, and by so many claims.
SHORTEST, ENOUGH = 3, 3
# A shorter title keeps at least this share of the words.
KEPT = 0.5
LIVE = "liveblogposting"


@dataclass(frozen=True, slots=True)
class _Case:
    """What is known where a headline is to be chosen."""

    shown: Title
    """The words of the first heading."""
    titles: Titles
    below: tuple[Block, ...]
    """The blocks that follow the heading."""
    live: bool


def choose(shown: str, below: tuple[Block, ...], titles: Titles, kind: str) -> str:
    """The headline of a page whose first heading is `shown`; `below` are the blocks that follow it.

    `kind` is the type of the article in its linked data.
    """
    mine = read_title(shown)
    if mine is None:
        return shown
    case = _Case(mine, titles, below[:BELOW], LIVE in kind.lower())
    return next((found for rule in RULES if (found := rule(case))), shown)


def _spelled(case: _Case) -> str | None:
    """A title with the letters of the heading, whose words an overline without a space runs together."""
    for title in case.titles.given():
        if len(title.words) > len(case.shown.words) and "".join(title.words) == "".join(case.shown.words):
            return title.text
    return None


def _agreed(case: _Case) -> str | None:
    """The title that most claims share against the heading, the linked one among them where there is one."""
    given = case.titles.given()
    shared = case.titles.shared
    if len(given) < ENOUGH or shared is None or not given[0].alike(shared):
        return None
    same = [title for title in given if title.same(given[0])]
    alike = [title for title in given if title.alike(given[0])]
    if len(same) >= ENOUGH and not any(title.shows(case.shown.words) for title in same):
        return min(same, key=lambda title: len(title.words)).text
    return given[0].text if len(alike) == len(given) and not any(title.alike(case.shown) for title in given) else None


def _below(case: _Case) -> str | None:
    """The shared title, where a second heading shows it, perhaps behind an overline."""
    shared = case.titles.shared
    if shared is None or len(shared.words) < SHORTEST or shared.same(case.shown):
        return None
    before: Words = ()
    for block in case.below:
        words = words_of(block.text)
        if block.tag in HEADS and not block.linked and any(_ends(words, form) for form in shared.forms):
            return shared.text
        if before and len(words) >= SHORTEST and before + words in shared.forms:
            return block.text
        before = words if block.tag in HEADS and not block.linked else ()
    return None


def _apart(case: _Case) -> str | None:
    """The linked headline, where all else on the page, its `title` too, says something quite different together."""
    linked, others = case.titles.linked, case.titles.given()[1:]
    if linked is None or case.titles.named is None or len(others) < ENOUGH - 1:
        return None
    together = all(title.same(case.shown) or _begins(case.shown.words, title.words) for title in others)
    shortened = linked.alike(case.shown) or _left_out(linked.words, case.shown.words)
    return linked.text if together and not shortened and len(linked.words) >= SHORTEST else None


def _shorter(case: _Case) -> str | None:
    """The shared title, where it is the heading with words left out, and the heading stands in the page's `title`."""
    shared, named = case.titles.shared, case.titles.named
    if shared is None or named is None or not named.shows(case.shown.words) or shared.same(named):
        return None
    kept = len(shared.words) >= max(SHORTEST, KEPT * len(case.shown.words)) and not _cut_short(
        shared.text, case.shown.text
    )
    return shared.text if kept and _left_out(shared.words, case.shown.words) else None


def _rolling(case: _Case) -> str | None:
    """The shared title of live coverage, whose heading and linked headline roll on together."""
    shared, linked = case.titles.shared, case.titles.linked
    rolls = case.live and linked is not None and linked.same(case.shown)
    return shared.text if rolls and shared is not None and not shared.same(case.shown) else None


RULES: tuple[Callable[[_Case], str | None], ...] = (_spelled, _agreed, _below, _apart, _shorter, _rolling)
"""The first that finds a title wins."""


def _ends(words: Words, end: Words) -> bool:
    return len(end) >= SHORTEST and words[-len(end) :] == end


def _cut_short(part: str, whole: str) -> bool:
    """Whether a title ends where there was no more room, or where a quote mark ended the attribute that held it."""
    return part.endswith(("…", "...")) or (whole.startswith(part) and whole[len(part) :].lstrip().startswith('"'))


def _begins(words: Words, begin: Words) -> bool:
    """Whether a title is another one cut short (as by a quote mark that ends an attribute)."""
    return len(begin) >= SHORTEST and words[: len(begin)] == begin


def _left_out(part: Words, whole: Words) -> bool:
    """Whether the words of a part stand in the whole, in their order."""
    rest = iter(whole)
    return len(part) < len(whole) and all(word in rest for word in part)
