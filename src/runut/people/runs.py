"""Runs of capitalised words, which may name somebody: `Menteri Keuangan Sari Dewanti`."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from runut.people.glued import hidden_end, hidden_start
from runut.people.lexicon import POSSESSIVE, Lexicon
from runut.text import Prose

# Particles between two words of a name: `Abdul bin al Aziz`.
MOST_PARTICLES = 2
# A heading is a short line without a full stop; in fewer words capitals prove no title case.
LONGEST_HEADING = 120
FEWEST_HEADED = 4
# Marks at the end of a line that is no heading.
SENTENCE_ENDS = frozenset('.,:;!?”"’)')
# A line that begins with somebody's name and tells who they are.
NAMED = re.compile(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}(?:, | [—–-] )")
# Marks that open a line with the name of whoever said what stands above it.
SIGNING = frozenset("—–-")
# Marks behind which a capital may only show that somebody begins to speak.
OPENING_QUOTES = frozenset("“\"‘'«")

# Between two sentences of one quote; behind fewer letters a full stop may only shorten a title (`Dr. Sari`).
STOPS = frozenset((". ", "! ", "? "))
SHORTEST_LAST = 4


def find_runs(prose: Prose, lexicon: Lexicon, barriers: frozenset[int], vocabulary: Mapping[str, int]) -> list[range]:
    """Word ranges of neighbouring capitalised words, in order, small particles between them.

    `barriers` are indices of words that name nobody; `vocabulary` holds the words of the text as written.
    """
    runs: list[range] = []
    first = last = -1
    for index in _capitals(prose, lexicon, barriers, vocabulary):
        if first < 0:
            first = index
        elif (
            index - last > MOST_PARTICLES
            or not _continues(prose, lexicon, last, index)
            or _ends(prose, lexicon, vocabulary, last - 1)
        ):
            runs.append(range(first, last))
            first = index
        last = index + 1
    return [*runs, range(first, last)] if first >= 0 else runs


def _ends(prose: Prose, lexicon: Lexicon, vocabulary: Mapping[str, int], word: int) -> bool:
    """A small word is glued to the end of this one, so that another name begins behind it (`Siraitatau |Ara`)."""
    written = prose.words[word]
    return hidden_end(written, lexicon, vocabulary, within=True) < len(written)


def _capitals(prose: Prose, lexicon: Lexicon, barriers: frozenset[int], vocabulary: Container[str]) -> list[int]:
    """Indices of the words whose capital means something."""
    openings = {sentence.start for sentence in prose.sentences}
    headed = _headings(prose, lexicon)
    found: list[int] = []
    surnames: set[str] = set()
    for index, (word, lower) in enumerate(zip(prose.words, prose.lower, strict=True)):
        if word == lower or index in barriers or index in headed:
            continue
        if word[0].isupper():
            ordinary = _is_no_name(prose, lexicon, index) or (
                (lower in vocabulary or lexicon.owned(lower) or lexicon.clings(lower) or lexicon.leads_up(lower))
                and _opens(prose, index, openings)
            )
            if ordinary and _is_surname(prose, lexicon, index, found):
                surnames.add(word)
            if not ordinary or word in surnames or _is_initial(prose, index, found):
                found.append(index)
        elif word[0].islower() and hidden_start(word, lexicon):
            found.append(index)
    return found


def _is_no_name(prose: Prose, lexicon: Lexicon, index: int) -> bool:
    """A small word wherever it stands, one with an ending behind its hyphen, or a month."""
    lower = prose.lower[index]
    return lower in lexicon.function_words or lower.endswith(lexicon.hyphened) or _is_month(prose, lexicon, index)


def _is_month(prose: Prose, lexicon: Lexicon, index: int) -> bool:
    """A day or a year stands beside it (`10 |November`, `|March 3`)."""
    if prose.lower[index] not in lexicon.months:
        return False
    beside = (*prose.words[max(0, index - 1) : index], *prose.words[index + 1 : index + 2])
    return any(word.isdigit() for word in beside)


def _is_initial(prose: Prose, index: int, found: list[int]) -> bool:
    """A letter and its full stop between two capitals, though it is also a word (`John A. Moss`)."""
    if len(prose.words[index]) > 1 or not found or found[-1] != index - 1 or index + 1 >= len(prose.words):
        return False
    gap = prose.gap(index)
    return gap == ". " and prose.words[index + 1][0].isupper()


def _is_surname(prose: Prose, lexicon: Lexicon, index: int, found: list[int]) -> bool:
    """A small word's capital right behind a first name (`Theresa May`)."""
    if not found or found[-1] != index - 1 or prose.lower[index - 1] not in lexicon.genders:
        return False
    return prose.words[index].istitle() and prose.gap(index - 1) == " "


def _opens(prose: Prose, index: int, openings: Container[int]) -> bool:
    """A sentence, one within a quote too, or a quote begins here, so that any word would have its capital."""
    at = prose.starts[index]
    if at in openings or prose.text[at - 1 : at] in OPENING_QUOTES:
        return True
    return prose.text[at - 2 : at] in STOPS and len(prose.words[index - 1]) > SHORTEST_LAST


def _headings(prose: Prose, lexicon: Lexicon) -> set[int]:
    """Words of lines in title case, whose capitals mean nothing: headlines and headings within the text."""
    found: set[int] = set()
    for index, (start, end) in enumerate(prose.paragraphs):
        if end - start > LONGEST_HEADING or prose.text[end - 1] in SENTENCE_ENDS or prose.text[start] in SIGNING:
            continue
        if NAMED.match(prose.text, start, end) and _introduces(prose, lexicon, index):
            continue
        words = prose.words_in((start, end))
        if len(words) >= FEWEST_HEADED and 2 * sum(prose.words[w][0].isupper() for w in words) > len(words):
            found.update(words)
    return found


def _introduces(prose: Prose, lexicon: Lexicon, index: int) -> bool:
    """A known first name, or a quote in the next line, shows that a heading names who speaks (`Rini Moss, Bank`)."""
    words = prose.words_in(prose.paragraphs[index])
    if words and prose.lower[words.start] in lexicon.genders:
        return True
    below = prose.paragraphs[index + 1][0] if index + 1 < len(prose.paragraphs) else len(prose.text)
    return prose.text[below : below + 1] in OPENING_QUOTES and below < len(prose.text)


def _continues(prose: Prose, lexicon: Lexicon, last: int, index: int) -> bool:
    """The capitalised word `index` goes on the run that ends before word `last`, small particles between."""
    if prose.words[index][0].islower():
        return False
    if index > last and not lexicon.particles.issuperset(prose.lower[last:index]):
        return False
    before = prose.lower[last - 1]
    if before.endswith(POSSESSIVE) and prose.lower[index] not in lexicon.nameless:
        return False  # `Arunika's Rini Moss`; but `King's College`
    for word in range(last, index + 1):
        if not _side_by_side(prose.gap(word - 1), before, lexicon):
            return False
    behind, lower = prose.lower[index - 1], prose.lower[index]
    own = lower not in lexicon.titles or lower in lexicon.borne  # `Rizki Hakim`
    return own or behind in lexicon.nameless or behind in lexicon.genders


def _side_by_side(gap: str, before: str, lexicon: Lexicon) -> bool:
    """Only space stands between two words, or the full stop of a rank or initials (`Dr. Sari`, `U.S. Bank`)."""
    if gap in (" ", "  "):
        return True
    return gap == ". " and (len(before) == 1 or "." in before or before in lexicon.abbreviations)
