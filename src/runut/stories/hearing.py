"""Who takes part in the claims of a story: speakers, outlets that pass on a report, and outlets in their own voice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from msgspec import Struct

from runut.outlets.registry import squeeze
from runut.stories.lines import MOST_SAID, Line
from runut.stories.members import CARRIERS, Member, known_as
from runut.stories.saying import TELLING, Stand, about, shown, words_of
from runut.stories.stances import is_question, is_unanswered, stance
from runut.vocabulary import Act, SpeakerType, Statement

Voice: TypeAlias = Literal["said", "passed", "own", "note"]
"""Said by somebody; passed on from a carrier or from hearsay; the article's own words; its correction."""
# Of a sentence of which so much is said by others, the rest is no claim of the article's own.
OWN = 0.7


class Heard(Struct, frozen=True):
    """One stand, with what tells its matter."""

    stand: Stand
    voice: Voice
    about: str
    """The words that tell what it is about."""
    line: Line
    place: int
    """The number of its sentence in the article."""
    language: str
    is_quote: bool = False
    type: SpeakerType = "outlet"
    """What kind of speaker it is."""

    @property
    def is_body(self) -> bool:
        """Whether an organisation says it, for which somebody may be named besides."""
        return self.type == "organisation"


class _Cast(Struct, frozen=True):
    """Who of a story is what."""

    bodies: frozenset[str]
    """Organisations that say something somewhere."""
    outlets: frozenset[str]
    """Under whose names its articles came out."""


def all_heard(articles: Mapping[str, Member]) -> Iterator[Heard]:
    """What is heard in all articles of a story."""
    cast = _Cast(
        frozenset(
            squeeze(said.speaker)
            for one in articles.values()
            for said in one.said.statements
            if said.speaker and said.speaker_type == "organisation" and said.act != "reports"
        ),
        frozenset(squeeze(name) for one in articles.values() for name in one.names),
    )
    for one in articles.values():
        yield from _heard(one, articles.get(one.text.version_of or ""), cast)


def _heard(article: Member, earlier: Member | None, cast: _Cast) -> Iterator[Heard]:
    """All that an article has others say, and says itself; of a later version what the earlier one has not.

    Whose page it is speaks for itself when it is a party: a ministry, a company.
    """
    known = {line.text for line in earlier.lines} if earlier else set()
    is_party = squeeze(known_as(article.text.outlet or "")) in cast.bodies
    for place, line in enumerate(article.lines):
        if line.text in known:
            continue
        yield from (_said(article, said, line, place, cast) for said in line.said if _is_heard(article, said, line))
        if not line.said and _is_own(article, line):
            yield _own(article, line, place, is_party=is_party)
    if article.has_note:
        yield _note(article)


def _is_heard(article: Member, said: Statement, line: Line) -> bool:
    """Whether it is more than part of what the same speaker says anyway, a question or one that nobody answers."""
    if any(outer.speaker == said.speaker for outer in _outer(article, said)):
        return False
    if said.speaker is None:
        return said.act == "reports"
    if said.act == "declines" and said.cue:
        return not is_unanswered(article.text.text[said.cue[0] : line.span[1]], article.language)
    is_own = known_as(said.speaker) in (article.text.outlet, *article.names)
    return said.act != "asks" or not (is_own or is_question(words_of(article, said), article.language))


def _outer(article: Member, said: Statement) -> Sequence[Statement]:
    """The statement whose content holds this one, if there is such a one."""
    at = -1 if said.within is None else said.within
    return article.said.statements[at : at + 1] if at >= 0 else ()


def _said(article: Member, said: Statement, line: Line, place: int, cast: _Cast) -> Heard:
    words = words_of(article, said)
    is_passed = said.act in ("reports", "states") and _is_carried(article, said, cast)
    speaker = _passing(article, said.speaker) if is_passed else said.speaker
    act = "reports" if is_passed else _act(said, words, article.language)
    return Heard(
        Stand(article.id, speaker, act, shown(words, line)),
        "passed" if is_passed else "said",
        about(words, line),
        line,
        place,
        article.language,
        is_quote=said.manner == "direct",
        type=said.speaker_type,
    )


def _is_carried(article: Member, said: Statement, cast: _Cast) -> bool:
    """Whether a carrier says it, or nobody."""
    if said.speaker is None or said.speaker_type == "outlet":
        return True
    carriers = {squeeze(relay.name) for relay in article.said.relays if relay.kind in CARRIERS}
    return squeeze(said.speaker) in carriers or (said.act == "reports" and squeeze(said.speaker) in cast.outlets)


def _act(said: Statement, words: str, language: str) -> Act:
    """What it is in the story: only carriers and documents report."""
    act = stance(said.act, words, language)
    return "states" if act == "reports" and said.speaker_type not in ("outlet", "document", "none") else act


def _passing(article: Member, carrier: str | None) -> str | None:
    """An outlet with the one whose report it passes on."""
    own = _name(article)
    if carrier is None or own is None or known_as(carrier) in (own, *article.names):
        return own or carrier
    return f"{own} ({carrier})"


def _own(article: Member, line: Line, place: int, *, is_party: bool) -> Heard:
    act = stance("states", line.text, article.language) if is_party else "states"
    stand = Stand(article.id, _name(article), act, shown(line.text, line))
    kind: SpeakerType = "organisation" if is_party else "outlet"
    return Heard(stand, "said" if is_party else "own", line.text, line, place, article.language, type=kind)


def _name(article: Member) -> str | None:
    """In whose voice an article speaks: the agency's that signed it, else its outlet's."""
    return article.signed or article.text.outlet


def _is_own(article: Member, line: Line) -> bool:
    """Whether most of a sentence is said by nobody."""
    spans = (span for one in article.said.statements[:MOST_SAID] for span in one.content)
    taken = sum(max(0, min(end, line.span[1]) - max(start, line.span[0])) for start, end in spans)
    return taken <= (1 - OWN) * len(line.text)


def _note(article: Member) -> Heard:
    """A correction denies what its outlet said before."""
    start = len(article.body)
    text = article.text.text[start:].strip()
    line = Line(text, (start, len(article.text.text)), frozenset(), ())
    stand = Stand(article.id, _name(article), "denies", shown(text, line))
    return Heard(stand, "note", text[:TELLING], line, len(article.lines), article.language)
