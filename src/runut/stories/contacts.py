"""Whether an article tells that its own outlet met or asked somebody: `kepada Kilas`, `when reached by phone`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from runut.copies.texts import names_of
from runut.languages import load_pack, served

# Between the verb and the outlet's name: `told the Gazette`.
_BETWEEN = r"\s+(?:the\s+)?"


def is_met(language: str, words: str) -> bool:
    """Whether a passage tells that somebody was met or asked, by whomever; False in a language that has no pack."""
    code = language.partition("-")[0]
    return code in served() and _met(code).search(words) is not None


def is_told(outlet: str, language: str, words: str) -> bool:
    """Whether a passage tells that somebody spoke to this outlet."""
    code = language.partition("-")[0]
    return code in served() and _told(outlet, code).search(words) is not None


@cache
def _met(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(load_pack(code).credits.contacts)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1024)
def _told(outlet: str, code: str) -> re.Pattern[str]:
    cues = (word for cue in load_pack(code).credits.cues if cue.frame == "told" for word in cue.words)
    return re.compile(rf"(?<!\w)(?:{_any(cues)}){_BETWEEN}(?:{_any(names_of(outlet))})(?!\w)", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"
