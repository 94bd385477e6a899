"""The chain of a story, from the article's own outlet to the farthest carrier that it names."""

from __future__ import annotations

from runut.chains.relays import same_outlet
from runut.vocabulary import Relay

# A release tied to a speaker is where the words stand, not one who passes the story on.
UNCHAINED = frozenset({"press_release"})


def chain(own: str | None, relays: tuple[Relay, ...]) -> tuple[str | None, ...]:
    """Carriers of the story as a whole, nearest first: relays of scope `article`, each followed by what it cites."""
    cited = {r.cites for r in relays if r.scope == "article" and r.cites is not None}
    found: list[str | None] = [own]
    for index, relay in enumerate(relays):
        if relay.scope == "article" and index not in cited:
            for name in _followed(index, relays):
                if not any(n is not None and same_outlet(name, n) for n in found):
                    found.append(name)
    return tuple(found)


def _followed(start: int, relays: tuple[Relay, ...]) -> list[str]:
    """A relay and, one after another, those that it has it from; a circle ends the walk."""
    names: list[str] = []
    seen: set[int] = set()
    at: int | None = start
    while at is not None and at not in seen and at < len(relays):
        seen.add(at)
        if not names or relays[at].kind not in UNCHAINED:
            names.append(relays[at].name)
        at = relays[at].cites
    return names
