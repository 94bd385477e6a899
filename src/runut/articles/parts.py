"""An article in several pages: which parts belong together, and the whole that they make."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from runut.articles.identity import version_id
from runut.vocabulary import Article, Doubt, Paragraph

BREAK = "\n\n"


def is_part(article: Article) -> bool:
    """Whether the page says that it is one of several."""
    return article.page is not None and article.page[1] > 1


def belong_together(left: Article, right: Article) -> bool:
    """Whether two pages are different parts of one article: the same name over time, and different numbers of it."""
    if left.page is None or right.page is None or left.page == right.page:
        return False
    return left.page[1] == right.page[1] and left.article == right.article


def is_whole(parts: Sequence[Article]) -> bool:
    """Whether all the parts that the pages speak of are there."""
    numbers = {part.page[0] for part in parts if part.page}
    return parts[0].page is not None and numbers == set(range(1, parts[0].page[1] + 1))


def join(parts: Sequence[Article]) -> Article:
    """One article from its parts, in the order of their numbers.

    The first part gives the anatomy; texts and paragraphs follow each other, and what stands at the foot of later
    parts (tags, related links, notes, agencies) is added. `page` is None when all parts are there; else it stays the
    first one's, and a doubt names the numbers that are missing.
    """
    ordered = sorted(parts, key=lambda part: part.page or (0, 0))
    first = ordered[0]
    text = BREAK.join(part.text for part in ordered if part.text)
    whole = replace(
        first,
        text=text,
        paragraphs=_paragraphs(ordered),
        agency=_all(ordered, "agency"),
        tags=_all(ordered, "tags"),
        related=_all(ordered, "related"),
        notes=_all(ordered, "notes"),
        page=None if is_whole(ordered) else first.page,
        doubts=_all(ordered, "doubts") + _missing(ordered),
    )
    return replace(whole, id=version_id("parts", *(part.id for part in ordered)))


def _paragraphs(parts: Sequence[Article]) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    shift = 0
    for part in parts:
        found += [replace(p, span=(p.span[0] + shift, p.span[1] + shift)) for p in part.paragraphs]
        shift += len(part.text) + len(BREAK) if part.text else 0
    return tuple(found)


def _all(parts: Sequence[Article], field: str) -> tuple:  # type: ignore[type-arg]
    """The values of a field over all parts, each once, in order."""
    return tuple(dict.fromkeys(value for part in parts for value in getattr(part, field)))


def _missing(parts: Sequence[Article]) -> tuple[Doubt, ...]:
    if is_whole(parts) or parts[0].page is None:
        return ()
    there = {part.page[0] for part in parts if part.page}
    gone = ", ".join(str(number) for number in range(1, parts[0].page[1] + 1) if number not in there)
    return (Doubt("missing_parts", f"The article has {parts[0].page[1]} pages; of these, {gone} could not be had."),)
