"""The fixed points of a page: its title as claimed and as shown, its summary, its text as claimed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.articles.headlines import BELOW, HEADS, choose
from runut.articles.titles import before_cut, strip_site, titles_of
from runut.articles.trust import trusts_page
from runut.articles.words import ALIKE, WORD, Words, overlap, words_of
from runut.pages import Block, Claim, Page

ARTICLE = re.compile(r"(?:article|posting|report|liveblog|webpage)", re.IGNORECASE)
REAL_ARTICLE = re.compile(r"(?:article|posting|report)$", re.IGNORECASE)
# What shows a title has so many code points.
SHORTEST, LONGEST = 8, 400
LABEL = re.compile(r"[^:]{2,20}\s?:")
MARKUP = re.compile(r"<[a-zA-Z/][^<>]{0,200}>")


@dataclass(frozen=True, slots=True, eq=False)
class Anchors:
    """Where on the page the article shows itself."""

    headline: str | None
    headlines: tuple[int, ...]
    """Indices of the blocks that show the headline."""
    main: int | None
    """Index of the block that shows it foremost (an `h1` before a link in a list)."""
    claimed: tuple[Claim, ...]
    """Claims of the JSON-LD object that is the article; empty when there is none."""
    description: str | None
    body: str | None
    """The text that the article's JSON-LD gives, often shortened."""

    def linked(self, *names: str) -> tuple[str, ...]:
        """Values of the article's JSON-LD object."""
        return tuple(c.value for name in names for c in self.claimed if c.name == name)


def find_anchors(page: Page) -> Anchors:
    """Find headline, summary and claimed text of the article on a page."""
    claimed = _article_object(page)
    linked = {c.name: c.value for c in reversed(claimed)}
    titles = _titles(page, claimed)
    shown = _shown(page, titles)
    main = _foremost(page.blocks, shown, words_of(linked.get("headline", "")))
    seen = page.blocks[main].text if main is not None else _of_claims(page, titles)
    headline = _chosen(page, claimed, main, seen) if main is not None and seen else seen
    if seen:
        shown = _of_headline(page.blocks, shown, (words_of(seen), words_of(headline or "")), main) or shown[:1]
    return Anchors(headline, shown, main, claimed, _description(page, linked), linked.get("articleBody"))


def _shown(page: Page, titles: list[str]) -> tuple[int, ...]:
    """The blocks that show one of the titles."""
    if page.form == "plain":
        return _plain_headlines(page.blocks)
    sought = _sought(titles)
    found = tuple([i for i, block in enumerate(page.blocks) if block.picture is None and _shows(block, sought)])
    return found or _first_head(page.blocks)


def _description(page: Page, linked: dict[str, str]) -> str | None:
    found = linked.get("description") or _value(page, "og:description", "description", "twitter:description")
    return MARKUP.sub(" ", found).strip() if found else None


def _chosen(page: Page, claimed: tuple[Claim, ...], main: int, seen: str) -> str:
    """The headline where the page shows one, and its language's pages mostly name themselves rightly by machine."""
    if not trusts_page(page) or _all_say(page, claimed, seen):
        return seen
    kind = next((c.value for c in claimed if c.name == "@type"), "")
    return choose(seen, page.blocks[main + 1 : main + 1 + BELOW], titles_of(page, claimed), kind)


def _all_say(page: Page, claimed: tuple[Claim, ...], seen: str) -> bool:
    """Whether all that is claimed are the very words that are shown, as on most pages."""
    told = (*page.claimed("og:title", "twitter:title"), *(c for c in claimed if c.name == "headline"))
    return all(claim.value == seen for claim in told)


def _of_headline(
    blocks: tuple[Block, ...], shown: tuple[int, ...], words: tuple[tuple[str, ...], tuple[str, ...]], main: int | None
) -> tuple[int, ...]:
    """Of the blocks that show a title: those with the words of the first heading, and below it the chosen ones."""
    mine = {i: words_of(blocks[i].text) for i in shown}
    return tuple(i for i in shown if mine[i] == words[0] or (main is not None and i > main and mine[i] == words[1]))


def _of_claims(page: Page, titles: list[str]) -> str | None:
    """The headline of a page that shows none."""
    bare = (" ".join(claim.value[:1000].split()) for claim in page.claimed("headline"))
    return strip_site([*titles, *bare]) if titles else None


def _value(page: Page, *names: str) -> str | None:
    found = page.claimed(*names)
    return found[0].value if found else None


