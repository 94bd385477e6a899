"""Carriers named by a noun that stands behind what qualifies it: *a CNN poll*, *a memo seen by Reuters*."""

from __future__ import annotations

from dataclasses import replace

from runut.chains.naming import FARTHEST_NAME, read_masthead, read_name, read_title
from runut.chains.reading import MEDIA, WITHIN_NAME, Named, Reader
from runut.languages.credits import Head
from runut.outlets import find, name_at

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
    elif (past := _past_determiner(reader, start)) is not None:
        start = past
    if start >= len(prose.words) or (start > at and reader.gap(start) not in WITHIN_NAME):
        return None
    found = _noun_after(reader, start)
    if found is not None and (named := _noun_phrase(reader, start, found, definite=definite)) is not None:
        return named
    if definite and (known := read_name(reader, at, unknown=False)) is not None:
        return known
    behind = _past_qualifiers(reader, start)
    return read_name(reader, behind, unknown=unknown) if behind == start or not reader.ended(behind) else None


def _past_qualifiers(reader: Reader, at: int) -> int:
    """Behind *local*, *state-owned*: what they qualify."""
    start = at
    while not reader.ended(at) and reader.prose.lower[at] in reader.grammar.qualifiers and at < start + FARTHEST_NAME:
        at += 1
    return at


def _past_determiner(reader: Reader, at: int) -> int | None:
    """Behind *a*, *several*, but not behind the *New* of a known name."""
    if at >= len(reader.prose.words) or (matched := reader.grammar.determiners.at(reader.prose, at)) is None:
        return None
    named = reader.prose.words[at][0].isupper() and name_at(reader.prose, at) is not None
    return None if named else matched[0]


def _noun_after(reader: Reader, start: int) -> tuple[int, int, Head] | None:
    """The last noun for a carrier in the noun phrase that begins here: its words and what it is."""
    found = None
    for index in range(start, min(start + LONGEST_PHRASE, len(reader.prose.words))):
        if index > start and (reader.gap(index).strip("-’' s") or reader.prose.lower[index] in reader.grammar.breaks):
            break
        if index > start and _opens_another(reader, index):
            break
        matched = reader.grammar.heads.at(reader.prose, index)
        if matched is None or (found is not None and index < found[1]):
            continue
        last, head, _ = matched
        if not _within_name(reader, start, index, last) and _entitled(reader, start, index, last, head):
            found = index, last, head
    return None if found is not None and _compound(reader, found[1]) else found


def _within_name(reader: Reader, start: int, noun: int, last: int) -> bool:
    """The noun belongs to the name of an outlet: *The Washington Post*, *Daily Mail*."""
    if not reader.prose.words[noun][0].isupper():
        return False
    if noun > start and reader.prose.lower[noun] in reader.grammar.mastheads and reader.prose.words[noun - 1].istitle():
        return True
    names = [(at, named) for at in range(start, noun + 1) if (named := name_at(reader.prose, at)) is not None]
    return any(named.last > (noun if at < noun else last) for at, named in names)


def _entitled(reader: Reader, start: int, noun: int, last: int, head: Head) -> bool:
    """*Show* is a verb and *program* a plan, but for a title behind them or an outlet before."""
    return not head.titled or read_title(reader, last) is not None or _known_before(reader, start, noun) is not None


def _compound(reader: Reader, at: int) -> bool:
    """Whether the word behind a noun makes it something else: *social media companies*."""
    return not reader.ended(at) and reader.prose.lower[at] in reader.grammar.compounds


def _opens_another(reader: Reader, index: int) -> bool:
    """A preposition or an article: another noun phrase begins (`confirmed receiving |a letter`)."""
    lower, grammar = reader.prose.lower[index], reader.grammar
    return (
        lower in grammar.links or lower in grammar.anaphors or grammar.determiners.at(reader.prose, index) is not None
    )


def _noun_phrase(reader: Reader, start: int, found: tuple[int, int, Head], *, definite: bool) -> Named | None:
    named = _plainly(reader, start, found) or _qualified(reader, start, found)
    if named is not None:
        return named
    return _kept(reader, start, found, definite=definite) if found[2].kept else _called(reader, start, found)


def _called(reader: Reader, start: int, found: tuple[int, int, Head]) -> Named | None:
    """A name behind a noun that only says what it is, or written large before it: *the Permata news agency*."""
    noun, last, head = found
    following = read_name(reader, last, unknown=True) if not reader.ended(last) else None
    if following is not None:
        return replace(following, first=start, kind=head.kind, headed=True)
    whole = noun > start and reader.prose.words[noun - 1][0].isupper()
    return Named(start, last, reader.words(start, last), head.kind, start, headed=True) if whole else None


def _kept(reader: Reader, start: int, found: tuple[int, int, Head], *, definite: bool) -> Named | None:
    """A noun that belongs to the name, with what qualifies it or leads to its publisher."""
    noun, last, head = found
    tail = _publisher(reader, last)
    if tail is not None:
        if tail.entry is not None and (tail.kind in MEDIA or tail.kind == head.kind == "social"):
            return replace(tail, first=start, headed=True)
        return Named(start, tail.last, reader.words(start, tail.last), head.kind, start, headed=True)
    qualified = any(w[0].isupper() or w[0].isdigit() for w in reader.prose.words[start:noun])
    if definite and not qualified:
        return None
    name = reader.words(start, last)
    return Named(start, last, name, head.kind, start, headed=True, plain=not qualified, vague=head.vague)


def _plainly(reader: Reader, start: int, found: tuple[int, int, Head]) -> Named | None:
    """The carrier that a noun names by itself (*tweet*), or that stands behind it: *NBC affiliate WQXZ*."""
    noun, last, head = found
    if head.carrier:
        return Named(start, last, head.carrier, head.kind, noun, find(head.carrier), headed=True, vague=True)
    behind = None if head.kept else read_title(reader, last) or read_masthead(reader, last)
    return replace(behind, first=start) if behind is not None else None


def _qualified(reader: Reader, start: int, found: tuple[int, int, Head]) -> Named | None:
    """The outlet before its noun: *a CNN poll*."""
    noun, last, head = found
    named = _known_before(reader, start, noun)
    if named is None:
        return None
    return replace(named, first=start, last=last, kind=named.kind if head.kind in MEDIA else head.kind, headed=True)


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
