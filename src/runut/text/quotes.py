"""Quoted passages: which marks open, which close, and which never do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runut.vocabulary import Span

# A set of signs comes first, since such a pattern skips quickly to them; what must stand around follows.
MARKS = re.compile(r"[\"“”„«»‟‘’'](?:(?<=[\"“”„«»‟])|(?<=[‘'])(?<![\w’'].)(?=\w)|(?<=[’'])(?<=[\w.,!?…].)(?!\w))")
OPENING, CLOSING, EITHER = "“„«‟", "»", '"'
# Closing marks of the doubled kind may also open a quote in careless typing (”Kami siap”).
LOOSE = "”"
# A quote shorter than this in single marks is taken for one; longer needs its closing mark.
LONGEST_WITHOUT_CLOSE = 1500


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted passage; `start` and `end` include the marks."""

    start: int
    end: int
    closed: bool = True
    """False when the paragraph ends before a closing mark comes."""

    @property
    def inner(self) -> Span:
        """The words without their marks."""
        return self.start + 1, self.end - 1 if self.closed else self.end


def find_quotes(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quote, ...]:
    """Find the quotes of each paragraph; one that is not closed runs to the paragraph's end."""
    return tuple(quote for span in paragraphs for quote in _quotes_of(text, span))


def _quotes_of(text: str, paragraph: Span) -> list[Quote]:
    found: list[Quote] = []
    opened: int | None = None
    for mark in MARKS.finditer(text, *paragraph):
        sign, at = mark.group(), mark.start()
        if opened is None:
            if _opens(text, sign, at, paragraph[1]):
                opened = at
        elif _closes(text, text[opened], sign, at):
            if at > opened + 1:
                found.append(Quote(opened, at + 1))
            opened = None
    if opened is not None and text[opened] not in "‘'":
        found.append(Quote(opened, paragraph[1], closed=False))
    return found


def _opens(text: str, sign: str, at: int, end: int) -> bool:
    if sign in OPENING or sign in "‘'":
        return sign != "'" or text[at + 1 : at + 2].isupper()
    after = text[at + 1 : at + 2] if at + 1 < end else ""
    before = text[at - 1 : at]
    return sign in EITHER + LOOSE and bool(after.strip()) and (sign in EITHER or not before.strip())


def _closes(text: str, opener: str, sign: str, at: int) -> bool:
    if opener in "‘'":
        return sign in "’'" and not text[at + 1 : at + 2].isalnum()
    if opener == "«":
        return sign == "»"
    return sign in '”"“' and sign not in "‘’'" and not (sign == "“" and opener == "“" and _starts_word(text, at))


def _starts_word(text: str, at: int) -> bool:
    return text[at + 1 : at + 2].isalnum() and not text[at - 1 : at].strip()
