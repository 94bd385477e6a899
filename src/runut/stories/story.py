"""The whole way from many articles to their stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from runut.copies.texts import Text
from runut.copies.tracing import trace
from runut.copies.translations import Likeness
from runut.stories.claims import Claim, claims
from runut.stories.corrections import Correction, corrections
from runut.stories.drifts import Drift, drifts
from runut.stories.grouping import group
from runut.stories.members import members
from runut.stories.origins import Origin, origins
from runut.stories.sources import Derived, sources


class Story(Struct, frozen=True, kw_only=True):
    """Articles about one event."""

    articles: tuple[str, ...]
    copies: tuple[Derived, ...]
    origins: tuple[Origin, ...]
    """As far as they can be told from the articles held."""
    drifts: tuple[Drift, ...]
    corrections: tuple[Correction, ...]
    claims: tuple[Claim, ...]


def stories(texts: Sequence[Text], likeness: Likeness | None = None) -> Iterator[Story]:
    """The stories that articles tell, the largest first; an article that no other is near makes one of its own."""
    for places in group(texts):
        yield _story([texts[place] for place in places], _within(likeness, places))


def _within(likeness: Likeness | None, places: Sequence[int]) -> Likeness | None:
    return (lambda one, other: likeness(places[one], places[other])) if likeness else None


def _story(texts: Sequence[Text], likeness: Likeness | None) -> Story:
    articles = members(texts)
    derived = sources(articles, list(trace(texts, likeness)))
    return Story(
        articles=tuple(one.id for one in texts),
        copies=tuple(derived),
        origins=tuple(origins(articles, derived)),
        drifts=tuple(drifts({one.id: one for one in articles}, derived)),
        corrections=tuple(corrections(articles, derived)),
        claims=tuple(claims(articles)),
    )
