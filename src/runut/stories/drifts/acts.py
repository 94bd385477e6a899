"""What somebody does by saying it: acts that became others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from runut.stories.drifts.drift import Change
from runut.stories.drifts.pairing import Pairing
from runut.stories.drifts.speakers import mention
from runut.stories.hedging import hedging
from runut.stories.lines import Line, folded
from runut.stories.members import Member
from runut.stories.saying import words_of
from runut.stories.stances import stance
from runut.vocabulary import Act, Statement

# Stands that cannot be taken for each other.
STANDS: tuple[Act, ...] = ("denies", "confirms", "declines")
# What is said must be the same in part; more of it where the speaker is not.
TOPIC, SAME_TOPIC = 0.2, 0.5


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
        _Stand(line, said, _act(article, said, is_open=bool(known and known.caveats.search(words_of(article, said)))))
        for line in article.lines
        for said in line.said
    ]


def _act(article: Member, said: Statement, *, is_open: bool) -> Act:
    act = stance(said.act, words_of(article, said), article.language)
    return "declines" if is_open and act == "states" else act


def _is_same(pairing: Pairing, one: _Stand, other: _Stand) -> bool:
    """Whether two statements are by the same and about the same, whatever their act."""
    if _is_by(one.said, other.said) and not one.said.content:  # who would not speak at all, and speaks
        return True
    speaker = folded(mention(pairing.source, one.said)), folded(mention(pairing.copy, other.said))
    is_one = bool(speaker[0] & speaker[1]) or one.said.speaker == other.said.speaker
    words = one.line.words, other.line.words
    shared = max(pairing.covered(words[0], words[1]), pairing.covered(words[1], words[0]))
    return shared >= (TOPIC if is_one else SAME_TOPIC)


def _is_by(one: Statement, other: Statement) -> bool:
    """Whether two statements are by somebody of one name."""
    names = [(said.speaker or "").split()[-1:] for said in (one, other)]
    return names[0] == names[1] != []
