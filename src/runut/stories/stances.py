"""What somebody's words are in a dispute: who says *there was no blackout* denies, whatever the verb beside it."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from runut.languages import load_pack, served
from runut.stories.hedging import any_of
from runut.vocabulary import Act

# Acts under whose verbs a denial may stand: *said*, *insisted that there was no*, *the ministry reported no*.
NEUTRAL: tuple[Act, ...] = ("states", "confirms", "reports")
# A denial has at most so many words before it; later it may be of something else: *I cannot promise that there is no*.
BEFORE = 3
_SENTENCE = re.compile(r"[.!?…][\"”’']?\s")
_WORDS = r"\W*(?:[\w’'-]+\W+)"


class _Known(Struct, frozen=True):
    """How a language denies and doubts."""

    denial: re.Pattern[str]
    untrue: re.Pattern[str]
    pending: re.Pattern[str]
    belief: re.Pattern[str]
    suspicion: re.Pattern[str]
    unanswered: re.Pattern[str]
    question: re.Pattern[str]


def stance(act: Act, words: str, language: str) -> Act:
    """The act of what is said: a neutral one denies, only believes, or accuses where its words do."""
    known = _known(language.partition("-")[0])
    if known is None or act not in NEUTRAL:
        return act
    if _denies(words, known):
        return "denies"
    if act != "states":
        return act
    return "believes" if known.belief.search(words) else "alleges" if known.suspicion.search(words) else act


def is_unanswered(words: str, language: str) -> bool:
    """Whether words tell of a question that nobody answered: no stand of anybody."""
    known = _known(language.partition("-")[0])
    return known is not None and known.unanswered.search(words) is not None


def is_question(words: str, language: str) -> bool:
    """Whether somebody asks to know, and calls for nothing."""
    known = _known(language.partition("-")[0])
    return known is not None and known.question.match(words) is not None


def _denies(words: str, known: _Known) -> bool:
    first = _SENTENCE.split(words, maxsplit=1)[0]
    is_denial = known.denial.match(first) is not None and known.pending.search(first) is None
    return is_denial or known.untrue.search(words) is not None


@cache
def _known(code: str) -> _Known | None:
    if code not in served():
        return None
    found = load_pack(code).hedges
    return _Known(
        denial=_pattern(
            rf"(?:{_WORDS}{{0,{BEFORE}}}?(?<!\w)(?:{any_of(found.denials)})|\W*(?:{any_of(found.nothing)}))"
        ),
        untrue=_pattern(rf"(?:(?<!\w)(?:{any_of(found.untrue)})|,\s(?:{any_of(found.instead)})\s(?:\w+\s)?\W?\d+)"),
        pending=_pattern(rf"(?<!\w)(?:{any_of(found.pending)})"),
        unanswered=_pattern(rf"(?<!\w)(?:{any_of(found.unanswered)})"),
        question=_pattern(rf"\W*(?:{any_of(found.questions)})"),
        suspicion=_pattern(rf"(?<!\w)(?:{any_of(found.suspicions)})"),
        belief=_pattern(rf"(?:^|[.!?]\s)\W*(?:{any_of(found.beliefs)})"),
    )


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"{words}(?!\w)", re.IGNORECASE)
