"""Where a text uses a cue of its language."""

from __future__ import annotations

from bisect import bisect_left

from runut.languages.cues import CueGroup
from runut.statements.cue import Cue
from runut.statements.ground import Ground
from runut.statements.lookup import SHORTEST_GLUED, Lookup
from runut.text import Quote

# Behind these a capital opens a sentence or a quote; anywhere else it belongs to a name (`United States`).
BEFORE_CAPITALS = frozenset(".!?:;\n\"“”‘'-–—…")


# A verb of any meaning that tells in which voice a quote was said.
VOICE = (CueGroup("speech", "states", (), closing=True),)
OPENING_VOICE = (CueGroup("speech", "states", ()),)
# Marks that end a quote which somebody says.
ENDS_SPEECH = frozenset(",?!…—")
# Between a quote and such a verb stand at most so many words.
LONGEST_VOICE = 6


def find_cues(ground: Ground, lookup: Lookup) -> list[Cue]:
    """All cues in order, longest first where several begin at one word; none overlaps another."""
    free = 0
    found: list[Cue] = []
    voices = _voices(ground, lookup) if ground.grammar.inverts else {}
    for at in sorted({*voices, *_candidates(ground, lookup)}) if voices else _candidates(ground, lookup):
        cue = _cue(ground, lookup, at) if at >= free else None
        if at >= free and at in voices and _is_plain(cue, lookup, ground.lower[at]):
            cue = _at(ground, at, at + 1, voices[at])
        if cue is not None:
            found.append(cue)
            free = cue.last
    return [cue for cue in found if cue.groups]


def _is_plain(cue: Cue | None, lookup: Lookup, lower: str) -> bool:
    """The pack says nothing of the word, or only that it closes a quote."""
    return lower not in lookup.single if cue is None else all(group.closing for group in cue.groups)


def _voices(ground: Ground, lookup: Lookup) -> dict[int, tuple[CueGroup, ...]]:
    """Verbs of any meaning that tell in which voice somebody says a quote, with their use."""
    found: dict[int, tuple[CueGroup, ...]] = {}
    for quote in ground.prose.quotes:
        before, behind = _voice_before(ground, lookup, quote), _voice_behind(ground, quote)
        if before is not None:
            found[before] = OPENING_VOICE
        if behind is not None:
            found[behind] = VOICE
    return found


def _voice_before(ground: Ground, lookup: Lookup, quote: Quote) -> int | None:
    """`Sari Dewanti sermonized: “…”`."""
    word = bisect_left(ground.prose.starts, quote.start) - 1
    if word < 1 or ground.text[ground.prose.ends[word] : quote.start].strip() not in (":", ","):
        return None
    known = lookup.single.get(ground.lower[word], ())
    voice = ground.grammar.is_verb(ground.lower[word]) or any(group.closing for group in known)
    verb = voice and not ground.capital(word) and not ground.nominal(word)
    speaks = ground.name(word - 1) or ground.pronoun(word - 1) or ground.heads(word - 1) or bool(known)
    return word if verb and speaks and ground.gap(word - 1) == " " else None


def _voice_behind(ground: Ground, quote: Quote) -> int | None:
    """`“…,” Sari Dewanti hypothesized, “…”`."""
    if not quote.closed or ground.text[quote.end - 2] not in ENDS_SPEECH:
        return None
    first = bisect_left(ground.prose.starts, quote.end)
    for word in range(first, min(len(ground.words) - 1, first + LONGEST_VOICE)):
        if word > first and ground.gap(word - 1) not in (" ", ". "):
            return None
        if _is_voice(ground, word, first):
            return word
        if not (ground.capital(word) or ground.nominal(word) or ground.lower[word] in ground.lexicon.article_words):
            return None
    return None


def _is_voice(ground: Ground, word: int, first: int) -> bool:
    """A small verb in its past form behind at least one word, with no object behind it."""
    if word == first or ground.capital(word) or ground.nominal(word):
        return False
    behind = ground.gap(word)
    if not ground.grammar.is_verb(ground.lower[word]):
        present = ground.lower[word].endswith(ground.grammar.present) and (
            ground.pronoun(word - 1) or ground.name(word - 1)
        )
        return present and ground.gap(word - 1) == " " and behind.strip()[:1] in tuple(",.;")
    return behind.strip()[:1] in tuple(",.;") if behind.strip() else ground.stops(word + 1)


def _candidates(ground: Ground, lookup: Lookup) -> list[int]:
    """The few words that may begin a cue, so that the many others cost one look-up."""
    firsts, glued = lookup.firsts, lookup.may_be_glued
    return [
        at
        for at, (word, lower) in enumerate(zip(ground.words, ground.lower, strict=True))
        if lower in firsts or (word != lower and len(word) >= SHORTEST_GLUED and glued(lower))
    ]


def _cue(ground: Ground, lookup: Lookup, at: int) -> Cue | None:
    lower = ground.lower[at]
    phrase = lookup.phrase(ground.lower, at)
    if phrase is not None and _is_parted(ground, at, phrase[0]):
        phrase = (at + 1, lookup.single[lower]) if lower in lookup.single else None
    if phrase is not None and not _is_name(ground, at):
        return _at(ground, at, *phrase)
    if lower in lookup.absent:
        return _at(ground, at, at + 1, lookup.absent[lower], absent=True)
    glued = lookup.glued(ground.words[at])
    return _at(ground, at, at + 1, glued, glued=True) if glued else None


def _is_parted(ground: Ground, first: int, last: int) -> bool:
    """A mark stands between the words of a phrase, so that they are none (`“… who he is,” said Sari`)."""
    return any(ground.gap(word).strip() for word in range(first, last - 1))


def _is_name(ground: Ground, at: int) -> bool:
    """A capital in the middle of a sentence is part of a name, no cue."""
    if at == 0 or ground.words[at][0].islower():
        return False
    return not ground.marked(at - 1, BEFORE_CAPITALS) or _is_first_of_name(ground, at)


def _is_first_of_name(ground: Ground, at: int) -> bool:
    """Right behind a quote that goes on with a comma a name begins with it (`“…,” |State Police Col. Moss said`)."""
    if not ground.grammar.inverts or not ground.gap(at - 1).startswith(","):
        return False
    return at + 1 < len(ground.words) and ground.capital(at + 1) and ground.gap(at) == " "


def _at(
    ground: Ground, first: int, last: int, groups: tuple[CueGroup, ...], *, absent: bool = False, glued: bool = False
) -> Cue:
    span = ground.prose.starts[first], ground.prose.ends[last - 1]
    return Cue(first, last, span, groups, absent, glued, first in ground.quoted)
