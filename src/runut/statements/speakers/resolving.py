"""The order in which the speaker of a statement is looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TypeAlias

from runut.chains.carrier import Carrier
from runut.people import Cast
from runut.statements.drafts import Draft
from runut.statements.ground import Ground
from runut.statements.speakers.bodies import called
from runut.statements.speakers.credits import Credits
from runut.statements.speakers.descriptions import described
from runut.statements.speakers.floor import Choice, Floor
from runut.statements.speakers.given import by_ending, given, giver, possessed
from runut.statements.speakers.headings import headed, is_heading, is_left_open
from runut.statements.speakers.leads import held, is_view
from runut.statements.speakers.names import named
from runut.statements.speakers.pronouns import own, owned, pronoun
from runut.statements.speakers.sorting import sorted_out
from runut.statements.speakers.source import Source
from runut.statements.speakers.speaker import Speaker
from runut.statements.speakers.theirs import theirs
from runut.statements.speakers.titles import titled
from runut.statements.speakers.told import carrier, credited
from runut.statements.speakers.unsaid import unsaid

Rule: TypeAlias = Callable[[Floor, Source], Speaker | None]

RULES: tuple[Rule, ...] = (own, possessed, owned, pronoun, by_ending, given, theirs, carrier, called, named, titled)
"""Each tells who a source is, or None; what none of them knows is a description."""

# What the learned reader is less sure of than this may be no statement: its speaker does not go on speaking.
DOUBTFUL = 0.8
# Who is only described in the words of one of these may be described again by the article.
RELAYING = frozenset({"outlet", "organisation"})


def resolve(
    ground: Ground, cast: Cast, carriers: Iterable[Carrier], drafts: list[Draft], choose: Choice | None = None
) -> list[Speaker]:
    """The speakers of drafts, which stand in the order of the text."""
    floor = Floor(ground, cast, Credits.of(ground.prose, ground.lexicon, carriers), choose)
    floor.pronouns |= _addressed(ground, cast)
    found: dict[Draft, Speaker] = {}
    following = [item for item in drafts if item.parent is None]
    left_open = {item for item, after in pairwise(following) if is_left_open(ground, item, after)}
    headings = left_open.union(item for item in drafts if is_heading(ground, item))
    leads: set[Draft] = set()
    for item in drafts:
        if item in headings:
            continue
        if floor.last is None and is_view(item):
            leads.add(item)
            continue
        shared = found.get(item.shared) if item.shared else None
        found[item] = shared or _speaker(floor, item, found.get(item.parent) if item.parent else None)
    if headings:
        found |= headed(headings, found)
    if leads:
        found |= held(leads, found)
    return [sorted_out(floor, found[item]) for item in drafts]


def _addressed(ground: Ground, cast: Cast) -> dict[str, str]:
    """The pronouns of those whom a form of address tells (`Mr Moss`)."""
    genders = ground.lexicon.genders
    return {m.name: genders[m.rank] for m in cast.members if m.rank in genders}


def _speaker(floor: Floor, item: Draft, holder: Speaker | None) -> Speaker:
    """Find the speaker of a draft and, if nobody else reports it, give them the floor."""
    speaker = _find(floor, item, holder)
    sure = item.probability is None or item.probability >= DOUBTFUL
    if speaker.name is not None and item.parent is None and sure:
        floor.give(speaker, item)
    elif speaker.rule == "description" and holder is not None and holder.type in RELAYING and sure:
        floor.describe(speaker)  # `Arunika melaporkan |seorang guru mengatakan …`
    return speaker


def _find(floor: Floor, item: Draft, holder: Speaker | None) -> Speaker:
    if item.source is None:
        return unsaid(floor, item)
    source = Source.of(floor.ground, item, item.source, holder)
    if item.frame == "carrier" and (source is None or giver(floor.ground, source) is None):
        return credited(floor, item.source)
    if source is None:
        return unsaid(floor, item)
    source = giver(floor.ground, source) or source
    for rule in RULES:
        speaker = rule(floor, source)
        if speaker is not None:
            return speaker
    return described(floor, source)
