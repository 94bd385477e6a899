"""A story as one self-contained page: its origins, who has it from whom, what changed on the way, who says what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import Template

from runut.copies.links import Link
from runut.copies.texts import Text
from runut.reports.markup import Markup, address, join, language_tag, safe, tag
from runut.reports.page import data, policy
from runut.reports.plain import elide
from runut.reports.texts import Interface, Texts, load_texts
from runut.stories.origins import Origin
from runut.stories.story import Story
from runut.stories.tree import Branch, tree

# A passage is shown by its beginning; the articles have all of it.
LONGEST = 400


def report(story: Story, articles: Mapping[str, Text], links: Sequence[Link] = (), language: Interface = "en") -> str:
    """The page of a story; `links` tell which words were copied, and are shown beside each other."""
    texts = load_texts(language)
    page = _Page(story, articles, texts)
    return Template(data("page.html")).substitute(
        language=safe(texts.language),
        policy=policy(),
        title=safe(elide(story.headline or "Runut", 120)),
        style=data("page.css"),
        script=data("page.js"),
        skip=safe(texts.say("page.skip")),
        eyebrow=safe(texts.say("story.eyebrow")),
        answer=safe(page.counts()),
        heading=tag("p", tag("bdi", story.headline), class_="headline"),
        main=join(
            page.origins(),
            page.copies(),
            page.drifts(),
            page.passages(links),
            page.claims(),
            page.corrections(),
            page.voices(),
            page.timeline(),
        ),
        footer=tag("p", tag("b", texts.say("story.earliest"))),
    )


class _Page:
    def __init__(self, story: Story, articles: Mapping[str, Text], texts: Texts) -> None:
        self._story = story
        self._articles = articles
        self._texts = texts

    def counts(self) -> str:
        number = self._texts.number
        return self._texts.say(
            "story.counts", articles=number(len(self._story.articles)), origins=number(len(self._story.origins))
        )

    def origins(self) -> Markup:
        rows = [
            (
                tag("bdi", origin.name),
                self._named(origin.held) if origin.held else self._missing(origin),
                join(*self._listed(origin.articles)),
            )
            for origin in self._story.origins
        ]
        return self._table("origins", ("origin", "held", "rests"), rows)

    def _missing(self, origin: Origin) -> str:
        return self._texts.say("story.not_held") + (f" · {origin.about}" if origin.about else "")

    def copies(self) -> Markup:
        """The articles as a tree: each below what it has it from."""
        branches = tree(self._story)
        return self._section("copies", tag("ul", *(self._branch(one) for one in branches), class_="tree"))

    def _branch(self, branch: Branch) -> Markup:
        how = f" · {self._texts.word('copying', branch.kind)}" if branch.kind else ""
        name = tag("span", branch.name) if branch.article is None else self._named(branch.article)
        below = tag("ul", *(self._branch(one) for one in branch.below)) if branch.below else None
        return tag("li", name, how, below)

    def drifts(self) -> Markup:
        rows = [
            (
                self._named(one.copy),
                self._texts.word("drift", one.kind),
                self._quoted(one.before, one.source),
                self._quoted(one.after, one.copy) if one.after else self._texts.say("story.gone"),
            )
            for one in self._story.drifts
        ]
        return self._table("drifts", ("copy", "change", "before", "after"), rows)

    def passages(self, links: Sequence[Link]) -> Markup:
        """What was copied word for word, in both articles."""
        rows = []
        for link in links:
            for passage in link.passages:
                copy, source = (self._articles[name].text for name in (link.copy, link.source))
                rows.append(
                    (
                        self._named(link.copy),
                        self._quoted(copy[slice(*passage.copy)], link.copy),
                        self._named(link.source),
                        self._quoted(source[slice(*passage.source)], link.source),
                    )
                )
        return self._table("passages", ("copy", "words", "source", "words"), rows)

    def claims(self) -> Markup:
        parts = []
        for claim in self._story.claims:
            stands = [
                tag(
                    "li",
                    self._named(one.article),
                    " · ",
                    tag("bdi", one.speaker),
                    " ",
                    tag("b", self._texts.word("act", one.act)),
                    " ",
                    self._quoted(one.words, one.article),
                )
                for one in claim.statements
            ]
            parts.append(tag("details", tag("summary", tag("bdi", elide(claim.claim, 160))), tag("ol", *stands)))
        return self._section("claims", *parts) if parts else Markup()

    def corrections(self) -> Markup:
        rows = [
            (
                self._named(one.article),
                tag("q", one.wrong),
                join(*self._listed(one.followed)),
                join(*self._listed(one.not_followed)),
            )
            for one in self._story.corrections
        ]
        return self._table("corrections", ("correction", "wrong", "followed", "not_followed"), rows)

    def voices(self) -> Markup:
        number = self._texts.number
        rows = [
            (tag("bdi", one.speaker), self._texts.word("side", one.side), number(one.articles), number(one.statements))
            for one in self._story.voices
        ]
        return self._table("voices", ("speaker", "side", "articles", "statements"), rows)

    def timeline(self) -> Markup:
        items = [
            tag(
                "li",
                tag("time", one.at),
                " ",
                self._named(one.article),
                tag("ul", *(tag("li", tag("bdi", said.speaker), ": ", tag("q", said.words)) for said in one.first)),
            )
            for one in self._story.timeline
        ]
        return self._section("timeline", tag("ol", *items))

    def _table(self, name: str, heads: Sequence[str], rows: Sequence[Sequence[str | Markup]]) -> Markup:
        if not rows:
            return Markup()
        head = tag("tr", *(tag("th", self._texts.say(f"story.{one}"), scope="col") for one in heads))
        body = [tag("tr", *(tag("td", cell) for cell in row)) for row in rows]
        return self._section(name, tag("table", tag("thead", head), tag("tbody", *body)))

    def _section(self, name: str, *children: Markup) -> Markup:
        return tag("section", tag("h2", self._texts.say(f"chapter.{name}"), id=name), *children)

    def _listed(self, names: Sequence[str]) -> list[Markup]:
        return [join(", " if place else "", self._named(name)) for place, name in enumerate(names)]

    def _named(self, name: str) -> Markup:
        """An article by its outlet and headline, linked to its page."""
        text = self._articles[name]
        shown = elide(f"{text.outlet or name}: {text.headline or text.text}", 90)
        href = address(text.url)
        return tag("a", tag("bdi", shown), href=href, rel="noreferrer") if href else tag("bdi", shown)

    def _quoted(self, words: str, article: str) -> Markup:
        language = self._articles[article].language
        return tag("q", elide(words, LONGEST), lang=language_tag(language) if language else None)
