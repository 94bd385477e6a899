"""Who says it, and how: sources that were blurred or sharpened, and acts that became others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from runut.stories.drifts.drift import Change
from runut.stories.drifts.pairing import Pairing
from runut.stories.hedging import hedging
from runut.stories.lines import Line, folded
from runut.stories.members import Member, known_as
from runut.stories.numbers import numbers
from runut.stories.stances import stance
from runut.vocabulary import Act, Statement

# Stands that cannot be taken for each other.
STANDS = ("denies", "confirms", "declines")
# A mention that has lost more words than an article (*a*, *seorang*) tells less.
LESS = 2
# So many words describe somebody who is not named.
DESCRIBED = 5
# What is said must be the same in part; more of it where the speaker is not.
TOPIC, SAME_TOPIC = 0.2, 0.5


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
    before, content = _mention(pairing.source, said), _content(pairing.source, said)
    other = next((one for one in copy.said if pairing.is_about(_content(pairing.copy, one), content)), None)
    if other is None and (copy.said or not pairing.is_about(copy.text, content)):
        return None
    after = _mention(pairing.copy, other) if other else copy.text
    if _is_unnamed(pairing.source, said):
        return _unnamed(pairing, before, after, other)
    if said.speaker_type != "person" or not said.speaker or not said.speaker.istitle():
        return None
    name = folded(said.speaker.split()[-1])
    return Change("source_blurred", before, after) if name <= folded(before) and not name & pairing.copy.words else None


def _is_unnamed(article: Member, said: Statement) -> bool:
    """Whether nobody is named, only how many or what they are."""
    is_counted = said.speaker_type == "group" and bool(numbers(_mention(article, said), article.language))
    return said.speaker_type == "unnamed" or is_counted


def _unnamed(pairing: Pairing, before: str, after: str, other: Statement | None) -> Change | None:
    if other is None:  # who is only *he* or *residents* here was told before, or nobody
        return Change("source_blurred", before, after) if len(before.split()) >= DESCRIBED else None
    if other.speaker_type == "organisation":
        is_carrier = other.act == "reports" or any(folded(name) <= folded(after) for name in pairing.source.names)
        return None if is_carrier else Change("source_sharpened", before, after)
    is_less = other.speaker_type in ("unnamed", "group", "none") and len(folded(before) - folded(after)) >= LESS
    return Change("source_blurred", before, after) if is_less and folded(after) <= folded(before) else None


class _Stand(NamedTuple):
    """A statement where it stands, with what it is in a dispute."""

    line: Line
    said: Statement
    act: Act


def acts(pairing: Pairing) -> Iterator[Change]:
    """A denial, confirmation, silence or doubt of which the copy makes another."""
    mine = [one for one in _stands(pairing.copy) if one.act in STANDS]
    for before in _stands(pairing.source):
        same = [after for after in mine if _is_same(pairing, before, after)]
        if before.act not in STANDS or any(after.act == before.act for after in same):
            continue
        found = next((after for after in same if not _is_elsewhere(pairing, after)), None)
        if found:
            yield Change("act_changed", before.line.text, found.line.text)


def _is_elsewhere(pairing: Pairing, one: _Stand) -> bool:
    """Whether another source of the copy says it, or has such a stand: then it has not changed on this way."""
    for other in pairing.others:
        if any(said.act == one.act for said in other.said.statements):
            return True
        if any(pairing.is_like(one.line, line) for line in other.lines):
            return True
    return False


def _stands(article: Member) -> list[_Stand]:
    """Its statements; who says that something is not certain does not confirm it, and is taken for silent."""
    known = hedging(article.language)
    return [
        _Stand(line, said, _act(article, said, is_open=bool(known and known.caveats.search(_content(article, said)))))
        for line in article.lines
        for said in line.said
    ]


def _act(article: Member, said: Statement, *, is_open: bool) -> Act:
    act = stance(said.act, _content(article, said), article.language)
    return "declines" if is_open and act == "states" else act


def _is_same(pairing: Pairing, one: _Stand, other: _Stand) -> bool:
    """Whether two statements are by the same and about the same, whatever their act."""
    if _is_by(one.said, other.said) and not one.said.content:  # who would not speak at all, and speaks
        return True
    speaker = folded(_mention(pairing.source, one.said)), folded(_mention(pairing.copy, other.said))
    is_one = bool(speaker[0] & speaker[1]) or one.said.speaker == other.said.speaker
    words = one.line.words, other.line.words
    shared = max(pairing.covered(words[0], words[1]), pairing.covered(words[1], words[0]))
    return shared >= (TOPIC if is_one else SAME_TOPIC)


def _is_by(one: Statement, other: Statement) -> bool:
    """Whether two statements are by somebody of one name."""
    names = [(said.speaker or "").split()[-1:] for said in (one, other)]
    return names[0] == names[1] != []


def carriers(pairing: Pairing) -> Iterator[Change]:
    """A carrier that the source credits, and that the copy, which credits the source, does not name."""
    credit = next((one.words for one in pairing.copy.said.relays if one.words), None)
    if credit is None or pairing.copy.text.version_of or not pairing.copy.credits(pairing.source):
        return
    after = pairing.copy.text.text[credit[0] : credit[1]]
    lead = max((line.span[1] for line in pairing.source.lines[:LEAD]), default=0)
    for relay in (relay for relay in pairing.source.said.relays if relay.words and relay.words[0] < lead):
        is_own = known_as(relay.name) == pairing.source.signed or relay.name == relay.name.lower()
        if relay.words and not is_own and not folded(known_as(relay.name)) <= pairing.copy.words:
            yield Change("source_blurred", pairing.source.text.text[relay.words[0] : relay.words[1]], after)
            return


def _content(article: Member, said: Statement) -> str:
    return " ".join(article.text.text[start:end] for start, end in said.content)


def _mention(article: Member, said: Statement) -> str:
    """The source as it is written, else who it is."""
    span = said.source
    return article.text.text[span[0] : span[1]] if span else said.speaker or ""
