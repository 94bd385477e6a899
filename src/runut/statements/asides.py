"""Related links and place holders that stand within running text, where a capture lost its line breaks.

`… saat ini. Baca juga:Harga Beras Naik Lagi Warga mengeluh …`: the headline ends where running text begins,
which only its capitals tell; its last capitalised word may already belong to the next sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from runut.languages import Pack
from runut.people import lexicon
from runut.text import Prose

# Longer headlines are none.
LONGEST_HEADLINE = 22
# Nor a line of more signs the mere place of something, which seldom has a word of its own.
LONGEST_HELD = 40


def aside_words(prose: Prose, pack: Pack) -> frozenset[int]:
    """Indices of the words of related links and of the headlines that they name."""
    openings = _openings(pack)
    found: set[int] = set()
    for at in [at for at, word in enumerate(prose.lower) if word in openings]:
        if prose.quote_at(prose.starts[at]) is not None:
            continue  # somebody says it: `“Jangan lupa, …”`
        opening = next((o for o in openings[prose.lower[at]] if prose.lower[at : at + len(o)] == o), None)
        if opening and at not in found:
            line = _line(prose, at)
            found.update(line or range(at, _headline_end(prose, pack, at + len(opening))))
    return frozenset(found.union(*_held_lines(prose, pack)))


def _held_lines(prose: Prose, pack: Pack) -> Iterator[range]:
    """Lines that are nothing but the place of an advertisement or of a button (`Advertisement`, `Share`)."""
    held = _held(pack)
    for start, end in prose.paragraphs:
        if end - start <= LONGEST_HELD and prose.text[start:end].strip(" .:…").lower() in held:
            yield prose.words_in((start, end))


def _line(prose: Prose, at: int) -> range:
    """The whole line that an opening begins, if it is as short as a headline and holds no full stop."""
    index = bisect_right(prose.paragraphs, (prose.starts[at], len(prose.text))) - 1
    start, end = prose.paragraphs[index]
    words = prose.words_in((start, end))
    short = prose.starts[at] == start and len(words) <= LONGEST_HEADLINE and ". " not in prose.text[start:end]
    return words if short and prose.text[end - 1] != "." else range(0)


def _headline_end(prose: Prose, pack: Pack, at: int) -> int:
    """One past the headline's last word: it ends with its sentence, its line, or before plain lower case."""
    small = lexicon(pack).function_words
    first, last = at, at
    while at < len(prose.words) and at - first < LONGEST_HEADLINE:
        gap = prose.gap(at - 1)
        word = prose.words[at]
        if "\n" in gap or (word[0].islower() and prose.lower[at] not in small):
            break
        if word[0].isupper() or word[0].isdigit():
            last = at
        at += 1
    if at == first:
        return first  # the line ends with the opening: what follows is running text
    ended = at < len(prose.words) and "\n" in prose.gap(at - 1)
    return last + 1 if ended or last == first else last


@cache
def _held(pack: Pack) -> frozenset[str]:
    return frozenset((*pack.asides.links.holders, *pack.asides.links.shares))


@cache
def _openings(pack: Pack) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in (*pack.asides.links.related, *pack.asides.links.promos, *pack.asides.links.holders):
        words = tuple(phrase.split())
        if len(words) > 1:
            table.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(rest, key=len, reverse=True)) for first, rest in table.items()}
