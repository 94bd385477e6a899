"""Which article of a story has what it tells from which other: the nearest one that is held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from runut.copies.anchors import anchors, likeness
from runut.copies.links import Link
from runut.copies.sharing import Kind
from runut.copies.times import DAY
from runut.stories.members import Member
from runut.stories.reach import reach

# An article that credits another, or links to it, has it from there when so much of names, numbers and words is alike;
# one that only names it may write of it.
CREDITED, NAMED, LINKED = 0.05, 0.12, 0.03
# Wording alone, without any credit, makes a source from here on.
SHARED = 0.3


class Derived(Struct, frozen=True):
    """One article has it from another."""

    copy: str
    source: str
    kind: Kind


def sources(articles: Sequence[Member], links: Sequence[Link]) -> list[Derived]:
    """Who has it from whom: a later version from the earlier one, who credits or links, who shares much wording."""
    by_pair = {(link.copy, link.source): link for link in links if link.confidence > 0.5 and link.kind != "cites"}
    alike = _alike(articles)
    told: list[Derived] = []
    worded: list[Derived] = []
    for one in articles:
        if one.text.version_of:
            told += _version(one, articles)
            continue
        told += _told(one, articles, by_pair, alike)
        worded += _worded(one, articles, by_pair)
    by_id = {one.id: one for one in articles}
    return _nearest(_one_way(told, by_id), worded, {one.id: one.text.outlet for one in articles})


def _one_way(told: Sequence[Derived], by_id: Mapping[str, Member]) -> list[Derived]:
    """Of two articles that name each other the later one has it from the earlier one."""
    pairs = {(one.copy, one.source) for one in told}
    return [one for one in told if (one.source, one.copy) not in pairs or by_id[one.copy].is_after(by_id[one.source])]


def _version(one: Member, articles: Sequence[Member]) -> list[Derived]:
    return [Derived(one.id, other.id, "verbatim") for other in articles if other.id == one.text.version_of]


def _told(
    one: Member,
    articles: Sequence[Member],
    links: Mapping[tuple[str, str], Link],
    alike: Mapping[tuple[str, str], float],
) -> list[Derived]:
    """What an article says itself: of each outlet the pages that it links to, else the one that is most like it."""
    linked: defaultdict[str | None, list[Member]] = defaultdict(list)
    credited: defaultdict[str | None, list[Member]] = defaultdict(list)
    for other in articles:
        if other is one or not one.is_after(other, slack=DAY):  # pages are often dated wrongly
            continue
        if one.text.links_to(other.text) and alike[one.id, other.id] >= LINKED:
            linked[other.text.outlet].append(other)
        elif one.credits(other) and alike[one.id, other.id] >= (CREDITED if one.takes_from(other) else NAMED):
            credited[other.text.outlet].append(other)
    for outlet, others in credited.items():
        if outlet not in linked:
            linked[outlet] = [max(others, key=lambda other: alike[one.id, other.id])]
    chosen = {(seen := _as_it_was(one, other, articles)).id: seen for others in linked.values() for other in others}
    return [Derived(one.id, other.id, _kind(one, other, links.get((one.id, other.id)))) for other in chosen.values()]


def _as_it_was(one: Member, other: Member, articles: Sequence[Member]) -> Member:
    """The version of a page that an article has it from: whose words it has, else the last that it can have seen."""
    page = other.text.version_of or other.id
    states = [state for state in articles if page in (state.id, state.text.version_of)]
    seen = [state for state in states if one.is_after(state, slack=DAY)] or states[:1]
    return max(seen, key=lambda state: (_only(state, seen, one), one.is_after(state), _begun(state)))


def _only(state: Member, states: Sequence[Member], one: Member) -> int:
    """How many of the words that stand in this version alone an article has."""
    others = frozenset[str]().union(*(other.words for other in states if other is not state))
    return len((state.words - others) & one.words)


def _begun(state: Member) -> int:
    return state.text.moment.earliest if state.text.moment else 0


def _worded(one: Member, articles: Sequence[Member], links: Mapping[tuple[str, str], Link]) -> list[Derived]:
    """What wording alone tells."""
    found = [(other, links.get((one.id, other.id))) for other in articles if other is not one and one.is_after(other)]
    return [
        Derived(one.id, other.id, link.kind)
        for other, link in found
        if link and link.kind != "translation" and link.share >= SHARED
    ]


def _kind(one: Member, other: Member, link: Link | None) -> Kind:
    if one.language != other.language:
        return "translation"
    return link.kind if link and link.kind != "translation" else "rewrite"


def _nearest(told: Sequence[Derived], worded: Sequence[Derived], outlets: Mapping[str, str | None]) -> list[Derived]:
    """Without what comes through another source; what an article says itself goes before what its wording tells."""
    direct: defaultdict[str, set[str]] = defaultdict(set)
    for derived in told:
        direct[derived.copy].add(derived.source)
    kept = [one for one in told if not _comes_through(one, direct)]
    for derived in worded:
        known = {outlets[source] for source in direct[derived.copy]}
        family = {derived.source} | reach(derived.source, direct)
        if not direct[derived.copy] & family and outlets[derived.source] not in known:
            kept.append(derived)
    all_direct: defaultdict[str, set[str]] = defaultdict(set)
    for derived in kept:
        all_direct[derived.copy].add(derived.source)
    return [one for one in kept if not _comes_through(one, all_direct)]


def _comes_through(one: Derived, direct: Mapping[str, set[str]]) -> bool:
    others = direct[one.copy] - {one.source}
    return any(one.source in reach(other, direct) for other in others)


def _alike(articles: Sequence[Member]) -> dict[tuple[str, str], float]:
    signs = anchors([one.text.text for one in articles])
    found: dict[tuple[str, str], float] = {}
    for (one, here), (other, there) in combinations(zip(articles, signs, strict=True), 2):
        found[one.id, other.id] = found[other.id, one.id] = likeness(here, there)
    return found
