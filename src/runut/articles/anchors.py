"""The fixed points of a page: its title as claimed and as shown, its summary, its text as claimed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.articles.phrases import phrases
from runut.languages import load_pack, served
from runut.languages.detect import primary
from runut.pages import Block, Claim, Page

WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|[^\W_]+")
CUT = re.compile(r"\s+[-–—|•·«»:]+\s+|\s*[|ㅣ｜]\s*|\s+::\s+")
ARTICLE = re.compile(r"(?:article|posting|report|liveblog|webpage)", re.IGNORECASE)
REAL_ARTICLE = re.compile(r"(?:article|posting|report)$", re.IGNORECASE)
MARKUP = re.compile(r"<[a-zA-Z/][^<>]{0,200}>")
HEADS = ("h1", "h2", "h3")
# How far a shown headline may differ from the claimed one: publishers shorten titles for search engines.
ALIKE = 0.75


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


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text for comparison: lower case, no marks."""
    return tuple(WORD.findall(text.lower()))


def find_anchors(page: Page) -> Anchors:
    """Find headline, summary and claimed text of the article on a page."""
    claimed = _article_object(page)
    titles = _titles(page, claimed)
    cut = list(dict.fromkeys(words_of(form) for title in titles for form in (title, _before_cut(title))))
    known = frozenset(title[0] for title in cut if title)
    shown = tuple(i for i, block in enumerate(page.blocks) if block.picture is None and _shows(block, cut, known))
    if page.form == "plain":
        shown = _plain_headlines(page.blocks)
    elif not shown:
        shown = _first_head(page.blocks)
    linked = {c.name: c.value for c in reversed(claimed)}
    description = linked.get("description") or _value(page, "og:description", "description", "twitter:description")
    description = MARKUP.sub(" ", description).strip() if description else None
    main = _foremost(page.blocks, shown, words_of(linked.get("headline", "")))
    headline = page.blocks[main].text if main is not None else (strip_site(titles) if titles else None)
    if headline:
        same = words_of(headline)
        shown = tuple(i for i in shown if words_of(page.blocks[i].text) == same) or shown[:1]
        headline = _agreed(page, linked.get("headline"), same) or headline
    return Anchors(headline, shown, main, claimed, description, linked.get("articleBody"))


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


def _shows(block: Block, titles: list[tuple[str, ...]], known: frozenset[str]) -> bool:
    """Whether a block shows one of the titles, give or take the site's name and a few words."""
    if not 8 <= len(block.text) <= 400:
        return False
    head = block.tag in HEADS
    if not head and (first := WORD.search(block.text.lower())) and first.group() not in known:
        return False
    mine = words_of(block.text)
    return len(mine) >= 2 and any(_alike(mine, title, head) for title in titles)


def _alike(mine: tuple[str, ...], title: tuple[str, ...], head: bool) -> bool:
    if not title:
        return False
    if mine == title[: len(mine)] and (len(mine) >= 0.5 * len(title) or (head and len(mine) >= 3)):
        return True
    if not head:
        return False
    common = len(set(mine) & set(title))
    return 2 * common / (len(set(mine)) + len(set(title))) >= ALIKE


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


def _agreed(page: Page, linked: str | None, shown: tuple[str, ...]) -> str | None:
    """The title that all claims share against the shown one, which then lacks or adds an overline.

    Only where the pages of the language name themselves by machine as their readers see them.
    """
    code = primary(page.language)
    if code in served() and not load_pack(code).asides.bylines.claimed_first:
        return None
    title = next((_before_cut(c.value) for c in page.claimed("title")), None)
    told = [linked, *(next((c.value for c in page.claimed(name)), None) for name in ("og:title", "twitter:title"))]
    given = [value for value in (*told, title) if value]
    forms = {words_of(value) for value in given}
    return " ".join(given[0].split()) if len(given) >= 3 and len(forms) == 1 and shown not in forms else None


def _before_cut(title: str) -> str:
    """A title up to its last mark such as a bar, where the site's name mostly follows."""
    cuts = list(CUT.finditer(title[:1000]))
    return title[: cuts[-1].start()] if cuts and cuts[-1].start() >= 8 else title


def strip_site(titles: list[str]) -> str:
    """A title without page number and site name: what several claims share, else what precedes the last cut."""
    first = _without_page(titles[0])
    for other in titles[1:]:
        if other != first and first.startswith(other) and len(other) >= 0.4 * len(first):
            return other
    cuts = list(CUT.finditer(first))
    if cuts and cuts[-1].start() >= 0.4 * len(first) and len(first) - cuts[-1].end() <= 40:
        return _without_page(first[: cuts[-1].start()])
    return first


def _without_page(title: str) -> str:
    cuts = list(CUT.finditer(title))
    if cuts and phrases().page_number.fullmatch(title[cuts[-1].end() :]):
        return title[: cuts[-1].start()]
    return title


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
    if (re.match(r"^[^:]{2,20}\s?:", line) and len(words) < 6) or line.endswith(")"):
        return 0.0
    share = len(set(words) & text) / len(set(words))
    return share * 2 + min(times - 1, 1) * 1.5 + (1.0 if block.bold * 2 > len(line) else 0.0) + min(len(words), 10) / 10
