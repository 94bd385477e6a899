"""Everything about a text that is known before its statements are read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from runut.casing import cased
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
    """The text as it is read: with capitals, if it has lost its own; all spans are those of the text as given."""
    given: Prose
    """The text as given; for nearly all texts the same object."""
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
    words = lexicon(pack)
    # English makes words of words that are no name and another (`Indianapolis`), and its texts lose hardly any space.
    joints = () if words.genders else (words.nameless, words.function_words)
    prose = prepare(cased(text, joints), frozenset(pack.about.abbreviations), teller(pack))
    dates = find_dates(prose, published, pack)
    carriers = find_carriers(prose, pack, dates, outlet)
    asides = aside_words(prose, pack)
    barriers = asides.union(*[prose.words_in(date.span) for date in dates])
    credited = [prose.words_in(carrier.name_span) for carrier in carriers if carrier.known]
    cast = gather(prose, words, barriers.union(*credited))
    return Scene(prose, _given(text, prose), pack, dates, carriers, asides, barriers, cast)


def _given(text: str, prose: Prose) -> Prose:
    """The same prose over the words as the text has them."""
    if text == prose.text:
        return prose
    words = tuple([text[start:end] for start, end in zip(prose.starts, prose.ends, strict=True)])
    return replace(prose, text=text, words=words)
