"""Everything about a text that is known before its statements are read."""

from __future__ import annotations

from dataclasses import dataclass

from runut.chains.carrier import Carrier
from runut.chains.carriers import find_carriers
from runut.dates import find_dates
from runut.languages import Pack
from runut.people import Cast, gather, lexicon
from runut.statements.asides import aside_words
from runut.statements.tellers import teller
from runut.text import Prose, prepare
from runut.vocabulary import DatedPhrase


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A text, its language, and who and what appears in it."""

    prose: Prose
    pack: Pack
    dates: tuple[DatedPhrase, ...]
    carriers: tuple[Carrier, ...]
    asides: frozenset[int]
    """Indices of the words of related links within the text."""
    barriers: frozenset[int]
    """Indices of those and of the words of dates: nobody is named by them, and no source reaches into them."""
    cast: Cast


def survey(text: str, pack: Pack, *, published: str | None = None, outlet: str | None = None) -> Scene:
    """Read a text for dates, credits and names.

    `published` is an ISO 8601 date or time against which relative dates resolve; `outlet` is the article's own
    outlet, as a name or a domain, which is no carrier of its own words.
    """
    prose = prepare(text, frozenset(pack.about.abbreviations), teller(pack))
    dates = find_dates(prose, published, pack)
    carriers = find_carriers(prose, pack, dates, outlet)
    asides = aside_words(prose, pack)
    barriers = asides.union(*[prose.words_in(date.span) for date in dates])
    credited = [prose.words_in(carrier.name_span) for carrier in carriers if carrier.known]
    cast = gather(prose, lexicon(pack), barriers.union(*credited))
    return Scene(prose, pack, dates, carriers, asides, barriers, cast)
