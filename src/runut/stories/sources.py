"""Which article of a story has what it tells from which other: the nearest one that is held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from runut.copies.anchors import anchors, likeness
from runut.copies.links import Link
from runut.copies.sharing import Kind
from runut.copies.times import DAY
from runut.stories.members import Member

# An article that credits another, or links to it, has it from there when so much of names, numbers and words is alike.
CREDITED, LINKED = 0.05, 0.03
# Wording alone, without any credit, makes a source from here on.
SHARED = 0.3


class Derived(Struct, frozen=True):
    """One article has it from another."""

    copy: str
    source: str
    kind: Kind


def sources(articles: Sequence[Member], links: Sequence[Link]) -> list[Derived]:
    """Who has it from whom: a later version from the earlier one, who credits or links, who shares much wording."""
    by_pair = {(link.copy, link.source): link for link in links if link.confidence > 0.5}
    alike = _alike(articles)
    found = [_version(one, articles) for one in articles if one.text.version_of]
    for one in articles:
        if one.text.version_of is None:
            found += _of(one, articles, by_pair, alike)
    return _nearest([derived for derived in found if derived])


def _version(one: Member, articles: Sequence[Member]) -> Derived | None:
    earlier = next((other for other in articles if other.id == one.text.version_of), None)
    return Derived(one.id, earlier.id, "verbatim") if earlier else None


def _of(
    one: Member,
    articles: Sequence[Member],
    links: Mapping[tuple[str, str], Link],
    alike: Mapping[tuple[str, str], float],
) -> list[Derived]:
    credited: defaultdict[str | None, list[Member]] = defaultdict(list)
    found: list[Derived] = []
    worded: list[tuple[Member, Derived]] = []
    for other in articles:
        if other is one or not one.is_after(other, slack=DAY):  # pages are often dated wrongly
            continue
        link = links.get((one.id, other.id))
        if one.links_to(other) and alike[one.id, other.id] >= LINKED:
            found.append(Derived(one.id, other.id, _kind(one, other, link)))
        elif one.mentions(other) and alike[one.id, other.id] >= CREDITED:
            credited[other.text.outlet].append(other)
        elif link and link.kind != "translation" and link.share >= SHARED and one.is_after(other):
            worded.append((other, Derived(one.id, other.id, link.kind)))
    linked = {derived.source for derived in found}
    for others in credited.values():
        if not linked & {other.id for other in others}:
            best = max(others, key=lambda other: alike[one.id, other.id])
            found.append(Derived(one.id, best.id, _kind(one, best, links.get((one.id, best.id)))))
    ids = {derived.source for derived in found}
    named = {other.text.outlet for other in articles if other.id in ids}
    return [*found, *(derived for other, derived in worded if other.text.outlet not in named)]


def _kind(one: Member, other: Member, link: Link | None) -> Kind:
    if one.language != other.language:
        return "translation"
    return link.kind if link and link.kind != "translation" else "rewrite"


def _nearest(found: Sequence[Derived]) -> list[Derived]:
    """Without what comes through another source: whoever copies a copy has it from that one."""
    direct: defaultdict[str, set[str]] = defaultdict(set)
    for derived in found:
        direct[derived.copy].add(derived.source)
    kept = []
    for derived in found:
        others = direct[derived.copy] - {derived.source}
        if not any(derived.source in _behind(other, direct, set()) for other in others):
            kept.append(derived)
    return kept


def _behind(one: str, direct: Mapping[str, set[str]], seen: set[str]) -> set[str]:
    """All sources of a source."""
    for other in direct.get(one, set()) - seen:
        seen.add(other)
        _behind(other, direct, seen)
    return seen


def _alike(articles: Sequence[Member]) -> dict[tuple[str, str], float]:
    signs = anchors([one.text.text for one in articles])
    return {
        (one.id, other.id): likeness(here, there)
        for one, here in zip(articles, signs, strict=True)
        for other, there in zip(articles, signs, strict=True)
        if one is not other
    }
