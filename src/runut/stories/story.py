"""The whole way from many articles to their stories."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from runut.copies.texts import Text
from runut.copies.tracing import trace
from runut.stories.claims import Claim, claims
from runut.stories.corrections import Correction, corrections
from runut.stories.drifts import Drift, drifts
from runut.stories.grouping import group
from runut.stories.meaning import Meaning
from runut.stories.members import Member, members
from runut.stories.origins import Origin, origins
from runut.stories.saying import in_order, said_together
from runut.stories.sources import Derived, sources
from runut.stories.timeline import Event, timeline
from runut.stories.voices import Voice, voices
from runut.vocabulary import Attribution


class Story(Struct, frozen=True, kw_only=True):
    """Articles about one event."""

    articles: tuple[str, ...]
    headline: str | None = None
    """That of the earliest article that others rest on; of the earliest where none does."""
    copies: tuple[Derived, ...]
    origins: tuple[Origin, ...]
    """As far as they can be told from the articles held."""
    drifts: tuple[Drift, ...]
    corrections: tuple[Correction, ...]
    claims: tuple[Claim, ...]
    voices: tuple[Voice, ...] = ()
    timeline: tuple[Event, ...] = ()


def stories(texts: Sequence[Text], meaning: Meaning | None = None) -> Iterator[Story]:
    """The stories that articles tell, the largest first; an article that no other is near makes one of its own.

    With `meaning`, translations that names and numbers do not tell are found, and what changed in them.
    """
    known = cache(meaning) if meaning else None
    for places in group(texts, known):
        yield story([texts[place] for place in places], known)


def story(
    texts: Sequence[Text], meaning: Meaning | None = None, known: Mapping[str, Attribution] | None = None
) -> Story:
    """The story that articles tell which belong together; `known` is what was read of some of them before, by id."""
    mean = cache(meaning) if meaning else None
    articles = members(texts, known or {})
    likeness = (lambda one, other: float(mean(texts[one].text) @ mean(texts[other].text))) if mean else None
    derived = sources(articles, list(trace(texts, likeness)))
    groups = said_together([one for one in articles if not one.text.version_of], mean)
    return Story(
        articles=tuple(one.id for one in texts),
        headline=_headline(articles, {link.source for link in derived}),
        copies=tuple(derived),
        origins=tuple(origins(articles, derived)),
        drifts=tuple(drifts({one.id: one for one in articles}, derived, mean)),
        corrections=tuple(corrections(articles, derived, mean)),
        claims=tuple(claims(articles, derived, mean)),
        voices=tuple(voices(groups)),
        timeline=tuple(timeline(articles, groups)),
    )


def _headline(articles: Sequence[Member], roots: Collection[str]) -> str | None:
    order = [one for one in in_order(articles) if one.text.headline]
    return next((one.text.headline for one in order if one.id in roots), order[0].text.headline if order else None)
