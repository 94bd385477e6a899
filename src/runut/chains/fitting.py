"""Whether a carrier can stand where a cue opens it."""

from __future__ import annotations

from runut.chains.owning import Owner
from runut.chains.reading import MEDIA, Named, Reader
from runut.languages.credits import CreditCue

# Words of a sentence beyond this, from the credit, are not looked at.
LONGEST_SENTENCE = 150
# So far before a place, in words, somebody speaks there: *said the mayor on Kabar TV*.
NEAR = 6
# So many words with a meaning of their own stand between: another would begin what is said.
OWN = 2
# A credit opens its sentence behind so many words.
OPENING = 2


def fits(reader: Reader, cue: CreditCue, at: int, named: Named, owner: Owner) -> bool:
    """Whether a carrier of that kind and certainty can stand after that cue."""
    if (cue.takes and named.kind not in cue.takes) or (cue.named and named.plain):
        return False
    if named.ambiguous and not (cue.frame in ("cite", "closing") or named.headed or owner.owns(named)):
        told = (cue.frame == "told" or cue.doubtful) and _told_plainly(reader, cue, named)
        return told or (cue.frame == "place" and named.kind == "social")
    if cue.frame == "place" and named.kind in MEDIA and named.entry is None and not (named.plain or named.titled):
        return False
    if not named.headed and cue.frame not in ("cite", "closing") and named.entry is None:
        return False
    if not cue.names and not named.headed and named.kind != "social":
        return False
    if cue.frame == "according" and not named.headed and named.kind not in MEDIA:
        return False
    return not cue.spoken or _somebody_speaks(reader, at)


def _told_plainly(reader: Reader, cue: CreditCue, named: Named) -> bool:
    """*kepada Tempo*, but not *kepada AS* nor *kepada Fajar Setiawan*; where capitals say little, *told ABC* too."""
    alone = reader.ended(named.last) or not reader.prose.words[named.last][0].isupper()
    return alone and (cue.doubtful or named.kind == "agency" or not named.name.isupper())


def _somebody_speaks(reader: Reader, at: int) -> bool:
    sentence = reader.prose.sentences[reader.prose.sentence_at(reader.prose.starts[at])]
    words = reader.prose.words_in(sentence.span)
    near = reader.prose.lower[max(words.start, at - LONGEST_SENTENCE) : min(words.stop, at + LONGEST_SENTENCE)]
    return any(w in reader.grammar.speech for w in near)


def far(reader: Reader, at: int) -> bool:
    """Neither close behind a word of speech, nor behind a comma, nor at the beginning of the sentence."""
    prose = reader.prose
    start = prose.words_in(prose.sentences[prose.sentence_at(prose.starts[at])].span).start
    return at - start > OPENING and "," not in reader.gap(at) and not _speech_before(reader, start, at)


def _speech_before(reader: Reader, start: int, at: int) -> bool:
    """*said the mayor on Kabar TV*; what is said there has words of its own: *said he would ban it on Kabar TV*."""
    rules, own = reader.grammar, 0
    for before in range(at - 1, max(start, at - NEAR) - 1, -1):
        word = reader.prose.lower[before]
        if word in rules.near:
            return True
        small = word in rules.links or word in rules.anaphors or word in rules.determiners.by_first
        own += reader.prose.words[before].islower() and not small
        if word in rules.breaks or own > OWN:
            return False
    return False