def _article_object(page: Page) -> tuple[Claim, ...]:
    groups: dict[int, list[Claim]] = {}
    for claim in page.claims:
        if claim.group:
            groups.setdefault(claim.group, []).append(claim)
    best: list[Claim] = []
    best_score = 0
    for claims in groups.values():
        names = {c.name for c in claims}
        kind = " ".join(c.value for c in claims if c.name == "@type")
        score = 4 * bool(REAL_ARTICLE.search(kind)) + bool(ARTICLE.search(kind))
        score += 2 * ("headline" in names) + len(names & {"datePublished", "author.name", "articleBody"})
        if score > best_score and score >= 3:
            best, best_score = claims, score
    return tuple(best)


def _titles(page: Page, claimed: tuple[Claim, ...]) -> list[str]:
    found = [c.value for c in claimed if c.name == "headline"]
    found += [c.value for c in page.claimed("og:title", "twitter:title", "title")]
    return list(dict.fromkeys(" ".join(t.split()) for t in (title[:1000] for title in found) if t.strip()))[:6]


@dataclass(frozen=True, slots=True)
class _Sought:
    """The titles looked for on the page, in words."""

    titles: tuple[Words, ...]
    sets: tuple[frozenset[str], ...]
    firsts: frozenset[str]
    """Their first words."""


def _sought(titles: list[str]) -> _Sought:
    forms = dict.fromkeys(words_of(form) for title in titles for form in (title, before_cut(title)))
    found = tuple(form for form in forms if form)
    return _Sought(found, tuple(map(frozenset, found)), frozenset(form[0] for form in found))


def _shows(block: Block, sought: _Sought) -> bool:
    """Whether a block shows one of the titles, give or take the site's name and a few words."""
    text = block.text
    if not SHORTEST <= len(text) <= LONGEST:
        return False
    head = block.tag in HEADS
    if not head and (first := WORD.search(text.lower())) and first.group() not in sought.firsts:
        return False
    mine = words_of(text)
    if len(mine) < 2:
        return False
    return any(_opens(mine, title, head=head) for title in sought.titles) or (head and _resembles(mine, sought))


def _opens(mine: Words, title: Words, *, head: bool) -> bool:
    """Whether a block is a title or the most of its beginning."""
    return mine == title[: len(mine)] and (len(mine) >= 0.5 * len(title) or (head and len(mine) >= 3))


def _resembles(mine: Words, sought: _Sought) -> bool:
    words = frozenset(mine)
    return any(overlap(words, title) >= ALIKE for title in sought.sets)


def _first_head(blocks: tuple[Block, ...]) -> tuple[int, ...]:
    heads = [i for i, b in enumerate(blocks) if b.tag == "h1" and len(words_of(b.text)) >= 3 and not b.place.hidden]
    return tuple(heads[:1])


def _foremost(blocks: tuple[Block, ...], shown: tuple[int, ...], linked: tuple[str, ...]) -> int | None:
    """The block that shows the headline: an `h1`, unless a heading below it alone has the words of the linked data.

    Such an `h1` repeats the title for search engines.
    """
    ranked = sorted(shown, key=lambda i: (blocks[i].tag not in HEADS, blocks[i].tag, blocks[i].linked > 0, i))
    if not ranked or words_of(blocks[ranked[0]].text) == linked:
        return ranked[0] if ranked else None
    own = [i for i in ranked if i > ranked[0] and blocks[i].tag in HEADS and not blocks[i].linked]
    return next((i for i in own if words_of(blocks[i].text) == linked), ranked[0])


def _plain_headlines(blocks: tuple[Block, ...]) -> tuple[int, ...]:
    """In plain text: a line before the text, best one that is repeated, bold, or on the text's subject."""
    first = next((i for i, b in enumerate(blocks) if len(b.text) >= 150), min(len(blocks), 12))
    text = set(words_of(" ".join(b.text for b in blocks[first : first + 6])))
    seen: dict[tuple[str, ...], list[int]] = {}
    for i, block in enumerate(blocks[: min(first + 1, 80)]):
        seen.setdefault(words_of(block.text), []).append(i)
    best: tuple[int, ...] = ()
    best_score = 0.0
    for words, places in seen.items():
        score = _title_score(blocks[places[0]], words, len(places), text)
        if score > best_score:
            best, best_score = tuple(places), score
    return best


def _title_score(block: Block, words: tuple[str, ...], times: int, text: set[str]) -> float:
    line = block.text
    if not 3 <= len(words) <= 30 or len(line) > 200 or block.links or line.endswith((".", ",", ":", ";")):
        return 0.0
    if (LABEL.match(line) and len(words) < 6) or line.endswith(")"):
        return 0.0
    share = len(set(words) & text) / len(set(words))
    return share * 2 + min(times - 1, 1) * 1.5 + (1.0 if block.bold * 2 > len(line) else 0.0) + min(len(words), 10) / 10
