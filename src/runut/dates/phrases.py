"""Finding the phrases of a text that say when, before anybody asks what day they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from runut.dates.forms import LONGEST_RUN, Match, grammar
from runut.dates.lexicon import ALIASES, PIECE, UNKNOWN, Lexicon, Value, lexicon, number_sign
from runut.languages import Pack
from runut.languages.dates import Form
from runut.text import Prose
from runut.vocabulary import Span

# Marks that may stand within a dated phrase; dashes of all lengths are one.
MARKS = {"(": "(", ")": ")", ",": ",", "/": "/", "-": "-", "–": "-", "—": "-", ".": ".", "’": "’", "'": "'"}
BLANK = " \u00a0"
# A bracket that closes right after the last word belongs to the run.
CLOSING = re.compile(r" ?\)")
# More than this between two words divides them.
LONGEST_GAP = 4
# Words that may open a phrase before the one it was found by ("pada hari ini").
REACH = 8
# Years of two figures from here on belong to the last century.
TURN = 60
NAMES = frozenset({"weekday", "month", "named"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A dated phrase as written; `fields` has what its words mean, by role."""

    span: Span
    word: int
    """Index of the first word in the prose."""
    form: Form
    fields: dict[str, Value]


class _Sign(NamedTuple):
    """One word, number or mark of a run; `word` is the index of the word that it belongs to."""

    text: str
    start: int
    end: int
    word: int


def find_phrases(prose: Prose, pack: Pack) -> list[Phrase]:
    """All dated phrases in order, without overlap."""
    words, forms = lexicon(pack), grammar(pack)
    found: list[Phrase] = []
    for signs, begin, end in _runs(prose, words):
        matches = forms.read(signs)
        if matches:
            run = _places(prose, begin, end)
            meant = (m for m in matches if not m.form.skip and not (m.form.capital and _small(prose, run, m)))
            found.extend(_phrase(run, match, words) for match in meant)
    return found


def _small(prose: Prose, run: list[_Sign], match: Match) -> bool:
    """Whether a month or weekday of the phrase is written without a capital."""
    return any(not prose.text[run[begin].start].isupper() for role, (begin, _) in match.roles if role in NAMES)


def _phrase(run: list[_Sign], match: Match, words: Lexicon) -> Phrase:
    first, last = run[match.phrase[0]], run[match.phrase[1] - 1]
    fields: dict[str, Value] = dict(match.form.sets)
    for role, (begin, stop) in match.roles:
        plain = role.rstrip("2")
        value = words.value(plain, " ".join(sign.text for sign in run[begin:stop]))
        if plain == "short" and isinstance(value, int):
            value += 1900 if value >= TURN else 2000
        if value is not None:
            fields[ALIASES.get(plain, plain) + role[len(plain) :]] = value
    return Phrase((first.start, last.end), first.word, match.form, fields)


def _runs(prose: Prose, words: Lexicon) -> Iterator[tuple[str, int, int]]:
    """Words of time that stand side by side, wherever one of them is sure to speak of time.

    Each run with the signs of its words and marks, its first word, and the word after it.
    """
    heads, known, done = words.heads, words.signs, 0
    for index, word in enumerate(prose.lower):
        if (word in heads or (not word.isalpha() and _has_head(word, heads))) and index >= done:
            begin, least = index, max(done, index - REACH)
            while begin > least and prose.lower[begin - 1] in known and _marks(_gap(prose, begin)) is not None:
                begin -= 1
            signs, done = _run(prose, begin, words)
            yield signs, begin, done


def _has_head(word: str, heads: frozenset[str]) -> bool:
    return any(piece in heads or piece.isdecimal() for piece in PIECE.findall(word[:LONGEST_RUN]))


def _run(prose: Prose, begin: int, words: Lexicon) -> tuple[str, int]:
    """The signs of the run that begins at a word, and the index of the word after it."""
    lower = prose.lower
    signs, index = words.signs.get(lower[begin]) or _pieces(lower[begin], words), begin + 1
    while index < len(lower) and len(signs) < LONGEST_RUN:
        marks = _marks(_gap(prose, index))
        if marks is None:
            break
        known = words.signs.get(lower[index]) or _pieces(lower[index], words)
        if not known:
            break
        signs += marks + known
        index += 1
    return (signs + ")" if CLOSING.match(prose.text, prose.ends[index - 1]) else signs), index


def _gap(prose: Prose, index: int) -> str:
    """What stands between a word and the one before it, no further than it takes to see that it divides them."""
    start, end = prose.ends[index - 1], prose.starts[index]
    return prose.text[start : min(end, start + LONGEST_GAP + 1)]


@lru_cache(maxsize=4096)
def _marks(gap: str) -> str | None:
    """The marks of a gap; None when they divide the words around them."""
    marks = [MARKS.get(mark) for mark in gap if mark not in BLANK]
    return None if None in marks or len(gap) > LONGEST_GAP else "".join(mark for mark in marks if mark)


def _pieces(word: str, words: Lexicon) -> str:
    """The signs of a word that is put together (`20-22`, `mid-august`, `21st`); empty when none is known."""
    if word.isalpha() or len(word) > LONGEST_RUN:
        return ""
    signs = "".join([_sign(piece, words) for piece in PIECE.findall(word)])
    return signs if signs.strip(UNKNOWN) else ""


def _sign(piece: str, words: Lexicon) -> str:
    if piece.isdecimal():
        return number_sign(piece)
    return words.signs.get(piece) or MARKS.get(piece, UNKNOWN)


def _places(prose: Prose, begin: int, end: int) -> list[_Sign]:
    """Where each sign of a run stands."""
    places: list[_Sign] = []
    for index in range(begin, end):
        word, start = prose.lower[index], prose.starts[index]
        if index > begin:
            places += _place_marks(_gap(prose, index), prose.ends[index - 1], index)
        cut = [(word, 0)] if word.isalpha() else [(m.group(), m.start()) for m in PIECE.finditer(word)]
        places += [_Sign(piece, start + at, start + at + len(piece), index) for piece, at in cut]
    closing = CLOSING.match(prose.text, prose.ends[end - 1])
    if closing:
        places.append(_Sign(")", closing.end() - 1, closing.end(), end - 1))
    return places


def _place_marks(gap: str, start: int, index: int) -> list[_Sign]:
    return [_Sign(MARKS[mark], at, at + 1, index) for at, mark in enumerate(gap, start) if mark not in BLANK]
