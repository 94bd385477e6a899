"""Which language an article is in."""

from __future__ import annotations

import re
from functools import cache

from runut.languages import load_pack, served
from runut.languages.detect import UNKNOWN, detect, primary
from runut.languages.others import load_others

WORD = re.compile(r"\w+")
# A text joins its words within so many code points, whatever its language.
LOOKED_AT = 600


def language_of(text: str, declared: str | None) -> str:
    """The code of the language served that a text is in, or `und`.

    A text that joins its words as the language does that its page declares, and as none does that is served, needs no
    closer look, which would take longer than all else about the article.
    """
    own = _joins(primary(declared))
    if own:
        words = frozenset(WORD.findall(text[:LOOKED_AT].lower()))
        if not own.isdisjoint(words) and _served_joins().isdisjoint(words):
            return UNKNOWN
    return detect(text, declared)


def _joins(code: str) -> frozenset[str]:
    """The words like "and" of a language that is not served; none where a served one has them as well."""
    found = load_others().languages.get(code) if code not in served() else None
    return frozenset(found.joins if found else ()) - _served_joins()


@cache
def _served_joins() -> frozenset[str]:
    return frozenset(word for code in served() for word in load_pack(code).asides.bylines.joins)
