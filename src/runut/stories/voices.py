"""Who is heard in a story, how often, and on which side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from runut.find.stems import fold
from runut.stories.saying import Stand
from runut.vocabulary import Act

Side: TypeAlias = Literal["affirms", "denies", "both", "silent", "other"]
AFFIRMING: tuple[Act, ...] = ("confirms", "alleges", "warns")
DENYING: tuple[Act, ...] = ("denies",)
SILENT: tuple[Act, ...] = ("declines",)


class Voice(Struct, frozen=True):
    """One speaker."""

    speaker: str
    articles: int
    """In how many articles."""
    statements: int
    acts: dict[Act, int]
    """How often each, the commonest first."""
    side: Side
    """By acts alone: whether of anything they affirm or deny; what of, the claims tell."""


def voices(groups: Sequence[Sequence[Stand]]) -> list[Voice]:
    """The speakers, those in most articles first; a name that is part of a longer one is taken for the same."""
    stands = [one for group in groups for one in group]
    whole = _whole({one.speaker for one in stands if one.speaker})
    heard: dict[str, list[Stand]] = {}
    for one in stands:
        if one.speaker:
            heard.setdefault(whole[one.speaker], []).append(one)
    found = [_voice(name, said) for name, said in heard.items()]
    return sorted(found, key=lambda voice: (-voice.articles, -voice.statements, voice.speaker))


def _whole(names: set[str]) -> dict[str, str]:
    """For each name the longest one that has all its words."""
    words = {name: frozenset(fold(name).split()) for name in names}
    return {name: max((other for other in names if words[name] <= words[other]), key=_size) for name in names}


def _size(name: str) -> tuple[int, str]:
    return len(name.split()), name


def _voice(name: str, said: Sequence[Stand]) -> Voice:
    acts = Counter(one.act for one in said)
    return Voice(name, len({one.article for one in said}), len(said), dict(acts.most_common()), _side(acts))


def _side(acts: Counter[Act]) -> Side:
    affirms, denies = any(acts[act] for act in AFFIRMING), any(acts[act] for act in DENYING)
    if affirms or denies:
        return "both" if affirms and denies else "affirms" if affirms else "denies"
    return "silent" if any(acts[act] for act in SILENT) else "other"
