"""Names made of the beginnings of two others: `Raprat` is Raka Pratama."""

from __future__ import annotations

from collections import defaultdict

from runut.people.lexicon import Lexicon
from runut.people.member import Member

# Each of the two beginnings has at least so many letters, and the whole one at least twice as many.
SHORTEST_PART = 3
# One letter may close it that stands in neither (`Rapraf`).
CLOSING = 1


def joined_by_blend(lexicon: Lexicon, members: list[Member]) -> list[Member]:
    """The members without those whose one word is a blend of somebody's names, whose mentions that one has now.

    Where pronouns tell of gender people are not called so.
    """
    if lexicon.genders:
        return members
    bearers: defaultdict[str, list[Member]] = defaultdict(list)
    for member in members:
        if member.kind == "person" and len(member.words) > 1:
            bearers[member.name[:SHORTEST_PART].lower()].append(member)
    kept = []
    for member in members:
        bearer = _bearer(member, bearers)
        if bearer is None:
            kept.append(member)
        else:
            bearer.mentions += member.mentions
    return kept


def _bearer(member: Member, bearers: defaultdict[str, list[Member]]) -> Member | None:
    """Whose names the only word of a member is made of."""
    word = member.name.lower()
    if len(member.words) > 1 or len(word) < 2 * SHORTEST_PART or member.kind == "organisation":
        return None
    return next((m for m in bearers.get(word[:SHORTEST_PART], ()) if _is_blend(word, m.name.lower().split())), None)


def _is_blend(word: str, names: list[str]) -> bool:
    """It begins like the first name and goes on like the beginning of a later one, but has neither in full."""
    if any(name in word for name in names):
        return False
    starts = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    ends = (len(word) - CLOSING, len(word))
    return any(
        names[0].startswith(word[:at])
        and any(end - at >= SHORTEST_PART and later.startswith(word[at:end]) for later in names[1:] for end in ends)
        for at in starts
    )
