"""Media that no list holds: the article's own outlet, and names by whose words or surroundings they are known."""

from __future__ import annotations

from dataclasses import replace

from runut.chains.naming import read_name
from runut.chains.owning import Owner
from runut.chains.reading import MEDIA, WITHIN_NAME, Named, Reader

# An outlet's name has at most so many words.
LONGEST_OUTLET = 4
# What an outlet is called is looked for no farther from its name, in words: pages may be hostile.
FARTHEST_NOUN = 1000


def read_medium(reader: Reader, at: int, owner: Owner) -> Named | None:
    """The medium to which somebody spoke: *kepada Kabar Lembah*, *kepada Losari TV*."""
    if not reader.grammar.credits.mediums or reader.gap(at).strip():
        return None
    own = _own(reader, at, owner)
    if own is not None or reader.in_date(at):
        return own
    named = read_name(reader, at, unknown=True)
    if named is None or named.entry is not None or named.kind not in MEDIA:
        return None
    return _as_headed(named) if _has_medium(reader, named) or _is_called_one(reader, named) else None


def whole_medium(reader: Reader, named: Named) -> Named:
    """A known name with one more capital behind it that ends the phrase: *Reuters Health*, not *Reuters*."""
    at = named.last
    if not reader.grammar.credits.mediums or named.entry is None or named.kind not in MEDIA or reader.ended(at):
        return named
    if not reader.prose.words[at].istitle() or not reader.ended(at + 1):
        return named
    return replace(named, last=at + 1, name=reader.words(named.name_first, at + 1), headed=True)


def _own(reader: Reader, at: int, owner: Owner) -> Named | None:
    """The article's own outlet; it may be called by a word of time (*Kabar Pagi*)."""
    first = reader.prose.lower[at].partition(".")[0]
    if not (owner.squeezed.startswith(first) or owner.label.startswith(first)):
        return None
    for last in range(at + 1, min(at + LONGEST_OUTLET, len(reader.prose.words)) + 1):
        if last > at + 1 and reader.gap(last - 1) not in WITHIN_NAME:
            return None
        named = Named(at, last, reader.words(at, last), "outlet", at, headed=True)
        if owner.owns(named):
            return named
    return None


def _has_medium(reader: Reader, named: Named) -> bool:
    return not reader.grammar.mediums.isdisjoint(reader.prose.lower[named.first : named.last])


def _is_called_one(reader: Reader, named: Named) -> bool:
    """A noun for media stands before the name, elsewhere in these parts of the text."""
    words, size = reader.prose.words, named.last - named.first
    name = words[named.first : named.last]
    near = range(max(named.first - FARTHEST_NOUN, 0), min(named.first + FARTHEST_NOUN, len(words)))
    places = (at for at in near if words[at] == name[0] and words[at : at + size] == name)
    return any(_stands_behind_noun(reader, at) for at in places)


def _stands_behind_noun(reader: Reader, at: int) -> bool:
    for before in range(at - 1, max(at - LONGEST_OUTLET, -1), -1):
        head = reader.grammar.heads.at(reader.prose, before)
        if head is not None and head[0] >= at - 1 and head[1].kind in MEDIA:
            return head[0] == at or reader.prose.words[at - 1][:1].isupper()  # `surat kabar Losari |Die Warte`
    return False


def _as_headed(named: Named) -> Named:
    return Named(named.first, named.last, named.name, named.kind, named.name_first, headed=True)
