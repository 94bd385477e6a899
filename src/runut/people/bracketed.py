"""Short forms in brackets behind a name, and the members that the text calls by them alone."""

from __future__ import annotations

from runut.people.member import Member


def joined_by_alias(members: list[Member]) -> list[Member]:
    """A member whose name is another's short form joins it (`Riwa` joins `Rina Wati (Riwa)`)."""
    bearers = {alias: m for m in members for alias in m.aliases}
    nicknames = _nicknames(bearers)
    kept = []
    for member in members:
        full = bearers.get(member.name.lower()) or _nicknamed(member, nicknames)
        if full is None or full is member:
            kept.append(member)
        else:
            full.mentions += member.mentions
    return kept


def _nicknames(bearers: dict[str, Member]) -> dict[str, list[tuple[frozenset[str], Member]]]:
    """Short forms of several words, by each of their words."""
    found: dict[str, list[tuple[frozenset[str], Member]]] = {}
    for alias, bearer in bearers.items():
        if " " in alias:
            words = frozenset(alias.split())
            for word in words:
                found.setdefault(word, []).append((words, bearer))
    return found


def _nicknamed(member: Member, nicknames: dict[str, list[tuple[frozenset[str], Member]]]) -> Member | None:
    """Whoever is called `Gus Ipul` in brackets is the one whom the text then calls Ipul."""
    some = next(iter(member.words))
    return next((bearer for words, bearer in nicknames.get(some, ()) if member.words <= words), None)
