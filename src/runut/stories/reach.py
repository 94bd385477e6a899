"""What is reached from an article by going on from source to source, or from copy to copy."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def reach(start: str, steps: Mapping[str, Collection[str]]) -> set[str]:
    """All that can be reached, near and far; the start only where a way leads back to it."""
    seen: set[str] = set()
    waiting = [*steps.get(start, ())]
    while waiting:
        place = waiting.pop()
        if place not in seen:
            seen.add(place)
            waiting += steps.get(place, ())
    return seen
