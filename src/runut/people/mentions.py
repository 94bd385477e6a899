"""Capitalised runs of a text, each split into a role and a name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from runut.people.lexicon import Lexicon
from runut.text import Prose
from runut.vocabulary import Span

# Words lost their space beside a link in many captures: “GubernurMaluku”.
GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
# How far before a name its role may begin, in words; longer ones are rare and slow to look for.
LONGEST_ROLE = 16
# A function word of more letters at the end of a capitalised word is surely glued to it, no part of a name.
SURE = 4
# Particles between two words of a name: `Abdul bin al Aziz`.
MOST_PARTICLES = 2
# A heading is a short line without a full stop; in fewer words capitals prove no title case.
LONGEST_HEADING = 120
FEWEST_HEADED = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person or a named body is mentioned."""

    span: Span
    """Name only."""
    words: tuple[str, ...]
    """The words of the name, as written."""
    role: Span | None = None
    """The title beside the name."""
    titled: bool = False
    """True when a title or rank stands before the name: surely a person."""


def find_mentions(prose: Prose, lexicon: Lexicon, barriers: frozenset[int]) -> tuple[Mention, ...]:
    """All capitalised runs in order that may name somebody or something.

    `barriers` are indices of words that name nobody: those of dates.
    """
    found = []
    vocabulary = Counter(prose.words)
    for first, last in _runs(prose, lexicon, barriers):
        mention = _split(prose, lexicon, vocabulary, first, last)
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _runs(prose: Prose, lexicon: Lexicon, barriers: frozenset[int]) -> list[tuple[int, int]]:
    """Word ranges [first, last) of neighbouring capitalised words."""
    runs: list[tuple[int, int]] = []
    first = last = -1
    for index in _capitals(prose, lexicon, barriers):
        if first >= 0 and _continues(prose, lexicon, last, index):
            last = index + 1
            continue
        if first >= 0:
            runs.append((first, last))
        first, last = index, index + 1
    if first >= 0:
        runs.append((first, last))
    return runs


def _capitals(prose: Prose, lexicon: Lexicon, barriers: frozenset[int]) -> list[int]:
    """Indices of the words whose capital means something."""
    openings = {sentence.start for sentence in prose.sentences}
    written = frozenset(prose.words)
    barriers = barriers | _headings(prose)
    return [
        index
        for index, word in enumerate(prose.words)
        if not word.islower() and index not in barriers and _names(prose, lexicon, index, openings, written)
    ]


def _headings(prose: Prose) -> set[int]:
    """Words of lines in title case, whose capitals mean nothing: headlines and headings within the text."""
    found: set[int] = set()
    for start, end in prose.paragraphs:
        if end - start > LONGEST_HEADING or prose.text[end - 1] in ".,:;!?”\"’)":
            continue
        words = prose.words_in((start, end))
        if len(words) >= FEWEST_HEADED and 2 * sum(prose.words[w][0].isupper() for w in words) > len(words):
            found.update(words)
    return found


def _names(prose: Prose, lexicon: Lexicon, index: int, openings: set[int], written: frozenset[str]) -> bool:
    word = prose.words[index]
    if word[0].isupper():
        return not _ordinary(prose, lexicon, index, openings, written)
    return word[0].islower() and _hidden_start(word, lexicon) > 0


def _continues(prose: Prose, lexicon: Lexicon, last: int, index: int) -> bool:
    """The capitalised word `index` goes on the run that ends before word `last`, small particles between."""
    if index - last > MOST_PARTICLES or prose.words[index][0].islower():
        return False
    if any(prose.lower[w] not in lexicon.particles for w in range(last, index)):
        return False
    gaps = (prose.text[prose.ends[w - 1] : prose.starts[w]] for w in range(last, index + 1))
    if not all(_one_name(gap, prose.lower[last - 1], lexicon) for gap in gaps):
        return False
    return prose.lower[index] not in lexicon.titles or lexicon.names_nothing(prose.lower[index - 1])


def _one_name(gap: str, before: str, lexicon: Lexicon) -> bool:
    """Words of one name stand side by side; a full stop between them must close a rank or an initial."""
    return gap in (" ", "  ") or (gap == ". " and (len(before) == 1 or before in lexicon.abbreviations))


def _ordinary(prose: Prose, lexicon: Lexicon, index: int, openings: set[int], written: frozenset[str]) -> bool:
    """A capital that only marks the beginning of a sentence or quote: elsewhere the word is written small."""
    lower, at = prose.lower[index], prose.starts[index]
    if lower in lexicon.function_words:
        return lower != prose.words[index]
    begins = at in openings or prose.text[at - 1 : at] in ("“", '"', "‘", "'", "«")
    return begins and lower in written


