"""Finding the entry of somebody among those that may be theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from runut.names.bearers import Bearer
from runut.names.cores import compared
from runut.names.judged import Match
from runut.names.matching import match
from runut.names.matters import is_initials
from runut.names.roles import roles_differ
from runut.names.spelling import is_common

Ruled: TypeAlias = Mapping[tuple[str, str], bool]

# A single name means whoever is called so in many articles, where nobody else is in nearly as many.
OFTEN = 3
TIMES = 5
SLIPS = ("letter", "spelling")
MOST = 32
"""A key that more entries share points at nobody, and need not be looked at."""


class Entry(Struct, frozen=True):
    """Somebody whom the desk knows."""

    id: int
    articles: int
    """How many articles name them."""
    members: tuple[Bearer, ...]
    """Those of their mentions that differ."""


class Placed(Struct, frozen=True):
    """Where somebody belongs, and why."""

    entry: int
    member: Bearer
    """With whom the name was matched."""
    match: Match


def place(bearer: Bearer, candidates: Sequence[Entry], ruled: Ruled | None = None) -> Placed | None:
    """The entry that a name belongs to; None when it is nobody's that is known, or when two fit equally well.

    `ruled` tells of pairs of names, in either order, whether a person has decided that they are one's; that holds.

    No member of the entry may be told to be somebody else: so that names do not chain, as *Budi Santoso*, *Budi* and
    *Budi Gunawan* would.
    """
    found = [placed for entry in candidates if (placed := _fits(bearer, entry, ruled or {}))]
    if not found:
        return _called(bearer, [entry for entry in candidates if not _is_ruled_out(bearer, entry, ruled or {})])
    best = max(found, key=lambda placed: placed.match.score)
    rivals = [placed for placed in found if placed.match.score == best.match.score]
    return best if len(rivals) == 1 else _first(rivals, candidates)


def _fits(bearer: Bearer, entry: Entry, ruled: Ruled) -> Placed | None:
    told = [(_compare(bearer, member, ruled), member) for member in entry.members]
    same = [(found, member) for found, member in told if found.verdict == "same"]
    if not same:
        return None
    best, member = max(same, key=lambda pair: pair[0].score)
    if any(_parts(found, other, best, member) for found, other in told):
        return None
    return Placed(entry.id, member, best)


def _parts(found: Match, other: Bearer, best: Match, member: Bearer) -> bool:
    """Whether what another member tells keeps a name out, though it is the same as this one."""
    # A nickname has no word of the other names; that speaks against nobody.
    if found.verdict != "different" or found.rule == "nothing":
        return False
    # Who is written just as a member is belongs with it, whatever the others are called.
    if found.rule == "ruling" or best.rule == "name":
        return found.rule == "ruling"
    # A slip of the pen in a name is further from other slips, and from longer forms, than the name is.
    told = match(member, other)
    return best.rule not in SLIPS or (told.verdict != "same" and told.rule not in SLIPS)


def _is_ruled_out(bearer: Bearer, entry: Entry, ruled: Ruled) -> bool:
    decided = (ruled.get(pair) for one in entry.members for pair in ((bearer.name, one.name), (one.name, bearer.name)))
    return False in decided


def _compare(left: Bearer, right: Bearer, ruled: Ruled) -> Match:
    decided = ruled.get((left.name, right.name), ruled.get((right.name, left.name)))
    if decided is None:
        return match(left, right)
    told = f"a person has decided on “{left.name}” and “{right.name}”"
    return Match("same", 1.0, "ruling", told) if decided else Match("different", 0.0, "ruling", told)


def _first(rivals: Sequence[Placed], candidates: Sequence[Entry]) -> Placed | None:
    """Of entries that fit equally well the one that is named most: far more often, where they are not one's anyway."""
    often = {entry.id: entry.articles for entry in candidates}
    order = sorted(rivals, key=lambda placed: (-often[placed.entry], placed.entry))
    is_far = often[order[0].entry] >= TIMES * often[order[1].entry]
    return (
        order[0] if is_far or all(match(order[0].member, one.member).verdict != "different" for one in order) else None
    )


def _called(bearer: Bearer, candidates: Sequence[Entry]) -> Placed | None:
    """For a single name, whoever articles call by it, where that is one person far before all others."""
    words = compared(bearer.name)
    if len(words) != 1 or bearer.kind != "person" or is_common(words[0]) or is_initials(bearer.name):
        return None
    named = [entry for entry in candidates if _is_called(entry, words[0])]
    # Those who are known by the word alone are no rivals of one with a fuller name.
    fuller = [entry for entry in named if any(len(compared(member.name)) > 1 for member in entry.members)]
    entry = _foremost(fuller or named)
    if entry is None or _is_other(bearer, entry):
        return None
    member = entry.members[0]
    told = f"“{bearer.name}” is what articles call {member.name}, who is named in {entry.articles} articles here"
    return Placed(entry.id, member, Match("same", 0.8, "called", told))


def _foremost(named: Sequence[Entry]) -> Entry | None:
    """Whom far more articles name than anybody else of some."""
    order = sorted(named, key=lambda entry: (-entry.articles, entry.id))
    if not order or order[0].articles < OFTEN:
        return None
    others = order[1].articles if len(order) > 1 else 0
    return order[0] if order[0].articles >= TIMES * others else None


def _is_called(entry: Entry, word: str) -> bool:
    calls = (name for member in entry.members for name in (member.name, *member.called, *member.known_as))
    return any(compared(name) == (word,) for name in calls)


def _is_other(bearer: Bearer, entry: Entry) -> bool:
    """Whether all that is told of an entry's roles speaks against one who has a role."""
    told = [member for member in entry.members if member.roles]
    return bool(told) and all(roles_differ(bearer, member) for member in told)
