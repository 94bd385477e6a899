"""Accounts on networks that an article takes something from: `melalui akun Instagram resminya`."""

from __future__ import annotations

import re
from functools import cache

from runut.languages import load_pack, served
from runut.stories.hedging import any_of
from runut.stories.members import Member


def post(article: Member) -> str | None:
    """The first account that an article names, by the network's words; None where it names none."""
    pattern = _accounts(article.language.partition("-")[0])
    found = pattern.search(article.body) if pattern else None
    return found[0] if found else None


@cache
def _accounts(code: str) -> re.Pattern[str] | None:
    """Nouns of one word (*account*, *post*) may be another thing."""
    if code not in served():
        return None
    heads = load_pack(code).credits.heads
    words = [word for head in heads if head.kind == "social" and head.alone for word in head.words if " " in word]
    return re.compile(rf"(?<!\w)(?:{any_of(words)})(?!\w)", re.IGNORECASE) if words else None