def _hidden_start(word: str, lexicon: Lexicon) -> int:
    """Where a name begins in a word that lost its space (`olehBudi`, `JakartaPramono`); 0 for other words."""
    if word.islower() or word.istitle():
        return 0
    parts = GLUED.split(word)
    at = 0
    for index, part in enumerate(parts[:-1]):
        lower = part.lower()
        if lexicon.names_nothing(lower) or lower in lexicon.function_words:
            at = sum(map(len, parts[: index + 1]))
    return at


def _hidden_end(word: str, lexicon: Lexicon, vocabulary: Counter[str]) -> int:
    """Where a name ends in a word that lost its space (`Siraitatau`), if the name stands elsewhere too.

    A long function word is cut off from an unknown name as well, unless the whole stands elsewhere too: so ends
    `Nusantara`, whose `antara` is no word of its own.
    """
    alone = vocabulary[word] < 2
    for size in range(min(len(word) - 3, 13), 2, -1):
        sure = size > SURE and alone
        if word[-size:] in lexicon.function_words and (sure or word[:-size] in vocabulary):
            return len(word) - size
    return len(word)


def _split(prose: Prose, lexicon: Lexicon, vocabulary: Counter[str], first: int, last: int) -> Mention | None:
    """Take the name from the end of the run; what stands before it is role or body."""
    name = last
    while name > first and not _is_role_word(prose, lexicon, name - 1):
        name -= 1
    while name < last and prose.lower[name] in lexicon.particles:
        name += 1
    if name - first == 1 and last - name == 1 and prose.lower[first] in lexicon.places:
        name = first  # a first name that is a place too: Virginia, Georgia, Israel
    if name == last:
        return Mention((prose.starts[first], prose.ends[last - 1]), prose.words[first:last])
    hidden = _hidden_start(prose.words[name], lexicon)
    final = prose.words[last - 1]
    cut = len(final) - _hidden_end(final, lexicon, vocabulary)
    span = (prose.starts[name] + hidden, prose.ends[last - 1] - cut)
    words = list(prose.words[name:last])
    words[-1] = words[-1][: len(words[-1]) - cut]
    words[0] = words[0][hidden:]
    role = _role_before(prose, lexicon, name) or _role_after(prose, lexicon, last)
    titled = name > 0 and (
        prose.lower[name - 1] in lexicon.ranks or role is not None and role[1] <= span[0]
    )
    return Mention(span, tuple(words), role, titled)


def _is_role_word(prose: Prose, lexicon: Lexicon, index: int) -> bool:
    word, lower = prose.words[index], prose.lower[index]
    if lexicon.names_nothing(lower) or _in_place(prose, lexicon, index):
        return True
    if len(word) >= 3 and word.isupper() and index + 1 < len(prose.words):
        return True
    parts = GLUED.split(word)
    return len(parts) > 1 and lexicon.names_nothing(parts[-1].lower())


def _in_place(prose: Prose, lexicon: Lexicon, index: int) -> bool:
    pairs = lexicon.place_pairs
    return prose.lower[index - 1 : index + 1] in pairs or prose.lower[index : index + 2] in pairs


def _role_before(prose: Prose, lexicon: Lexicon, name: int) -> Span | None:
    """The title that leads up to the name: `Menteri Keuangan AS`, `Miliarder teknologi asal AS,`."""
    begin = None
    index = name - 1
    while index >= 0 and name - index <= LONGEST_ROLE:
        gap = prose.text[prose.ends[index] : prose.starts[index + 1]]
        if gap.strip(" ,()-–/&’'\"") or (gap.count(",") and index + 1 != name):
            break
        lower = prose.lower[index]
        if lower in lexicon.titles or lower in lexicon.short_titles:
            begin = index
        elif begin is not None and (
            lower in lexicon.function_words or lower in lexicon.organisations
        ):
            break
        elif lower in lexicon.function_words and (lower not in lexicon.inner or index + 1 == name):
            break
        index -= 1
    if begin is None:
        return None
    end = prose.ends[name - 1]
    closing = prose.text[end : prose.starts[name]]
    return prose.starts[begin], end + (closing.index(")") + 1 if ")" in closing else 0)


def _role_after(prose: Prose, lexicon: Lexicon, after: int) -> Span | None:
    """An apposition behind the name: `, ahli bedah trauma dan petugas darurat WHO,`."""
    if after >= len(prose.words):
        return None
    gap = prose.text[prose.ends[after - 1] : prose.starts[after]]
    head = after + (prose.lower[after] in lexicon.article_words)
    if gap != ", " or head >= len(prose.words) or prose.lower[head] not in lexicon.titles:
        return None
    closing = re.compile(r"[,;\n“\"]|\.(?=\s|$)").search(prose.text, prose.starts[head])
    return (prose.starts[after], closing.start()) if closing else None
