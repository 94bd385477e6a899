"""What has changed between two versions of an article, without what only typography tells apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TypeAlias

import msgspec
from msgspec import Struct

from runut.vocabulary import Record, Span

# Words on either side of one changed passage; beyond that it is shown as one change.
LONGEST = 3_000
PARTS = ("headline", "deck", "byline", "agency", "published", "modified", "dateline", "section", "notes")


# Words, whose inner signs of layout nobody sees, and signs that change what a figure means.
_TOKEN = re.compile("\\w+(?:[\u00ad\u200b-\u200d\u2060\ufeff]+\\w+)*|[%‰°$€£¥]")
_UNSEEN = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
Token: TypeAlias = tuple[str, Span]


class Change(Struct, frozen=True, kw_only=True):
    """Words of the text that were replaced, added (`before` is empty) or taken out (`after` is empty)."""

    before: str
    after: str
    old: Span
    """Where they stood in the older text; an empty span tells the place of what was added."""
    new: Span


class PartChange(Struct, frozen=True):
    """A part of the anatomy that has changed; as JSON, None where there was or is none."""

    part: str
    before: object
    after: object


class Difference(Struct, frozen=True):
    """What two versions differ in; both empty when only typography does."""

    parts: tuple[PartChange, ...]
    text: tuple[Change, ...]


def difference(older: Record, newer: Record) -> Difference:
    """Compare two versions: their anatomy part by part, their text word by word.

    Quote marks, dashes, dots of omission, spaces, line ends and ligatures may differ: that is no change.
    """
    return Difference(tuple(_parts(older, newer)), tuple(_changes(older.text, newer.text)))


def _parts(older: Record, newer: Record) -> Iterator[PartChange]:
    for part in PARTS:
        before, after = (msgspec.to_builtins(getattr(record, part)) or None for record in (older, newer))
        if _plain(before) != _plain(after):
            yield PartChange(part, before, after)


def _plain(value: object) -> str:
    """A value without typography, for comparison alone."""
    return " ".join(key for key, _ in _tokens(msgspec.json.encode(value).decode()))


def _changes(older: str, newer: str) -> Iterator[Change]:
    """Paragraphs are matched first: so long texts with few changes stay quick."""
    left, right = _paragraphs(older), _paragraphs(newer)
    matcher = SequenceMatcher(None, [key for key, _ in left], [key for key, _ in right], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield from _within(
                older, newer, _extent(left, i, j, (0, len(older))), _extent(right, k, m, (0, len(newer)))
            )


def _within(older: str, newer: str, old: Span, new: Span) -> Iterator[Change]:
    left, right = (_tokens(text[start:end], start) for text, (start, end) in ((older, old), (newer, new)))
    if len(left) > LONGEST or len(right) > LONGEST:
        yield Change(before=older[slice(*old)], after=newer[slice(*new)], old=old, new=new)
        return
    matcher = SequenceMatcher(None, [key for key, _ in left], [key for key, _ in right], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            was, now = _extent(left, i, j, old), _extent(right, k, m, new)
            yield Change(before=older[slice(*was)], after=newer[slice(*now)], old=was, new=now)


def _paragraphs(text: str) -> list[Token]:
    found, start = [], 0
    for line in text.split("\n"):
        if key := " ".join(key for key, _ in _tokens(line)):
            found.append((key, (start, start + len(line))))
        start += len(line) + 1
    return found


def _tokens(text: str, offset: int = 0) -> list[Token]:
    return [(_seen(m[0]), (m.start() + offset, m.end() + offset)) for m in _TOKEN.finditer(text)]


def _seen(word: str) -> str:
    return word if word.isascii() else unicodedata.normalize("NFKC", word.translate(_UNSEEN))


def _extent(tokens: list[Token], begin: int, end: int, whole: Span) -> Span:
    """From the first to the last of some tokens; for none the place where they would stand."""
    if begin < end:
        return tokens[begin][1][0], tokens[end - 1][1][1]
    place = tokens[begin - 1][1][1] if begin else whole[0]
    return place, place
