"""Punctuation that tells a reader of statements something. Marks belong to no language, so they stand in code."""

from __future__ import annotations

COMMA = frozenset(",")
DASHES = frozenset("—–")
# The double marks always show a quote; an apostrophe may be something else.
DOUBLE = frozenset('"“”')
OPENING = frozenset('“"«‘')
OPENING_ANY = OPENING | frozenset("'„‟")
CLOSING = frozenset("”\"’'»")

# Gaps between two words that part what they belong to: the parts of a source from each other, …
PART_ENDS = DOUBLE | frozenset(",.;:")
# … a title from its name, …
LIST_ENDS = DOUBLE | frozenset(".;:")
# … an interlude from the sentence before it, …
SENTENCE_ENDS = frozenset(";:!?\n")
# … one phrase from another where a full stop may close an abbreviation, …
HARD = DOUBLE | SENTENCE_ENDS
# … and where it may not, …
PHRASE_ENDS = HARD | {"."}
# … and one clause from another.
CLAUSE_ENDS = PHRASE_ENDS | DASHES

# Gaps between a possessor in `s` and what is theirs: `the governments’ views`.
POSSESSED = ("’ ", "' ")

# What no content begins or ends with.
TRIM = " \t\n\r,;:–—-\"“”‘’'«»()"

# The functions below look at single signs; stripping slices would copy the rest of a long sentence once a cue.


def past_marks(text: str, start: int, end: int, marks: str) -> int:
    """Where in [start, end) the first sign stands that is none of these marks; `end` when there is none."""
    while start < end and text[start] in marks:
        start += 1
    return start


def past_space(text: str, start: int, end: int) -> int:
    """Where in [start, end) the first sign stands that is no space; `end` when there is none."""
    while start < end and text[start].isspace():
        start += 1
    return start


def before_space(text: str, start: int, end: int) -> int:
    """One past the last sign in [start, end) that is no space; `start` when there is none."""
    while start < end and text[end - 1].isspace():
        end -= 1
    return end
