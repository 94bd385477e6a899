"""Words that lost the space between them: `DilansirCNN`, `dariAntara`, `UKpada`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from runut.chains.grammar import Grammar
from runut.outlets import find, name_ends
from runut.text import Prose

SEAM = re.compile(r"[a-z](?=[A-Z])")
DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,6}")
# A shorter word before a small letter is as likely a part of the name.
SHORTEST_GLUE = 4
# Longer is no word with what is glued to it.
LONGEST_GLUED = 60
# Longer is no address, with the noun before it.
LONGEST_DOMAIN = 80
# A shorter rest is a suffix.
SHORTEST_NAME = 3


def unglue(prose: Prose, grammar: Grammar) -> Prose:
    """The same prose with the words of credits cut loose from the names they are glued to."""
    prose = _without_possessives(prose, grammar)
    cuts = {*_at_capitals(prose, grammar), *_after_names(prose, grammar)}
    cuts |= {*_after_cues(prose, grammar), *_before_domains(prose, grammar)}
    if not cuts:
        return prose
    starts, ends = sorted({*prose.starts, *cuts}), sorted({*prose.ends, *cuts})
    words = tuple([prose.text[s:e] for s, e in zip(starts, ends, strict=True)])
    lower = tuple([w.lower() for w in words])
    return replace(prose, words=words, lower=lower, starts=tuple(starts), ends=tuple(ends))


def _without_possessives(prose: Prose, grammar: Grammar) -> Prose:
    """The same prose, but a known name that owns what follows loses its ending: *CNN's Sari*."""
    owning = {at: word for ending in grammar.credits.possessives for at, word in _owning(prose, ending)}
    if not owning:
        return prose
    words, lower, ends = list(prose.words), list(prose.lower), list(prose.ends)
    for at, word in owning.items():
        words[at], lower[at], ends[at] = word, word.lower(), prose.starts[at] + len(word)
    return replace(prose, words=tuple(words), lower=tuple(lower), ends=tuple(ends))


def _owning(prose: Prose, ending: str) -> Iterator[tuple[int, str]]:
    for place in _places(prose.text, ending + " "):
        at = _word_at(prose, place)
        name = prose.words[at].removesuffix(ending)
        if name != prose.words[at] and not name.islower() and name.lower() in name_ends():
            yield at, name


def _word_at(prose: Prose, offset: int) -> int:
    return max(0, bisect_right(prose.starts, offset) - 1)


def _at_capitals(prose: Prose, grammar: Grammar) -> Iterator[int]:
    """Where a word ends and the next begins with a capital: `dariAntara`."""
    for at, word in enumerate(prose.words):
        if word.islower() or word.istitle():
            continue
        begun = start = prose.starts[at]
        for seam in SEAM.finditer(word):
            cut = start + seam.end()
            if cut - begun > LONGEST_GLUED:
                continue
            head = prose.text[begun:cut].lower()
            joiner = next((j for j in grammar.joiners if head.endswith(j) and find(head.removesuffix(j))), "")
            if joiner or head in grammar.glue:
                yield from {cut - len(joiner), cut}
                begun = cut


def _places(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _after_names(prose: Prose, grammar: Grammar) -> Iterator[int]:
    """A small word behind a name: `UKpada`, `Courierpada`."""
    for word in grammar.glued_after:
        for start in _places(prose.text, word):
            if start == 0 or not prose.text[start - 1].isalnum():
                continue  # a word of its own, as nearly all are
            at = _word_at(prose, start)
            if prose.ends[at] != start + len(word) or start == prose.starts[at]:
                continue
            long = prose.words[at][0].isupper() and len(word) >= SHORTEST_GLUE < start - prose.starts[at]
            if long or prose.text[start - 1].isupper():
                yield start


def _after_cues(prose: Prose, grammar: Grammar) -> Iterator[int]:
    """A cue before small letters, `dikutipdetikNews`, or its link: `dikutip dari9to5`."""
    for cue in (word for word in grammar.citing if len(word) >= SHORTEST_GLUE):
        for start in _places(prose.text, cue[1:]):
            if start > 1 and prose.text[start - 2].isalnum():
                continue
            at = _word_at(prose, start)
            if prose.starts[at] != start - 1 or not prose.lower[at].startswith(cue):
                continue
            rest = len(prose.lower[at]) - len(cue)
            if rest > SHORTEST_NAME and (cue in grammar.passing or find(prose.lower[at][len(cue) :])):
                yield start - 1 + len(cue)
            elif not rest and at + 1 < len(prose.words):
                yield from _after_link(prose, at + 1, grammar)


def _after_link(prose: Prose, at: int, grammar: Grammar) -> Iterator[int]:
    word = prose.lower[at]
    link = next((n for n in range(SHORTEST_GLUE, len(word) - SHORTEST_NAME) if word[:n] in grammar.links), 0)
    if not link:
        return
    first = prose.starts[at] + link
    yield first
    inner = SEAM.search(prose.text, first, prose.ends[at])
    joined = prose.text[first : inner.end()] if inner is not None else ""
    joiner = next((j for j in grammar.joiners if joined.endswith(j) and find(joined.removesuffix(j))), "")
    if inner is not None and joiner:
        yield inner.end() - len(joiner)
        yield inner.end()


def _before_domains(prose: Prose, grammar: Grammar) -> Iterator[int]:
    """A noun before an address: `lamankabar.go.id`."""
    for dot in _places(prose.text, "."):
        if not prose.text[dot + 1 : dot + 2].isalpha():
            continue
        at = _word_at(prose, dot)
        if len(prose.words[at]) > LONGEST_DOMAIN:
            continue
        stem = prose.lower[at].partition(".")[0]
        if prose.starts[at] + len(stem) == dot and DOMAIN.fullmatch(prose.lower[at]):
            cut = next((n for n in range(SHORTEST_GLUE, len(stem) - 2) if stem[:n] in grammar.glue), 0)
            if cut:
                yield prose.starts[at] + cut
