"""What points to an outlet that has its full name elsewhere: *told the newspaper*, *told the Post*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from runut.chains.carrier import Carrier
from runut.chains.naming import FARTHEST_NAME
from runut.chains.reading import MEDIA, WITHIN_NAME, Named, Reader
from runut.outlets import NamedOutlet, find, name_at, names_in

# The outlet stands no farther before it, in words.
FARTHEST_OUTLET = 600
# Between an outlet and the name of somebody of it stand no more words.
FARTHEST_HOST = 8


def read_again(reader: Reader, at: int) -> Named | None:
    """The outlet that such a noun means; None where it has a name behind it, or none stands before it."""
    matched = reader.grammar.again.at(reader.prose, at)
    if matched is None or _named_behind(reader, matched[0]):
        return None
    last, noun, _ = matched
    for first in range(at - 1, max(at - FARTHEST_OUTLET, -1), -1):
        named = name_at(reader.prose, first)
        if named is not None and not named.ambiguous and named.last <= at and named.entry.kind == noun.kind:
            name = reader.words(_begin(reader, first, named.last), named.last)
            return Named(at, last, name, named.entry.kind, at, named.entry, headed=True)
    return None


def read_host(reader: Reader, at: int) -> Named | None:
    """The outlet of whoever was named with it before: *CNN's Sari Moss*, then *told Moss*."""
    words = reader.prose.words
    last = at + 1
    while not reader.ended(last) and words[last][0].isupper():
        last += 1
    if not words[at][0].isupper():
        return None
    for place in _places(words, words[last - 1], max(at - FARTHEST_OUTLET, 0), at):
        named = _outlet_of(reader, place)
        if named is not None:
            name = reader.words(named.first, named.last)
            return Named(at, last, name, named.entry.kind, at, named.entry, headed=True)
    return None


def read_part(reader: Reader, at: int) -> Named | None:
    """The outlet named before of whose name only the last word stands there: *the Courier*."""
    words, lower = reader.prose.words, reader.prose.lower
    part = at + 1
    if lower[at] not in reader.grammar.anaphors or part >= len(words) or lower[part] not in reader.grammar.mastheads:
        return None
    if not words[part][0].isupper() or _named_behind(reader, part + 1):
        return None
    for place in _places(words, words[part], max(at - FARTHEST_OUTLET, 0), at):
        first = _run_before(reader, place)
        if first < place:
            name = reader.words(first, place + 1)
            return Named(at, part + 1, name, "outlet", part, find(name), headed=True)
    return None


def _run_before(reader: Reader, at: int) -> int:
    """Where the run of capitalised words begins that ends there."""
    first = at
    while (
        first > 0
        and at - first < FARTHEST_NAME
        and reader.gap(first) == " "
        and reader.prose.words[first - 1][0].isupper()
    ):
        first -= 1
    return first


def _places(words: tuple[str, ...], word: str, start: int, end: int) -> Iterator[int]:
    while word in words[start:end]:
        start = words.index(word, start, end) + 1
        yield start - 1


def _outlet_of(reader: Reader, at: int) -> NamedOutlet | None:
    """The known outlet before a person's name, with nothing between but names and what a journalist is called."""
    called = reader.grammar.people | reader.grammar.qualifiers
    for first in range(at - 1, max(at - FARTHEST_HOST, -1), -1):
        if reader.gap(first + 1) not in WITHIN_NAME:
            return None
        named = name_at(reader.prose, first)
        if named is not None and not named.ambiguous and named.entry.kind in MEDIA and named.last <= at:
            return named
        if not reader.prose.words[first][0].isupper() and reader.prose.lower[first] not in called:
            return None
    return None


def in_full(carriers: Iterable[Carrier], reader: Reader) -> Iterator[Carrier]:
    """The carriers, with the full name that stands nearest before for a part of one (*the Post*)."""
    mentions: tuple[NamedOutlet, ...] | None = None
    for carrier in carriers:
        if reader.grammar.credits.shortened and carrier.kind in MEDIA and _partial(carrier):
            mentions = names_in(reader.prose) if mentions is None else mentions
            yield replace(carrier, name=_fullest(carrier, reader, mentions))
        else:
            yield carrier


def _partial(carrier: Carrier) -> bool:
    """Whether the registry knows a longer name that holds this one."""
    entry, words = find(carrier.name), set(carrier.name.split())
    return entry is not None and (carrier.name in entry.doubtful or any(words < set(n.split()) for n in entry.names))


def _fullest(carrier: Carrier, reader: Reader, mentions: tuple[NamedOutlet, ...]) -> str:
    entry, words = find(carrier.name), set(carrier.name.split())
    assert entry is not None
    same = (m for m in mentions if not m.ambiguous and (m.entry is entry or carrier.name in entry.doubtful))
    fuller = [(m, name) for m in same if words < set((name := reader.words(m.first, m.last)).split())]
    before = [name for m, name in fuller if reader.prose.starts[m.first] < carrier.words[0]]
    return before[-1] if before else fuller[0][1] if fuller else carrier.name


def _named_behind(reader: Reader, at: int) -> bool:
    return not reader.ended(at) and reader.prose.words[at][0].isupper()


def _begin(reader: Reader, first: int, last: int) -> int:
    """The longest name that ends there begins: *New York Times*, not its *Times*."""
    longer = (at for at in range(max(first - FARTHEST_NAME, 0), first) if _ends(reader, at, last))
    return next(longer, first)


def _ends(reader: Reader, at: int, last: int) -> bool:
    named = name_at(reader.prose, at)
    return named is not None and named.last == last
