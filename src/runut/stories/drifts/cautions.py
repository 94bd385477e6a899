"""Cautions that the copy has lost or added, and denials and caveats that it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from runut.find.stems import fold
from runut.stories.drifts.acts import STANDS
from runut.stories.drifts.drift import Change
from runut.stories.drifts.pairing import Pairing
from runut.stories.hedging import Hedging, first, hedging
from runut.stories.lines import Line, folded, stemmed
from runut.stories.members import Member
from runut.stories.numbers import numbers

# Acts by which somebody says what need not be so.
UNSURE = ("alleges", "believes")
# Acts that say what is disputed or not known.
DISPUTED = ("denies", "declines", "warns")
# So much of the clause that is hedged must have come over: else another part of the sentence did.
OVER = 0.4
# Or so much of the other sentence is in it.
MOSTLY = 0.5
# A number written out is so much longer than its first letter.
LONG = 12
# An article that has kept fewer sentences than this tells of something else.
FEWEST = 0.4
_CLAUSE = re.compile(r"[,;:—–.]\s+")


def cautions(pairing: Pairing) -> Iterator[Change]:
    """Sentences that say the same, of which only one is hedged; each of the source is told once."""
    theirs, ours = hedging(pairing.source.language), hedging(pairing.copy.language)
    if theirs is None or ours is None:
        return
    told: set[str] = set()
    for source, copy in pairing.pairs:
        change = _dropped(pairing, source, copy, theirs, ours) or _added(pairing, source, copy, theirs, ours)
        if change and change.before not in told:
            told.add(change.before)
            yield change


def _dropped(pairing: Pairing, source: Line, copy: Line, theirs: Hedging, ours: Hedging) -> Change | None:
    """What is certain now and was not, or is so by one word less."""
    before, after = _hedged(source, theirs), _hedged(copy, ours)
    if after:
        is_less = before and not pairing.is_abroad and _hedges([source], theirs) - _hedges(pairing.copy.lines, ours)
        return Change("hedge_dropped", before, copy.text) if before and is_less else None
    if ours.caveats.search(copy.text):
        return None
    if before:
        return Change("hedge_dropped", before, copy.text) if _comes_over(pairing, before, copy) else None
    is_opinion = _is_opinion(source) and not copy.said and _comes_over(pairing, source.text, copy)
    return Change("hedge_dropped", source.text, copy.text) if is_opinion else None


def _added(pairing: Pairing, source: Line, copy: Line, theirs: Hedging, ours: Hedging) -> Change | None:
    """What is not certain any more."""
    after = _hedged(copy, ours)
    if after is None or _hedged(source, theirs) or not _comes_over(pairing, after, source):
        return None
    return Change("hedge_added", source.text, after) if _is_new(pairing, copy, theirs) else None


def rounded(pairing: Pairing) -> Iterator[Change]:
    """Numbers that were not exact, and are."""
    theirs, ours = hedging(pairing.source.language), hedging(pairing.copy.language)
    if theirs is None or ours is None:
        return
    for source, copy in pairing.pairs:
        now = numbers(copy.text, pairing.copy.language)
        for found in theirs.about.finditer(source.text):
            was = next((one for one in numbers(source.text, pairing.source.language) if one.end > found.start()), None)
            same = next((one for one in now if was and one.value == was.value), None)
            if same and not any(one.start() < same.end <= one.end() + LONG for one in ours.about.finditer(copy.text)):
                yield Change("hedge_dropped", _clause(source.text, found.start()), copy.text)


def _is_new(pairing: Pairing, copy: Line, known: Hedging) -> bool:
    """Whether nothing that the source says of it is hedged."""
    said = pairing.like(copy)
    return not any(_hedged(line, known) or known.caveats.search(line.text) for line in said)


def _hedged(line: Line, known: Hedging) -> str | None:
    """The clause of a sentence that is hedged; None where none is. *Could not be reached* hedges nothing."""
    caveats = [one.span() for one in known.caveats.finditer(line.text)]
    found = first(known.unsure, line.text, caveats)
    return _clause(line.text, found.start()) if found else None


def _hedges(lines: Sequence[Line], known: Hedging) -> frozenset[str]:
    """The words by which sentences are hedged: of *reportedly considering* one may go and one may stay."""
    return frozenset(fold(one[0]) for line in lines for one in known.unsure.finditer(line.text))


def _is_opinion(line: Line) -> bool:
    """Whether somebody says it who need not be right: an accusation, an estimate."""
    return any(said.act in UNSURE for said in line.said)


def _clause(text: str, at: int) -> str:
    edges = [0, *(cut.end() for cut in _CLAUSE.finditer(text)), len(text)]
    start = max(edge for edge in edges if edge <= at)
    return text[start : min(edge for edge in edges if edge > at)].strip()


def _comes_over(pairing: Pairing, clause: str, line: Line) -> bool:
    """Whether a clause is what the other sentence says; between languages words do not tell, and sentences do."""
    words = stemmed(clause, pairing.copy.language)
    return (
        pairing.is_abroad or pairing.covered(words, line.words) >= OVER or pairing.covered(line.words, words) >= MOSTLY
    )


def cut(pairing: Pairing) -> Iterator[Change]:
    """Denials, caveats and silences of the source that nothing in the copy says; what its lead says is carried."""
    known = hedging(pairing.source.language)
    lines = pairing.source.lines
    kept = {line.span for line, _ in pairing.pairs}
    if known is None or pairing.copy.text.version_of or len(kept) < FEWEST * len(lines):
        return
    for line in lines[1:]:
        if _is_caveat(line, known) and line.span not in kept and not _is_kept(pairing, line):
            yield Change("context_cut", line.text, None)


def _is_caveat(line: Line, known: Hedging) -> bool:
    return known.caveats.search(line.text) is not None or any(said.act in DISPUTED for said in line.said)


def _is_kept(pairing: Pairing, line: Line) -> bool:
    """Whether the copy says it, or most of it with a caveat, has as many denials, or a stand of the same speaker."""
    ours = hedging(pairing.copy.language)
    if any(said.act == "denies" for said in line.said) and _denials(pairing.copy) >= _denials(pairing.source):
        return True
    return _is_spoken_for(pairing, line) or any(
        pairing.keeps(line, other) or (ours and pairing.recalls(line, other) and _is_caveat(other, ours))
        for other in pairing.copy.lines
    )


def _denials(one: Member) -> int:
    return sum(said.act == "denies" for line in one.lines for said in line.said)


def _is_spoken_for(pairing: Pairing, line: Line) -> bool:
    """Whether the copy has some stand of one who denies, warns or is silent here."""
    speakers = [folded(said.speaker) for said in line.said if said.speaker and said.act in DISPUTED]
    stands = [folded(said.speaker) for said in pairing.copy.said.statements if said.speaker and said.act in STANDS]
    return any(one & other for one in speakers for other in stands)
