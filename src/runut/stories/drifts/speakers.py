"""Who says it: sources that were blurred or sharpened, and carriers that are credited no more."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from runut.languages import load_pack, served
from runut.stories.drifts.drift import Change
from runut.stories.drifts.pairing import Pairing
from runut.stories.lines import Line, folded
from runut.stories.members import Member, known_as
from runut.stories.numbers import numbers
from runut.stories.saying import words_of
from runut.vocabulary import Relay, Statement

# A mention that has lost more words than an article (*a*, *seorang*) tells less.
LESS = 2
# So many words describe somebody who is not named.
DESCRIBED = 5
# A report that is credited among so many first sentences is what the article rests on.
LEAD = 3


def speakers(pairing: Pairing) -> Iterator[Change]:
    """What became of those who say it in the source, each told once."""
    told: set[str | None] = set()
    for source, copy in pairing.pairs:
        for said in source.said:
            change = _speaker(pairing, said, copy)
            if change and said.speaker not in told:
                told.add(said.speaker)
                yield change


def _speaker(pairing: Pairing, said: Statement, copy: Line) -> Change | None:
    """A speaker who was named and is not any more, or was not and is."""
    before, words = mention(pairing.source, said), words_of(pairing.source, said)
    other = next((one for one in copy.said if pairing.is_about(words_of(pairing.copy, one), words)), None)
    if other is None and (copy.said or not pairing.is_about(copy.text, words)):
        return None
    after = mention(pairing.copy, other) if other else copy.text
    if _is_unnamed(pairing.source, said):
        return _unnamed(pairing, before, after, other)
    if said.speaker_type != "person" or not said.speaker or not said.speaker.istitle():
        return None
    name = folded(said.speaker.split()[-1])
    return Change("source_blurred", before, after) if name <= folded(before) and not name & pairing.copy.words else None


def _is_unnamed(article: Member, said: Statement) -> bool:
    """Whether nobody is named, only how many or what they are."""
    is_counted = said.speaker_type == "group" and _counts(mention(article, said), article.language)
    return said.speaker_type == "unnamed" or is_counted


def _counts(mentioned: str, language: str) -> bool:
    """Some number in it is not part of a name, as in `parents of pupils at SMP Negeri 2`."""
    ahead = (mentioned[: number.start].split() for number in numbers(mentioned, language))
    return any(len(words) < 2 or not words[-1][0].isupper() for words in ahead)  # `Sekitar 200 warga` opens a sentence


def _unnamed(pairing: Pairing, before: str, after: str, other: Statement | None) -> Change | None:
    if other is None:  # who is only *he* or *residents* here was told before, or nobody
        return Change("source_blurred", before, after) if len(before.split()) >= DESCRIBED else None
    if other.speaker_type == "organisation":
        is_carrier = other.act == "reports" or any(folded(name) <= folded(after) for name in pairing.source.names)
        return None if is_carrier else Change("source_sharpened", before, after)
    is_less = other.speaker_type in ("unnamed", "group", "none") and len(folded(before) - folded(after)) >= LESS
    if not is_less or not folded(after) <= folded(before):
        return None
    is_people = bool(folded(after) & _people(pairing.copy.language))
    return Change("source_blurred" if is_people else "source_sharpened", before, after)


@cache
def _people(language: str) -> frozenset[str]:
    """Words for somebody who is not named: without them *an engineer at the plant* has become *the plant*."""
    code = language.partition("-")[0]
    known = load_pack(code).sources if code in served() else None
    return frozenset((*known.unnamed, *known.groups, *known.titles)) if known else frozenset()


def carriers(pairing: Pairing) -> Iterator[Change]:
    """A carrier that the source credits, and that the copy does not name: it credits the source, or only *media*."""
    credits = [relay for relay in pairing.copy.said.relays if relay.words]
    is_vague = all(_is_nobody(relay) for relay in credits)
    if not credits or pairing.copy.text.version_of or not (is_vague or pairing.copy.credits(pairing.source)):
        return
    lost = next((relay for relay in _credited(pairing.source, everywhere=is_vague) if _is_lost(pairing, relay)), None)
    if lost:
        before, after = (_words(*one) for one in ((pairing.source, lost), (pairing.copy, credits[0])))
        yield Change("source_blurred", before, after)


def _credited(article: Member, *, everywhere: bool) -> list[Relay]:
    """The carriers that are named in its lead, or anywhere."""
    lead = max((line.span[1] for line in article.lines[:LEAD]), default=0)
    named = [relay for relay in article.said.relays if relay.words and not _is_nobody(relay)]
    return [relay for relay in named if everywhere or (relay.words and relay.words[0] < lead)]


def _is_lost(pairing: Pairing, relay: Relay) -> bool:
    name = known_as(relay.name)
    return name != pairing.source.signed and not folded(name) <= pairing.copy.words


def _is_nobody(relay: Relay) -> bool:
    """Whether it is no carrier in particular: *media lokal*."""
    return relay.name == relay.name.lower()


def _words(article: Member, relay: Relay) -> str:
    start, end = relay.words or (0, 0)
    return article.text.text[start:end]


def mention(article: Member, said: Statement) -> str:
    """The source as it is written, else who it is."""
    span = said.source
    return article.text.text[span[0] : span[1]] if span else said.speaker or ""
