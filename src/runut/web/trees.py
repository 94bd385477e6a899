"""Who has it from whom, as a tree: origins at the roots, those that are only credited among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from runut.stories import Story
from runut.web.spots import article_address

DEEPEST = 10
"""Levels of a list that can still be told apart on a telephone."""


class Node(Struct, frozen=True, kw_only=True):
    """An article, or an origin that is credited and not held."""

    id: str
    """Of the article; a name of its own for what is not held."""
    name: str | None = None
    """Of an origin that is not held; None for an article."""
    kind: str | None = None
    """What the article is of the one above it, or `version` for a later version of it; None at a root."""
    also: tuple[str, ...] = ()
    """Other articles that it has something from."""
    below: tuple[Node, ...] = ()


def tree(story: Story) -> tuple[Node, ...]:
    """The roots, those with most below them first; each article stands once, below the source that is told first."""
    kinds: dict[str, str] = {}
    above: dict[str, list[str]] = defaultdict(list)
    for one in story.copies:
        above[one.copy].append(one.source)
        kinds.setdefault(one.copy, "version" if _page(one.copy) == _page(one.source) else one.kind)
    virtual = _virtual(story, above)
    below: dict[str, list[str]] = defaultdict(list)
    for article in story.articles:
        nearest = above[article] or [name for name, rest in virtual.items() if article in rest]
        if nearest:
            below[nearest[0]].append(article)
            kinds.setdefault(article, "cites")
    placed = _Placed(kinds, above, below)
    roots = [placed.node(name, called=called) for name, called in _roots(story, above, virtual)]
    # In a ring, where each has it from another, some one has to stand first.
    roots += [placed.node(one) for one in story.articles if one not in placed.seen]
    return tuple(sorted(roots, key=_size, reverse=True))


def _virtual(story: Story, above: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """Origins that are not held, each with the articles that have it from none that is."""
    found = {}
    for number, origin in enumerate(story.origins):
        if origin.held is None:
            rest = set(origin.articles)
            direct = frozenset(one for one in rest if not rest.intersection(above.get(one, ())))
            found[f"origin-{number}"] = direct
    return found


def _roots(
    story: Story, above: dict[str, list[str]], virtual: dict[str, frozenset[str]]
) -> Sequence[tuple[str, str | None]]:
    under = {one for rest in virtual.values() for one in rest}
    names = [(name, story.origins[int(name.removeprefix("origin-"))].name) for name in virtual]
    return [*names, *((one, None) for one in story.articles if not above.get(one) and one not in under)]


class _Placed:
    """Makes nodes; one that comes again, as in a ring, is left out."""

    def __init__(self, kinds: dict[str, str], above: dict[str, list[str]], below: dict[str, list[str]]) -> None:
        self._kinds, self._above, self._below = kinds, above, below
        self.seen: set[str] = set()

    def node(self, name: str, called: str | None = None, depth: int = 1) -> Node:
        """A node with all below it; what would stand too deep stands beside, and says what it has it from."""
        self.seen.add(name)
        if depth < DEEPEST:
            under = (one for one in self._below.get(name, ()) if one not in self.seen)
            below = tuple(self.node(one, depth=depth + 1) for one in under if one not in self.seen)
        else:
            below = tuple(self._beside(name))
        return self._made(name, self._above.get(name, [])[1:], called, below)

    def _beside(self, name: str) -> Iterator[Node]:
        waiting = list(self._below.get(name, ()))
        while waiting:
            one = waiting.pop(0)
            if one not in self.seen:
                self.seen.add(one)
                waiting += self._below.get(one, ())
                yield self._made(one, [above for above in self._above.get(one, ()) if above != name])

    def _made(self, name: str, also: Sequence[str], called: str | None = None, below: tuple[Node, ...] = ()) -> Node:
        return Node(id=name, name=called, kind=self._kinds.get(name), also=tuple(also), below=below)


def _page(name: str) -> str:
    """The page of which an id names a version."""
    return name.partition("@")[0]


def _size(node: Node) -> int:
    return 1 + sum(_size(one) for one in node.below)


def graph(story: Story, labels: dict[str, str]) -> list[dict[str, Any]]:
    """The same as nodes and edges for a drawing."""
    above: dict[str, list[str]] = defaultdict(list)
    for one in story.copies:
        above[one.copy].append(one.source)
    virtual = _virtual(story, above)
    nodes: list[dict[str, Any]] = [
        {"data": {"id": one, "label": labels[one], "target": article_address(_page(one))}, "classes": "held"}
        for one in story.articles
    ]
    nodes += [
        {"data": {"id": name, "label": story.origins[int(name[7:])].name[:60]}, "classes": "virtual"}
        for name in virtual
    ]
    edges = [{"data": {"source": one.source, "target": one.copy}, "classes": one.kind} for one in story.copies]
    edges += [{"data": {"source": name, "target": one}} for name, rest in virtual.items() for one in sorted(rest)]
    return nodes + edges
