"""What a language pack says about credits, arranged for look-ups by word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from runut.languages.credits import CreditCue, Credits, Head
from runut.languages.pack import Pack
from runut.outlets import registry
from runut.text import Prose

Meaning = TypeVar("Meaning")
# Frames of `cues.toml` whose words show that somebody speaks in a sentence.
SPEAKING = frozenset({"speech", "inverted", "request", "passive"})


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Meaning]):
    """Phrases with what they mean, found by their first word, the longest first."""

    by_first: dict[str, tuple[tuple[tuple[str, ...], Meaning], ...]]
    suffixes: tuple[str, ...] = ()
    """Endings that the last word of a phrase may carry."""

    def at(self, prose: Prose, first: int) -> tuple[int, Meaning, bool] | None:
        """The longest phrase that begins with that word: where it ends, its meaning, and whether it has a suffix."""
        word = prose.lower[first]
        for stem in (word, *self._stems(word)) if self.suffixes else (word,):
            for phrase, meaning in self.by_first.get(stem, ()):
                last = first + len(phrase)
                if last > len(prose.lower):
                    continue
                ending = (word if last == first + 1 else prose.lower[last - 1]).removeprefix(phrase[-1])
                middle = (stem, *prose.lower[first + 1 : last - 1]) if last > first + 1 else ()
                fits = middle == phrase[:-1] and prose.lower[last - 1].startswith(phrase[-1])
                if fits and (not ending or ending.lstrip("-") in self.suffixes):
                    return last, meaning, bool(ending)
        return None

    def _stems(self, word: str) -> tuple[str, ...]:
        return tuple(word.removesuffix(s).rstrip("-") for s in self.suffixes if word.endswith(s))


@dataclass(frozen=True, slots=True)
class Grammar:
    """The credits of one language, compiled."""

    credits: Credits
    cues: Phrases[tuple[CreditCue, ...]]
    heads: Phrases[Head]
    again: Phrases[Head]
    """What points back to an outlet."""
    publishers: Phrases[None]
    determiners: Phrases[None]
    speech: frozenset[str]
    """Words that show that somebody speaks."""
    documents: frozenset[str]
    organisations: frozenset[str]
    official: frozenset[str]
    """Words by which a site is called somebody's own (*resmi*)."""
    titles: frozenset[str]
    """Words that begin the role of a person: what follows them is no carrier."""
    glue: frozenset[str]
    """Words that careless markup glues to a following name."""
    citing: tuple[str, ...]
    """Single words that cite: they may be glued to a name in small letters too."""
    passing: frozenset[str]
    """Those of them that pass on (*dilansir*) and so stand before names that no list holds."""
    links: frozenset[str]
    qualifiers: frozenset[str]
    anaphors: frozenset[str]
    inner: frozenset[str]
    mediums: frozenset[str]
    relative: frozenset[str]
    joiners: frozenset[str]
    people: frozenset[str]
    breaks: frozenset[str]
    openers: frozenset[str]
    when: frozenset[str]
    glued_after: frozenset[str]
    mastheads: frozenset[str]
    call_sign: re.Pattern[str] | None
    compounds: frozenset[str]
    near: frozenset[str]
    """Words of speech, and those that stand for it close before a place."""


@cache
def grammar(pack: Pack) -> Grammar:
    """Compile the credits of a pack once."""
    credits = pack.credits
    heads = [(words, head) for head in credits.heads for words in head.words]
    heads += [(name, _platform()) for name in _platforms()]
    cues = _cues(credits)
    loose = (*credits.links, *credits.determiners, *credits.qualifiers)
    singles = {w.split()[-1] for w in (*(w for w, _ in cues), *(w for w, _ in heads), *loose)}
    citing = [w for c in credits.cues if c.frame in ("cite", "told") for w in c.words if " " not in w]
    return Grammar(
        credits=credits,
        cues=_phrases(cues),
        heads=_phrases(heads, credits.suffixes),
        again=_phrases((w, head) for head in credits.again for w in head.words),
        publishers=_phrases((w, None) for w in credits.publishers),
        determiners=_phrases((w, None) for w in credits.determiners),
        speech=_speech(pack),
        official=frozenset(credits.official),
        documents=frozenset(pack.sources.documents),
        organisations=frozenset(pack.sources.organisations),
        titles=frozenset(w for w in (*pack.sources.titles, *pack.sources.ranks)),
        glue=frozenset(singles),
        citing=tuple(citing),
        passing=frozenset(w for c in credits.cues if c.frame == "cite" for w in c.words),
        links=frozenset(credits.links),
        qualifiers=frozenset(credits.qualifiers),
        anaphors=frozenset(credits.anaphors),
        inner=frozenset(credits.inner),
        mediums=frozenset(credits.mediums),
        relative=frozenset(() if credits.head_last else pack.sources.relative),
        joiners=frozenset(credits.joiners),
        people=frozenset(credits.people),
        breaks=frozenset(credits.breaks),
        openers=frozenset(w for phrase in credits.openers for w in phrase.split()),
        when=frozenset(w for phrase in credits.when for w in phrase.split()),
        glued_after=frozenset(credits.glued_after),
        mastheads=frozenset(credits.mastheads),
        call_sign=re.compile(credits.call_signs) if credits.call_signs else None,
        compounds=frozenset(credits.compounds),
        near=_speech(pack).union(credits.talks),
    )


def _speech(pack: Pack) -> frozenset[str]:
    groups = [g for g in pack.cues.cue if g.frame in SPEAKING and not g.weak]
    words = {w for g in groups for w in g.words}
    return frozenset(
        words | {w + s for g in groups if g.frame == "inverted" for w in g.words for s in pack.cues.absent}
    )


def _cues(credits: Credits) -> list[tuple[str, tuple[CreditCue, ...]]]:
    """One phrase may open several frames; they are tried in the order of the file."""
    found: dict[str, tuple[CreditCue, ...]] = {}
    for cue in credits.cues:
        for words in cue.words:
            found[words] = (*found.get(words, ()), cue)
    return list(found.items())


def _platforms() -> Iterable[str]:
    social = (e for e in registry().entries if e.kind == "social")
    return (n.lower() for e in social for n in e.names if n not in e.doubtful)


def _platform() -> Head:
    return Head(kind="social", words=(), alone=True, kept=True)


def _phrases(items: Iterable[tuple[str, Meaning]], suffixes: tuple[str, ...] = ()) -> Phrases[Meaning]:
    by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
    for phrase, meaning in items:
        words = tuple(phrase.split())
        by_first.setdefault(words[0], []).append((words, meaning))
    longest_first = {w: tuple(sorted(p, key=lambda x: -len(x[0]))) for w, p in by_first.items()}
    return Phrases(longest_first, suffixes)
