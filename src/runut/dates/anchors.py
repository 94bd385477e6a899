"""The day that relative dates are seen from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from runut.dates.phrases import Phrase, find_phrases
from runut.dates.resolve import resolve
from runut.dates.view import View
from runut.languages import Pack
from runut.text import Prose

AnchorSource: TypeAlias = Literal["published", "text", "none"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative dates resolve against, and where it comes from.

    `published`: the page says it. `text`: the latest full date in the text, for want of better; relative dates are then
    in doubt. `none`: there is neither, and relative dates are left out.
    """

    date: date | None
    source: AnchorSource


def resolve_against(prose: Prose, published: str | None, pack: Pack) -> Anchor:
    """The anchor of an article: its publication date (ISO 8601), or the latest full date in its text."""
    known = _published(published)
    return Anchor(known, "published") if known else latest(find_phrases(prose, pack))


def anchor_of(phrases: list[Phrase], published: str | None) -> Anchor:
    """The same from phrases that are found already."""
    known = _published(published)
    return Anchor(known, "published") if known else latest(phrases)


def latest(phrases: list[Phrase]) -> Anchor:
    """The latest full date; one with its weekday, as reports are dated, goes before any other."""
    full = [phrase for phrase in phrases if "day" in phrase.fields and not any(k.endswith("2") for k in phrase.fields)]
    dated = [phrase for phrase in full if "weekday" in phrase.fields] or full
    periods = [resolve(phrase.fields, View(None)) for phrase in dated]
    known = [period.start for period in periods if period is not None]
    return Anchor(max(known), "text") if known else Anchor(None, "none")


def _published(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
