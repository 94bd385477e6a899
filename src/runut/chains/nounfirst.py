"""Carriers named by a noun that stands before its name: *laman resmi Persib*, *kantor berita AFP*."""

from __future__ import annotations

import re
from dataclasses import replace

from runut.chains.naming import DOMAIN, FARTHEST_NAME, read_name
from runut.chains.reading import MEDIA, WITHIN_NAME, Named, Reader
from runut.languages.credits import Head
from runut.outlets import name_at

# A short name given in brackets behind the full one.
ASIDE = re.compile(r"\s?\([^()\d\n]{1,40}\)")
# Titles of sites and papers are seldom longer, in words.
LONGEST_TITLE = 4
# Nouns for a noun ("unggahan di akun Instagram …"); more than this is no credit.
DEEPEST = 3


def read_noun_first(reader: Reader, at: int, *, unknown: bool, depth: int = 0) -> Named | None:
    """Read the carrier that begins at a word, after links and determiners; None when there is none."""
    start, indefinite = _skip(reader, at)
    if start >= len(reader.prose.words) or reader.in_date(start):
        return None
    matched = reader.grammar.heads.at(reader.prose, start)
    if matched is None or _belongs_to_name(reader, start, *matched[:2]):
        return read_name(reader, start, unknown=unknown)
    last, head, pointed = matched
    if not reader.ended(last) and reader.prose.lower[last] in reader.grammar.anaphors:
        return None
    inner = _inner(reader, last, head, depth) if depth < DEEPEST else None
    if inner is not None:
        linked = (
            reader.prose.lower[inner.first - 1] in reader.grammar.links or reader.gap(inner.first).strip(" @") == ","
        )
        return _joined(reader, start, head, inner, linked=linked)
    known = read_name(reader, start, unknown=False)
    if known is not None and known.last > last:
        return known
    if head.alone or pointed or _is_received(reader, last, head) or (indefinite and head.kind not in MEDIA):
        return _plain(reader, start, last, head, pointed=pointed)
    return None


def _is_received(reader: Reader, last: int, head: Head) -> bool:
    """*Keterangan yang diterima Kamis*: what follows tells only how it came."""
    told = last < len(reader.prose.words) and reader.prose.lower[last] in reader.grammar.relative
    return told and head.kind == "press_release"


def _belongs_to_name(reader: Reader, start: int, last: int, head: Head) -> bool:
    """The noun only begins the name of a known outlet of another kind (*Channel News Asia*)."""
    known = name_at(reader.prose, start) if reader.prose.words[start][0].isupper() else None
    return known is not None and known.last > last and known.entry.kind != head.kind


def _skip(reader: Reader, at: int) -> tuple[int, bool]:
    """Step over links and determiners; tell whether a determiner stood there."""
    indefinite = False
    for _ in range(FARTHEST_NAME):
        if reader.ended(at):
            break
        matched = reader.grammar.determiners.at(reader.prose, at)
        if matched is not None and reader.grammar.heads.at(reader.prose, at) is None:
            at, indefinite = matched[0], True
        elif reader.prose.lower[at] in reader.grammar.links:
            at += 1
        else:
            break
    return at, indefinite


def _inner(reader: Reader, at: int, head: Head, depth: int) -> Named | None:
    """The name behind a noun: after qualifiers, links, a publisher's phrase, or a comma for media and accounts."""
    for _ in range(FARTHEST_NAME):
        if at >= len(reader.prose.words) or reader.in_date(at):
            return None
        if reader.gap(at).strip() and reader.gap(at) not in WITHIN_NAME:
            return _apposed(reader, at, head)
        published = reader.grammar.publishers.at(reader.prose, at)
        if published is not None:
            at = published[0]
        elif reader.grammar.heads.at(reader.prose, at) is not None:
            return read_noun_first(reader, at, unknown=True, depth=depth + 1)
        elif _passable(reader, at, head):
            at += 1
        else:
            named = read_name(reader, at, unknown=True, inner=True)
            nearer = _apposed(reader, named.last, head) if named is not None and named.entry is None else None
            return nearer or named
    return None


def _passable(reader: Reader, at: int, head: Head) -> bool:
    """Whether a word may stand between a noun and its name; between a document and its maker any small word may."""
    word, rules = reader.prose.lower[at], reader.grammar
    if word in rules.qualifiers:
        return True
    if head.kind not in ("document", "press_release"):
        return word in rules.links
    plain = reader.prose.words[at].islower() and word not in rules.links and word not in rules.inner
    known = word in rules.organisations or word in rules.cues.by_first or word in rules.speech
    return head.kind == "document" and plain and not known


def _apposed(reader: Reader, at: int, head: Head) -> Named | None:
    """A name behind a comma: *kantor berita pemerintah, IRNA*; *akun Instagram miliknya, @sari*."""
    if at >= len(reader.prose.words) or reader.gap(at).strip(" @") != "," or head.kind not in (*MEDIA, "social"):
        return None
    named = read_name(reader, at, unknown=False)
    return named if named is not None and (named.kind == "social") == (head.kind == "social") else None


def _joined(reader: Reader, start: int, head: Head, inner: Named, *, linked: bool) -> Named:
    """One carrier of a noun and what follows it; a post *on* an account is that account's."""
    whole = replace(inner, first=start, headed=True)
    if inner.kind == "social" and (head.kind == "official_site" or (head.kind == "social" and (linked or head.vague))):
        return whole
    body = head.kind == "official_site" and inner.ambiguous  # of a body that some outlet is called like
    if inner.entry is not None and not inner.plain and inner.kind in MEDIA and not body:
        return whole
    if head.kind in MEDIA and start + 1 == inner.first and _is_proper(reader, start):
        return replace(whole, name=reader.words(start, inner.last), kind=head.kind, name_first=start)
    if inner.name.startswith("@") or (not head.kept and not inner.plain):
        return replace(whole, kind=inner.kind if inner.name.startswith("@") else head.kind)
    if DOMAIN.fullmatch(inner.name):
        return replace(whole, kind=head.kind)
    if head.kind == "official_site" and not _official(reader, start, inner):
        return replace(whole, kind="outlet")
    return replace(whole, name=_with_aside(reader, start, inner.last), kind=head.kind, name_first=start)


def _is_proper(reader: Reader, at: int) -> bool:
    """A capital within the sentence makes the noun part of the name: *kepada Radio Losari*."""
    prose = reader.prose
    opens = prose.sentences[prose.sentence_at(prose.starts[at])].start == prose.starts[at]
    return prose.words[at][0].isupper() and not opens


def _official(reader: Reader, start: int, inner: Named) -> bool:
    """A site of an organisation; any other name behind *laman* is that of an outlet."""
    rules, words = reader.grammar, reader.prose.lower[start : inner.last]
    acronym = inner.last == inner.first + 1 and inner.name.isupper()
    return (
        acronym
        or inner.last - inner.first > LONGEST_TITLE
        or any(w in rules.organisations or w in rules.official for w in words)
    )


def _with_aside(reader: Reader, first: int, last: int) -> str:
    """The name with its short form in brackets."""
    aside = ASIDE.match(reader.prose.text, reader.prose.ends[last - 1])
    return reader.words(first, last) + (aside.group() if aside else "")


def _plain(reader: Reader, start: int, last: int, head: Head, *, pointed: bool) -> Named:
    name = reader.words(start, last)
    if pointed:
        suffix = next(s for s in reader.grammar.credits.suffixes if name.lower().endswith(s))
        name = name[: -len(suffix)].rstrip("-")
    return Named(start, last, name, head.kind, start, headed=True, plain=True, vague=head.vague)
