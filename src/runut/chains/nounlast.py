"""Carriers named by a noun that stands behind what qualifies it: *a CNN poll*, *a memo seen by Reuters*."""

from __future__ import annotations

from dataclasses import replace

from runut.chains.naming import FARTHEST_NAME, read_name
from runut.chains.reading import MEDIA, WITHIN_NAME, Named, Reader
from runut.languages.credits import Head
from runut.outlets import name_at

# The longest noun phrase, in words, that is searched for a noun.
LONGEST_PHRASE = 10
# Words between a noun and what leads to its publisher.
PUBLISHER_GAP = 5


def read_noun_last(reader: Reader, at: int, *, unknown: bool) -> Named | None:
    """English order: a name alone, or what qualifies a noun before it and a publisher after it."""
    prose, grammar = reader.prose, reader.grammar
    start = at
    definite = start < len(prose.words) and prose.lower[start] in grammar.anaphors
    if definite:
        start += 1
    elif start < len(prose.words) and (matched := grammar.determiners.at(prose, start)) is not None:
        start = matched[0]
    if start >= len(prose.words) or (start > at and reader.gap(start) not in WITHIN_NAME):
        return None
    found = _noun_after(reader, start)
    if found is not None and (named := _noun_phrase(reader, start, found, definite=definite)) is not None:
        return named
    if definite and (known := read_name(reader, at, unknown=False)) is not None:
        return known
    while not reader.ended(start) and prose.lower[start] in grammar.qualifiers and start < at + FARTHEST_NAME:
        start += 1
    return read_name(reader, start, unknown=unknown)


def _noun_after(reader: Reader, start: int) -> tuple[int, int, Head] | None:
    """The last noun for a carrier in the noun phrase that begins here: its words and what it is."""
    found = None
    for index in range(start, min(start + LONGEST_PHRASE, len(reader.prose.words))):
        if index > start and (reader.gap(index).strip("-’' s") or reader.prose.lower[index] in reader.grammar.breaks):
            break
        if index > start and _opens_another(reader, index):
            break
        matched = reader.grammar.heads.at(reader.prose, index)
        if matched is not None and (found is None or index >= found[1]):
            found = index, matched[0], matched[1]
    return found


def _opens_another(reader: Reader, index: int) -> bool:
    """A preposition or an article: another noun phrase begins (`confirmed receiving |a letter`)."""
    lower, grammar = reader.prose.lower[index], reader.grammar
    return (
        lower in grammar.links or lower in grammar.anaphors or grammar.determiners.at(reader.prose, index) is not None
    )


def _noun_phrase(reader: Reader, start: int, found: tuple[int, int, Head], *, definite: bool) -> Named | None:
    noun, last, head = found
    prose = reader.prose
    named = _known_before(reader, start, noun)
    if named is not None:
        kind = named.kind if head.kind in MEDIA else head.kind
        return replace(named, first=start, last=last, kind=kind, headed=True)
    if not head.kept:
        following = read_name(reader, last, unknown=True) if not reader.ended(last) else None
        if following is not None:
            return replace(following, first=start, kind=head.kind, headed=True)
        whole = noun > start and prose.words[noun - 1][0].isupper()
        return Named(start, last, reader.words(start, last), head.kind, start, headed=True) if whole else None
    tail = _publisher(reader, last)
    qualified = noun > start and any(w[0].isupper() or w[0].isdigit() for w in prose.words[start:noun])
    if tail is not None:
        if tail.entry is not None and tail.kind in MEDIA:
            return replace(tail, first=start, headed=True)
        return Named(start, tail.last, reader.words(start, tail.last), head.kind, start, headed=True)
    if definite and not qualified:
        return None
    return Named(
        start, last, reader.words(start, last), head.kind, start, headed=True, plain=not qualified, vague=head.vague
    )


def _known_before(reader: Reader, start: int, noun: int) -> Named | None:
    """The outlet in what qualifies a noun: *a CNN poll*, *the state-owned Kabar television*."""
    for at in range(start, noun):
        named = name_at(reader.prose, at)
        if named is not None and not named.ambiguous and named.last <= noun:
            words = reader.words(at, named.last)
            return Named(at, named.last, words, named.entry.kind, at, named.entry)
    return None


def _publisher(reader: Reader, at: int) -> Named | None:
    """*… published by the Institute*, *… seen by Reuters*: at most a few words after the noun."""
    for index in range(at, min(at + PUBLISHER_GAP, len(reader.prose.words))):
        if reader.gap(index).strip(" ,") or reader.prose.lower[index] in reader.grammar.breaks:
            return None
        matched = reader.grammar.publishers.at(reader.prose, index)
        if matched is not None:
            after = matched[0]
            while not reader.ended(after) and reader.prose.lower[after] in (*reader.grammar.anaphors, "a"):
                after += 1
            named = read_name(reader, after, unknown=True)
            if named is not None:
                return named
    return None
