"""The name of a carrier: a known outlet, an account, a domain, or a name by its form."""

from __future__ import annotations

import re
from dataclasses import replace

from runut.chains.reading import Named, Reader
from runut.outlets import NamedOutlet, find, name_at, squeeze
from runut.vocabulary import RelayKind

DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,6}")
PUBLIC_SITE = re.compile(r"(?:.+\.)?(?:go|gov|mil|int)(?:\.[a-z]{2})?")
INNER_CAPITAL = re.compile(r"[A-Za-z][A-Z][a-z]")
# Longer runs of capitals are titles or headlines.
LONGEST_NAME = 14
# A paper's name needs another word before its masthead.
SHORTEST_MASTHEAD = 2
# Words that may stand between a noun and its name, or a cue and its carrier.
FARTHEST_NAME = 6


def read_name(reader: Reader, at: int, *, unknown: bool, inner: bool = False) -> Named | None:
    """A known outlet, an account, a domain or, where asked for, a run of capitalised words."""
    prose = reader.prose
    if at >= len(prose.words) or reader.in_date(at):
        return None
    if prose.text[prose.starts[at] - 1 : prose.starts[at]] == "@":
        return Named(at, at + 1, "@" + prose.words[at], "social", at, headed=True)
    known = name_at(prose, at)
    if known is not None:
        named = Named(at, known.last, _spelt(reader, known), known.entry.kind, at, known.entry, known.ambiguous)
        return _account(reader, named) if named.kind == "social" else _longer(reader, named, unknown=unknown)
    if DOMAIN.fullmatch(prose.words[at]):
        kind: RelayKind = "official_site" if PUBLIC_SITE.fullmatch(prose.lower[at].partition(".")[2]) else "outlet"
        return Named(at, at + 1, prose.words[at], kind, at, find(prose.words[at]), headed=True)
    return _by_form(reader, at, inner=inner) if unknown else None


def read_masthead(reader: Reader, at: int) -> Named | None:
    """An outlet that no list holds, told by the last word of its name or by its form: *Valley Courier*, *WQXZ*."""
    prose, rules = reader.prose, reader.grammar
    if reader.ended(at) or not prose.words[at][0].isupper():
        return None
    if rules.call_sign is not None and rules.call_sign.fullmatch(prose.words[at]):
        return Named(at, at + 1, prose.words[at], "broadcast", at, headed=True)
    last = _run(reader, at)
    if last - at < SHORTEST_MASTHEAD or prose.lower[last - 1] not in rules.mastheads:
        return None
    return Named(at, last, reader.words(at, last), "outlet", at, headed=True)


def read_title(reader: Reader, at: int) -> Named | None:
    """A programme in quote marks of its own: *told “Valley Tonight”*."""
    prose = reader.prose
    quote = prose.quote_at(prose.starts[at]) if at < len(prose.words) else None
    if quote is None or not quote.closed or quote.start + 1 != prose.starts[at] or reader.gap(at).strip(" \"“‘'"):
        return None
    last = prose.words_in((quote.start, quote.end)).stop
    small = reader.grammar.inner | reader.grammar.links
    capitals = all(w[0].isupper() or w[0].isdigit() or w in small for w in prose.words[at:last])
    if not capitals or last - at > FARTHEST_NAME:
        return None
    name = prose.text[prose.starts[at] : prose.ends[last - 1]]
    return Named(at, last, name, "broadcast", at, headed=True, titled=True)


def _spelt(reader: Reader, known: NamedOutlet) -> str:
    """As written, but with the spaces that careless markup lost (`CNNIndonesia`)."""
    written = reader.words(known.first, known.last)
    lost = " " in known.entry.name and INNER_CAPITAL.search(written) and squeeze(written) == squeeze(known.entry.name)
    return known.entry.name if lost else written


def _account(reader: Reader, named: Named) -> Named:
    """*Instagram @sari* is @sari; *YouTube Kabar Pagi* is a channel."""
    at, prose = named.last, reader.prose
    if at < len(prose.words) and reader.gap(at).strip(" ,") == "@":
        return Named(named.first, at + 1, "@" + prose.words[at], "social", at, headed=True)
    if reader.ended(at) or not prose.words[at][0].isupper():
        return named
    last = _run(reader, at)
    return replace(named, last=last, name=reader.words(named.first, last), entry=None)


def _longer(reader: Reader, named: Named, *, unknown: bool) -> Named:
    """A known name that is only the beginning of an unknown one gives way: *Metro Xinwen*."""
    if not unknown or not named.ambiguous:
        return named
    last = _run(reader, named.first)
    return replace(named, last=last, name=reader.words(named.first, last), entry=None) if last > named.last else named


def _by_form(reader: Reader, at: int, *, inner: bool) -> Named | None:
    word = reader.prose.words[at]
    if inner and word.lower() in reader.grammar.organisations:
        last = _organisation(reader, at)
    elif word != word.lower() and (inner or word.lower() not in reader.grammar.titles):
        last = _run(reader, at)
    elif not inner and not reader.grammar.credits.head_last and (dated := _dated_run(reader, at)):
        last = dated
    else:
        return None
    kind: RelayKind = "document" if word.lower() in reader.grammar.documents else "outlet"
    return Named(at, last, reader.words(at, last), kind, at)


def _dated_run(reader: Reader, at: int) -> int:
    """Where a name in small letters ends, shown by the date behind its comma: *dikutip dari kabarkripto, Senin (…)*."""
    for last in range(at + 1, min(at + 3, len(reader.prose.words))):
        if reader.gap(last).strip() == "," and reader.in_date(last):
            return last
    return 0


def _organisation(reader: Reader, at: int) -> int:
    """Where an organisation written small ends: *kementerian luar negeri Jepang*."""
    for last in range(at + 1, min(at + FARTHEST_NAME, len(reader.prose.words))):
        word = reader.prose.lower[last]
        ends = word in reader.grammar.cues.by_first or word in reader.grammar.speech or word in reader.grammar.relative
        if reader.ended(last) or ends:
            return last
    return min(at + FARTHEST_NAME, len(reader.prose.words))


def _run(reader: Reader, at: int) -> int:
    """Where a run of capitalised words ends; small words only within it."""
    prose, last = reader.prose, at + 1
    for index in range(at + 1, min(at + LONGEST_NAME, len(prose.words))):
        if reader.ended(index):
            break
        if prose.words[index][0].isupper() or prose.words[index][0].isdigit():
            last = index + 1
        elif prose.lower[index] not in reader.grammar.inner:
            break
    return last
