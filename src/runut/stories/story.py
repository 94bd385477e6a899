"""The whole way from many articles to their stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from runut.copies.texts import Text
from runut.copies.tracing import trace
from runut.stories.claims import Claim, claims
from runut.stories.corrections import Correction, corrections
from runut.stories.drifts import Drift, drifts
from runut.stories.grouping import group
from runut.stories.meaning import Meaning
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


def stories(texts: Sequence[Text], meaning: Meaning | None = None) -> Iterator[Story]:
    """The stories that articles tell, the largest first; an article that no other is near makes one of its own.

    With `meaning`, translations that names and numbers do not tell are found, and what changed in them.
    """
    for places in group(texts):
        yield story([texts[place] for place in places], meaning)


def story(texts: Sequence[Text], meaning: Meaning | None = None) -> Story:
    """The story that articles tell which belong together."""
    known = cache(meaning) if meaning else None
    articles = members(texts)
    likeness = (lambda one, other: float(known(texts[one].text) @ known(texts[other].text))) if known else None
    derived = sources(articles, list(trace(texts, likeness)))
    return Story(
        articles=tuple(one.id for one in texts),
        copies=tuple(derived),
        origins=tuple(origins(articles, derived)),
        drifts=tuple(drifts({one.id: one for one in articles}, derived, known)),
        corrections=tuple(corrections(articles, derived, known)),
        claims=tuple(claims(articles, known)),
    )
