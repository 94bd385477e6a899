"""Posts that stand in the text with their signature: `Never again. — Rini Moss (@rini) May 2, 2024`."""

from __future__ import annotations

import re

from runut.statements.drafts import Draft, trimmed
from runut.text import Prose
from runut.vocabulary import Span

SIGNATURE = re.compile(r"[—–-] ?([^()\n—–]{2,60}) \(@\w{1,30}\)")
# Addresses and pictures at the end of a post are none of its words.
LINKS = re.compile(r"(?:\s*(?:https?://\S+|pic\.twitter\.com/\S+))+\s*$")
# No article embeds more.
MOST_POSTS = 100


def find_posts(prose: Prose, drafts: list[Draft]) -> list[Draft]:
    """A new draft for each signed post; what was read within its words before now lies within it."""
    found: list[Draft] = []
    for index, (start, end) in enumerate(prose.paragraphs):
        signature = SIGNATURE.search(prose.text, start, end)
        if signature is None or len(found) == MOST_POSTS:
            continue
        begin = start if signature.start() > start or not index else prose.paragraphs[index - 1][0]
        content = _words(prose, begin, signature.start())
        if content is not None:
            found.append(Draft("post", [content], source=signature.span(1)))
    for post in found:
        _hold(post, drafts)
    return found


def _words(prose: Prose, start: int, end: int) -> Span | None:
    links = LINKS.search(prose.text, start, end)
    return trimmed(prose.text, start, links.start() if links else end)


def _hold(post: Draft, drafts: list[Draft]) -> None:
    start, end = post.content[0]
    for item in drafts:
        if item.parent is None and start <= item.start and item.end <= end:
            item.parent = post
