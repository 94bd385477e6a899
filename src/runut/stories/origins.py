"""On what a story rests: the reports that are nobody's copies, held here or only credited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from runut.find.stems import fold
from runut.outlets.registry import squeeze
from runut.stories.members import CARRIERS, Member, known_as
from runut.stories.posts import post
from runut.stories.reach import reach
from runut.stories.sources import Derived

# Parts of names that are as short as this may be anybody's.
SHORTEST = 3


class Origin(Struct, frozen=True):
    """One independent origin."""

    name: str
    held: str | None
    """The article that is the origin; None for a report that is credited and not here."""
    articles: tuple[str, ...]
    """All that rest on it, itself included."""
    about: str | None = None
    """Of a report that is not here, when it came: the day on which it is first credited and the day before, as an EDTF
    interval (`2024-10-24/2024-10-25`); None where no article states its day."""


def origins(articles: Sequence[Member], derived: Sequence[Derived]) -> list[Origin]:
    """The origins, those with the most articles first.

    An article without a source is an origin of its own, unless it credits a carrier that is not here: then that
    carrier's report is, for all who credit it. Who has a source and quotes somebody whom no source names adds one.
    """
    by_id = {one.id: one for one in articles}
    above: defaultdict[str, list[str]] = defaultdict(list)
    for link in derived:
        above[link.copy].append(link.source)
    rests: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
    for one in articles:
        for name, held in _own(one, above[one.id], by_id):
            rests[name, held].add(one.id)
    for key, ids in rests.items():
        ids.update(other.id for other in articles if ids & reach(other.id, above))
        if key[1]:
            ids.add(key[1])
    found = [
        Origin(name, held, tuple(sorted(ids)), None if held else _about([by_id[one] for one in ids]))
        for (name, held), ids in rests.items()
    ]
    return sorted(found, key=lambda origin: (-len(origin.articles), origin.name))


def _about(articles: Sequence[Member]) -> str | None:
    """Around when a report came that these articles credit."""
    timed = [(one.text.moment.earliest, one.text.published) for one in articles if one.text.moment]
    if not timed:
        return None
    day = datetime.fromisoformat(min(timed)[1] or "").date()  # as the outlet counts its days
    return f"{day - timedelta(days=1)}/{day}"


def _own(one: Member, above: Collection[str], by_id: Mapping[str, Member]) -> list[tuple[str, str | None]]:
    """Origins that an article brings in itself."""
    if one.text.version_of:
        return []
    if one.signed and not above:
        return [(f"{one.signed} report", one.id)]
    found: list[tuple[str, str | None]] = [(f"{carrier} report", None) for carrier in _outside(one, above, by_id)]
    own = (f"{one.text.outlet or one.id}, own reporting", one.id)
    if not above:
        return [*found, own] if not found or one.reports else found
    sources = [by_id[source] for source in above]
    account = post(one)
    if account and not any(post(source) for source in sources):
        found.append((f"{account}, post", None))
    return [*found, own] if _adds(one, sources) else found


def _outside(one: Member, above: Collection[str], by_id: Mapping[str, Member]) -> list[str]:
    """The carriers that an article credits, the farthest of each chain, whose reports are not here.

    What a source of the article credits comes with that source.
    """
    here = {squeeze(name) for member in by_id.values() for name in member.names}
    here |= {squeeze(known_as(relay.name)) for source in above for relay in by_id[source].said.relays}
    cited = {relay.cites for relay in one.said.relays if relay.cites is not None}
    people = [frozenset(fold(person.name).split()) for person in one.said.people]
    names = [
        relay.name
        for number, relay in enumerate(one.said.relays)
        if relay.kind in CARRIERS
        and not any(frozenset(fold(relay.name).split()) <= person for person in people)
        and relay.name != relay.name.lower()  # “media asing” is nobody in particular
        and (not cited or number in cited or relay.cites is None)
    ]
    new = [known_as(name) for name in names if not _is_among(squeeze(name), here)]
    return [name for name in dict.fromkeys(new) if not _is_among(squeeze(name), here)]


def _is_among(name: str, here: Collection[str]) -> bool:
    """Whether a name is one of these, or a part that was cut from one: `Lintas.com` of HarianLintas.com."""
    return name in here or any(own.endswith(name) or own.startswith(name) for own in here if len(name) > SHORTEST)


def _adds(one: Member, above: Sequence[Member]) -> bool:
    """Whether an article tells who spoke to its outlet or what its agency found, or quotes whom no source names."""
    if one.has_asked or one.has_checked or (one.reports and not any(source.reports for source in above)):
        return True
    known = frozenset[str]().union(*(source.words for source in above))
    return any(not known & {fold(word) for word in (said.speaker or "").split()[-1:]} for said in one.quoted)
