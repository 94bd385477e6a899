"""The cues of a language, arranged so that the words of a text find them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from runut.languages import Pack
from runut.languages.cues import CueGroup, Frame

Groups: TypeAlias = tuple[CueGroup, ...]
Phrase: TypeAlias = tuple[str, ...]

# Shorter words are never two words that lost their space.
SHORTEST_GLUED = 9
# Shorter cues occur within other words too often to be cut off from them.
SHORTEST_VERB = 6
# Frames whose cue may carry its source in a suffix.
CARRYING: frozenset[Frame] = frozenset({"inverted", "according"})


@dataclass(frozen=True, slots=True, eq=False)
class Lookup:
    """All cues of one language."""

    single: dict[str, Groups]
    """Cues of one word with their uses; an idiom has none."""
    longer: dict[Phrase, tuple[tuple[Phrase, Groups], ...]]
    """The others by their first two words, the longest first."""
    absent: dict[str, Groups]
    """Cues with the suffix that stands for their source."""
    firsts: frozenset[str]
    """Words with which a cue may begin."""
    verbs: dict[str, Groups]
    """Cues that are still one when they are glued to another word."""
    tail: re.Pattern[str]
    """A name and a cue without the space between them (`Anungmenyatakan`)."""
    head: re.Pattern[str]
    """A cue and a capitalised word without the space between them (`mengatakanBanjir`)."""
    tails: frozenset[str]
    """The last letters of such cues: few words end so, and the pattern is slow."""
    heads: frozenset[str]
    """Their first letters likewise."""

    def phrase(self, lower: tuple[str, ...], at: int) -> tuple[int, Groups] | None:
        """The longest cue or idiom that begins at a word: one past its last word, and its uses."""
        for phrase, groups in self.longer.get(lower[at : at + 2], ()):
            last = at + len(phrase)
            if lower[at:last] == phrase:
                return last, groups
        return (at + 1, self.single[lower[at]]) if lower[at] in self.single else None

    def may_be_glued(self, lower: str) -> bool:
        """A word of two words' length, given in lower case, begins or ends like a cue."""
        return lower[-SHORTEST_VERB:] in self.tails or lower[:SHORTEST_VERB] in self.heads

    def glued(self, word: str) -> Groups | None:
        """The uses of a cue that lost its space to a neighbour; None for a word that is only itself."""
        if len(word) < SHORTEST_GLUED or word.islower() or not (word.isalpha() and self.may_be_glued(word.lower())):
            return None
        match = self.tail.fullmatch(word) or self.head.fullmatch(word)
        return self.verbs[match.group(1).lower()] if match else None


@cache
def lookup(pack: Pack) -> Lookup:
    """The cues of a pack, arranged once."""
    uses = _uses(pack)
    phrases = uses | {tuple(idiom.split()): () for idiom in pack.cues.idioms}
    longer: dict[Phrase, list[tuple[Phrase, Groups]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        if len(phrase) > 1:
            longer.setdefault(phrase[:2], []).append((phrase, phrases[phrase]))
    absent = _absent(pack, uses)
    verbs = {p[0]: g for p, g in uses.items() if len(p) == 1 and len(p[0]) >= SHORTEST_VERB and not g[0].weak}
    either = "|".join(sorted(map(re.escape, verbs), key=len, reverse=True))
    return Lookup(
        single={phrase[0]: groups for phrase, groups in phrases.items() if len(phrase) == 1},
        longer={first: tuple(rest) for first, rest in longer.items()},
        absent=absent,
        firsts=frozenset(phrase[0] for phrase in phrases).union(absent),
        verbs=verbs,
        # A name keeps its capital before the verb; behind it, a capital shows where the next word begins.
        tail=re.compile(rf"[A-Z]\w*?({either})"),
        head=re.compile(rf"((?i:{either}))[A-Z]\w*"),
        tails=frozenset(verb[-SHORTEST_VERB:] for verb in verbs),
        heads=frozenset(verb[:SHORTEST_VERB] for verb in verbs),
    )


def _uses(pack: Pack) -> dict[Phrase, Groups]:
    """Each cue with the groups that have it, in the order of the pack."""
    found: dict[Phrase, list[CueGroup]] = {}
    for group in pack.cues.cue:
        for words in group.words:
            found.setdefault(tuple(words.split()), []).append(group)
    return {phrase: tuple(groups) for phrase, groups in found.items()}


def _absent(pack: Pack, uses: dict[Phrase, Groups]) -> dict[str, Groups]:
    """Cues with the suffix that stands for their source: `ujar` gives `ujarnya`, `menurut` `menurutnya`."""
    found: dict[str, Groups] = {}
    for phrase, groups in uses.items():
        carrying = tuple(group for group in groups if group.frame in CARRYING)
        if carrying and len(phrase) == 1:
            found |= {phrase[0] + suffix: carrying for suffix in pack.cues.absent}
    return found
