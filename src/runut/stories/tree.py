"""The articles of a story as a tree: each below what it has it from, those that are credited and not here on top."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from runut.copies.sharing import Kind
from runut.stories.origins import Origin
from runut.stories.sources import Derived
from runut.stories.story import Story


class Branch(Struct, frozen=True):
    """An article, or a report that is not here, with what was made of it."""

    name: str
    article: str | None
    """Its id; None for a report that is not here."""
    kind: Kind | None
    """How it was made of the one above; None at the top."""
    below: tuple[Branch, ...]


def tree(story: Story) -> tuple[Branch, ...]:
    """The roots; an article with several sources stands below each of them."""
    copies: dict[str, list[Derived]] = {}
    for one in story.copies:
        copies.setdefault(one.source, []).append(one)
    sources = {one.copy for one in story.copies}
    roots = [name for name in story.articles if name not in sources]
    virtual = [_report(origin, roots, copies) for origin in story.origins if origin.held is None]
    hung = {branch.article for one in virtual for branch in one.below}
    return (*virtual, *(_branch(name, None, copies, ()) for name in roots if name not in hung))


def _report(origin: Origin, roots: Sequence[str], copies: Mapping[str, Sequence[Derived]]) -> Branch:
    """One that is not here, with the articles that credit it."""
    carried = tuple(_branch(name, "cites", copies, ()) for name in origin.articles if name in roots)
    return Branch(origin.name, None, None, carried)


def _branch(name: str, kind: Kind | None, copies: Mapping[str, Sequence[Derived]], above: tuple[str, ...]) -> Branch:
    """Whatever comes round to an article above it is left out."""
    way = (*above, name)
    below = (one for one in copies.get(name, ()) if one.copy not in way)
    return Branch(name, name, kind, tuple(_branch(one.copy, one.kind, copies, way) for one in below))
