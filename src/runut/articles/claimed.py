"""The body weighed against the text that the page gives by machine, and against the decks before it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from runut.articles.body import ITEMS
from runut.articles.typed import BODY, TypedBlock
from runut.articles.words import Words, words_of

# The claimed text must hold this share of the shown one to tell what does not belong.
COVERED = 0.8
# A block of so many words is in the claimed text when this share of its runs of three words is.
LEAST, HELD = 8, 0.5
# A deck has at least so many words; fewer are an overline.
SHORTEST = 4


def keep_points(settled: list[TypedBlock], start: int) -> None:
    """Decks after the first run of them are key points in the article's own words: they open its text.

    `start` is the index of the headline.
    """
    first = next((i for i, item in enumerate(settled) if i > start and item.kind in BODY), start)
    runs = 0
    for index in range(start, first):
        item = settled[index]
        if item.kind != "deck" or item.block.place.hidden or (not runs and len(words_of(item.block.text)) < SHORTEST):
            continue
        runs += not runs or settled[index - 1].kind != "deck"
        if runs > 1:
            kind = "item" if item.block.tag in ITEMS else "paragraph"
            settled[index] = replace(item, kind=kind, reason="a key point before the text")


def weigh_claimed(settled: list[TypedBlock], claimed: str) -> None:
    """Drop from the body what the text that the page claims does not hold, where that text is nearly all of it."""
    sizes = {i: len(item.block.text) for i, item in enumerate(settled) if item.kind in BODY}
    total = sum(sizes.values())
    missing = [i for i in sizes if settled[i].block.text not in claimed]
    if not total or not missing or len(claimed) < COVERED * total:
        return
    held = frozenset(_runs(words_of(claimed)))
    outside = [i for i in missing if (share := _share(settled[i], held)) is not None and share < HELD]
    if total - sum(sizes[i] for i in outside) < COVERED * total:
        return
    for index in outside:
        settled[index] = replace(settled[index], kind="promo", reason="the text that the page claims lacks it")


def _share(item: TypedBlock, held: frozenset[tuple[str, str, str]]) -> float | None:
    """The share of a block's runs of words that the claimed text holds; None for blocks too short to tell."""
    words = words_of(item.block.text)
    if len(words) < LEAST:
        return None
    return sum(map(held.__contains__, _runs(words))) / (len(words) - 2)


def _runs(words: Words) -> Iterator[tuple[str, str, str]]:
    """All runs of three words."""
    return zip(words, words[1:], words[2:], strict=False)
