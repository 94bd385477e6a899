"""Names of known outlets in running text, longest first."""

from __future__ import annotations

from dataclasses import dataclass

from runut.outlets.registry import OutletEntry, Registry, registry
from runut.text import Prose


@dataclass(frozen=True, slots=True)
class NamedOutlet:
    """The words `[first, last)` of a text that name an outlet."""

    first: int
    last: int
    entry: OutletEntry
    ambiguous: bool
    """The name means other things too; only a credit beside it makes it the outlet."""


def names_in(prose: Prose) -> tuple[NamedOutlet, ...]:
    """Find every name of a known outlet, the longest at each place, in one pass over the words."""
    known = registry()
    found: list[NamedOutlet] = []
    free_from = 0
    for at, word in enumerate(prose.lower):
        if word in known.longest and at >= free_from:
            named = _longest_at(prose, at, known)
            if named is not None:
                found.append(named)
                free_from = named.last
    return tuple(found)


def name_at(prose: Prose, at: int) -> NamedOutlet | None:
    """The longest name of a known outlet that begins with the word of that index."""
    return _longest_at(prose, at, registry()) if prose.lower[at] in registry().longest else None


def _longest_at(prose: Prose, at: int, known: Registry) -> NamedOutlet | None:
    for last in range(min(at + known.longest[prose.lower[at]], len(prose.words)), at, -1):
        words = prose.lower[at:last]
        entry = known.by_key.get(words)
        if entry is None or not _adjacent(prose, at, last):
            continue
        spelling = next((s for s in known.spellings[words] if _written_so(prose.words[at:last], s)), None)
        if spelling is not None:
            return NamedOutlet(at, last, entry, spelling in entry.doubtful)
    return None


def _adjacent(prose: Prose, first: int, last: int) -> bool:
    """No line or sentence ends within the name."""
    gap = prose.text[prose.starts[first] : prose.ends[last - 1]]
    return last - first == 1 or not ("\n" in gap or ", " in gap or ". " in gap)


def _written_so(words: tuple[str, ...], spelling: str) -> bool:
    """Capitals decide between a name and a word: "APA" is an agency, "Apa" a question."""
    written = words[0]
    if spelling.isupper():
        return all(w.isupper() or not w.isalpha() for w in words)
    return written[0].isupper() or spelling[0].islower() or not spelling[0].isalpha()
